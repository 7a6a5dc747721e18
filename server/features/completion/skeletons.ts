/** A whole layer or filler for each type that there is: what goes before is its bottom, its name is not taken. */
import type { LayerRule } from '#core/net/rules';
import { layerDescribed } from '#core/messages/described';
import { docOf } from '#core/messages/language';
import { entriesOf, str, strs, type Message } from '#core/schema/message';
import type { Completion, CompletionContext } from './item';
import { literal } from './item';
import type { FieldPlace } from './place';

/** For a place among the layers of a net in today's format. */
export function layerSkeletons(
  place: FieldPlace,
  { analysis, offset, language }: CompletionContext,
): readonly Completion[] {
  const { message, node } = place;
  if (message.type.name !== 'NetParameter' || entriesOf(message, 'layers').length > 0 || (node && node.colon >= 0))
    return [];
  if (node?.value) return [];
  const net = surveyed(message, offset);
  const { layers } = analysis.dialect;
  return layers.types.flatMap((type): readonly Completion[] => {
    const rule = layers.get(type);
    if (!rule) return [];
    const snippet = layerSnippet(rule, net);
    return [
      {
        label: type,
        kind: 'skeleton',
        detail: language.completion.layer,
        doc: layerDescribed(language, rule),
        filter: `${type} layer`,
        span: place.span,
        snippet,
      },
    ];
  });
}

/** For a filler that has no type yet: each type with the numbers that it reads. */
export function fillerSkeletons(
  place: FieldPlace,
  { analysis: { dialect }, language }: CompletionContext,
): readonly Completion[] {
  const { message, node } = place;
  const written = message.node?.fields.some((field) => field !== node) === true;
  if (message.type.name !== 'FillerParameter' || written || (node && node.colon >= 0)) return [];
  return dialect.fillers.types.flatMap((type): readonly Completion[] => {
    const rule = dialect.fillers.get(type);
    if (!rule) return [];
    const fields = rule.reads.flatMap((name) => {
      const field = message.type.fields.get(name);
      return field?.kind === 'float' ? [`${name}: \${${rule.reads.indexOf(name) + 1}:${String(field.default)}}`] : [];
    });
    const snippet = [`type: "${literal(type)}"`, ...fields].join(' ');
    return [
      {
        label: type,
        kind: 'skeleton',
        detail: language.completion.filler,
        doc: docOf(language, rule.summary),
        filter: `${type} type`,
        span: place.span,
        snippet,
      },
    ];
  });
}

interface Survey {
  /** Blobs that are made before the place, the last first. */
  readonly blobs: readonly string[];
  /** Blobs that something reads before the place, by another name than it makes. */
  readonly read: ReadonlySet<string>;
  readonly taken: ReadonlySet<string>;
  /** The name of the last layer of each type. */
  readonly lastOf: ReadonlyMap<string, string>;
}

function surveyed(net: Message, offset: number): Survey {
  const blobs: string[] = [];
  const read = new Set<string>();
  const taken = new Set<string>();
  const lastOf = new Map<string, string>();
  for (const { field, node, value } of net.entries) {
    if (field.name === 'input' && typeof value === 'string') blobs.push(value);
    if (field.name !== 'layer' || typeof value !== 'object') continue;
    const name = str(value, 'name');
    const tops = strs(value, 'top');
    for (const taking of [name, ...tops]) taken.add(taking);
    if (node.start >= offset) continue;
    lastOf.set(str(value, 'type'), name);
    for (const bottom of strs(value, 'bottom')) if (!tops.includes(bottom)) read.add(bottom);
    blobs.push(...tops);
  }
  return { blobs: [...new Set(blobs.reverse())], read, taken, lastOf };
}

function layerSnippet({ type, param, arity, facts, skeleton = {} }: LayerRule, net: Survey): string {
  const name = fresh(net.lastOf.get(type) ?? skeleton.name ?? type.toLowerCase(), net.taken);
  const lines = [`name: "\${1:${literal(name)}}"`, `type: "${literal(type)}"`];
  const bottoms = bottomsOf(arity.bottoms.min ?? facts?.bottoms.min ?? 0, skeleton.bottoms ?? [], net);
  bottoms.forEach((bottom, i) => lines.push(`bottom: "\${${i + 2}:${literal(bottom)}}"`));
  const inPlace = skeleton.inPlace === true && bottoms[0] !== undefined && !net.read.has(bottoms[0]);
  const nTops = arity.paired
    ? bottoms.length
    : Math.max(arity.tops.min ?? facts?.tops.min ?? 0, (arity.tops.max ?? facts?.tops.max) === 0 ? 0 : 1);
  for (let i = 0; i < Math.max(nTops, skeleton.tops?.length ?? 0); i++)
    lines.push(`top: "${topOf(i, inPlace, skeleton.tops, net)}"`);
  // The places of the name and the bottoms come first.
  const moved = (snippet: string): string =>
    snippet.replace(/\$\{(\d+)/g, (_, n: string) => `\${${Number(n) + bottoms.length + 1}`);
  if (skeleton.beside !== undefined) lines.push(moved(skeleton.beside));
  if (param !== undefined && skeleton.body !== undefined) {
    lines.push(
      `${param} {`,
      ...moved(skeleton.body)
        .split('\n')
        .map((line) => `  ${line}`),
      '}',
    );
  }
  return `layer {\n${lines.map((line) => `  ${line}`).join('\n')}\n}`;
}

/** Tops follow the name, or the bottom, while it is being typed. */
function topOf(index: number, inPlace: boolean, named: readonly string[] | undefined, { taken }: Survey): string {
  if (index === 0 && inPlace) return '$2';
  const own = named?.[index];
  if (own !== undefined && index > 0) return literal(fresh(own, taken));
  return index === 0 ? '$1' : `$1_${index + 1}`;
}

function bottomsOf(count: number, named: readonly string[], { blobs }: Survey): readonly string[] {
  const unnamed = blobs.filter((blob) => !named.includes(blob));
  return Array.from({ length: count }, (_, i) => named[i - 1] ?? unnamed[i] ?? unnamed.at(-1) ?? 'data');
}

/** The name itself, or the next number behind it that nothing is called by. */
export function fresh(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  const [, stem = name, digits = '1'] = /^(.*?)(\d{1,9})$/.exec(name) ?? [];
  for (let n = Number(digits) + 1; ; n++) if (!taken.has(`${stem}${n}`)) return `${stem}${n}`;
}
