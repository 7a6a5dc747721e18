/**
 * Complete layers, blocks of layers, fillers and files. A new layer has an unused name, and the nearest suitable blobs as
 * bottoms.
 */
import type { LayerRule } from '#core/net/rules';
import { templates } from '#core/edit/templates';
import { layerDescribed } from '#core/messages/described';
import { docOf, type Language } from '#core/messages/language';
import { asMarkdown, shown } from '#core/messages/shown';
import { escaped } from '#core/edit/quoted';
import { entriesOf, str, strs, type Message } from '#core/schema/message';
import type { Completion, CompletionContext } from './item';
import { literal } from './item';
import { fillersByUse, layersByUse } from './usage';
import type { FieldPlace } from './place';
import { vectorsBefore } from './vectors';

/** True at a place for layers of the current format. */
function isAmongLayers({ message, node }: FieldPlace): boolean {
  return (
    message.type.name === 'NetParameter' &&
    entriesOf(message, 'layers').length === 0 &&
    !(node && (node.colon >= 0 || node.value))
  );
}

/** Each type, common names of some, and blocks of layers. */
export function layerSkeletons(place: FieldPlace, context: CompletionContext): readonly Completion[] {
  if (!isAmongLayers(place)) return [];
  const { analysis, language } = context;
  const net = surveyed(place.message, context);
  const { layers } = analysis.dialect;
  const skeleton = (label: string, type: string): readonly Completion[] => {
    const rule = layers.get(type);
    if (!rule) return [];
    return [
      {
        label: shown(label),
        kind: 'skeleton',
        detail: label === type ? language.completion.layer : `${shown(type)} ${language.completion.layer}`,
        doc: layerDescribed(language, rule),
        filter: `${shown(label)} layer`,
        span: place.span,
        snippet: layerSnippet(rule, net),
      },
    ];
  };
  return [
    ...layersByUse(layers).flatMap((type) => skeleton(type, type)),
    ...Object.entries(nicknames).flatMap(([label, type]) => skeleton(label, type)),
    ...blockSkeletons(place, net, language),
  ];
}

/** Common names of types with a different name in Caffe. */
const nicknames: Readonly<Record<string, string>> = {
  fc: 'InnerProduct',
  dense: 'InnerProduct',
  upsample: 'Deconvolution',
};

/** Groups of layers that often occur together. */
function blockSkeletons({ span }: FieldPlace, net: Survey, { completion: words }: Language): readonly Completion[] {
  const block = (label: string, doc: string, snippet: string): Completion => ({
    label,
    kind: 'skeleton',
    detail: words.block,
    doc: asMarkdown(doc),
    span,
    snippet,
  });
  return [
    block('conv-bn-scale-relu', words['block-conv'], convBlock(net)),
    block('residual block', words['block-residual'], residualBlock(net)),
  ];
}

/** For a file without fields. */
export function fileSkeletons(place: FieldPlace, { analysis, language }: CompletionContext): readonly Completion[] {
  const { root } = analysis.tree;
  if (place.messages.length > 1 || root.fields.some((field) => field !== place.node) || !isAmongLayers(place))
    return [];
  return templates.map(({ id, snippet }) => ({
    label: language.completion[`template-${id}`],
    kind: 'skeleton',
    detail: language.completion.file,
    span: place.span,
    snippet,
  }));
}

/** In a filler without a type: each type with the numbers that it reads. */
export function fillerSkeletons(
  place: FieldPlace,
  { analysis: { dialect }, language }: CompletionContext,
): readonly Completion[] {
  const { message, node } = place;
  const written = message.node?.fields.some((field) => field !== node) === true;
  if (message.type.name !== 'FillerParameter' || written || (node && node.colon >= 0)) return [];
  return fillersByUse(dialect.fillers, message.node && fillerField(place)).flatMap((type): readonly Completion[] => {
    const rule = dialect.fillers.get(type);
    if (!rule) return [];
    const fields = rule.reads.flatMap((name) => {
      const field = message.type.fields.get(name);
      return field?.kind === 'float' ? [`${name}: \${${rule.reads.indexOf(name) + 1}:${String(field.default)}}`] : [];
    });
    const snippet = [`type: "${inQuotes(type)}"`, ...fields].join(' ');
    return [
      {
        label: shown(type),
        kind: 'skeleton',
        detail: language.completion.filler,
        doc: docOf(language, rule.summary),
        filter: `${shown(type)} type`,
        span: place.span,
        snippet,
      },
    ];
  });
}

/** The field that contains the filler: `weight_filler`, `bias_filler`. */
export function fillerField({ messages }: Pick<FieldPlace, 'messages'>): string | undefined {
  const filler = messages.at(-1);
  return messages.at(-2)?.entries.find(({ value }) => value === filler)?.field.name;
}

interface Survey {
  /**
   * Blobs produced before the place, the last first; those with one axis, such as labels and losses, at the end, since few
   * layers can read them.
   */
  readonly blobs: readonly string[];
  /** Blobs read before the place by a layer that is not in-place. */
  readonly read: ReadonlySet<string>;
  readonly taken: ReadonlySet<string>;
  /** By type, the name of the last layer before the place. */
  readonly lastOf: ReadonlyMap<string, string>;
}

function surveyed(net: Message, { analysis, state, offset }: CompletionContext): Survey {
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
  const vectors = vectorsBefore(analysis, state, offset);
  const nearest = [...new Set(blobs.reverse())];
  return {
    blobs: [...nearest.filter((blob) => !vectors.has(blob)), ...nearest.filter((blob) => vectors.has(blob))],
    read,
    taken,
    lastOf,
  };
}

function layerSnippet({ type, param, arity, facts, skeleton = {} }: LayerRule, net: Survey): string {
  const name = fresh(net.lastOf.get(type) ?? skeleton.name ?? type.toLowerCase(), net.taken);
  const lines = [`name: "\${1:${inQuotes(name)}}"`, `type: "${inQuotes(type)}"`];
  const bottoms = bottomsOf(arity.bottoms.min ?? facts?.bottoms.min ?? 0, skeleton.bottoms ?? [], net);
  bottoms.forEach((bottom, i) => lines.push(`bottom: "\${${i + 2}:${inQuotes(bottom)}}"`));
  const inPlace = skeleton.inPlace === true && bottoms[0] !== undefined && !net.read.has(bottoms[0]);
  const nTops = arity.paired
    ? bottoms.length
    : Math.max(arity.tops.min ?? facts?.tops.min ?? 0, (arity.tops.max ?? facts?.tops.max) === 0 ? 0 : 1);
  for (let i = 0; i < Math.max(nTops, skeleton.tops?.length ?? 0); i++)
    lines.push(`top: "${topOf(i, inPlace, skeleton.tops, net)}"`);
  // The first placeholders are those of the name and the bottoms.
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

/** What stands between double quotes in a snippet. */
function inQuotes(text: string): string {
  return literal(escaped(text, '"'));
}

/** A placeholder linked to that of the name or the bottom, so that the top follows what is typed there. */
function topOf(index: number, inPlace: boolean, named: readonly string[] | undefined, { taken }: Survey): string {
  if (index === 0 && inPlace) return '$2';
  const own = named?.[index];
  if (own !== undefined && index > 0) return inQuotes(fresh(own, taken));
  return index === 0 ? '$1' : `$1_${index + 1}`;
}

function bottomsOf(count: number, named: readonly string[], { blobs }: Survey): readonly string[] {
  const unnamed = blobs.filter((blob) => !named.includes(blob));
  return Array.from({ length: count }, (_, i) => named[i - 1] ?? unnamed[i] ?? unnamed.at(-1) ?? 'data');
}

/** The name itself, or the first unused one with a higher number. */
export function fresh(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  const [, stem = name, digits = '1'] = /^(.*?)(\d{1,9})$/.exec(name) ?? [];
  for (let n = Number(digits) + 1; ; n++) if (!taken.has(`${stem}${n}`)) return `${stem}${n}`;
}

/** The first of these names of a block, by number, that are all unused. */
function unused<Names extends Readonly<Record<string, string>>>(names: (n: number) => Names, { taken }: Survey): Names {
  for (let n = 1; ; n++) {
    const found = names(n);
    if (!Object.values(found).some((name) => taken.has(name))) return found;
  }
}

function convBlock(net: Survey): string {
  const names = unused((n) => ({ conv: `conv${n}`, bn: `bn${n}`, scale: `scale${n}`, relu: `relu${n}` }), net);
  return `${convLayers(names, inQuotes(net.blobs[0] ?? 'data'))}
${inPlace(names.relu, 'ReLU', names.conv)}`;
}

/** He et al. 2016, figure 2: two convolutions in parallel with the identity. */
function residualBlock(net: Survey): string {
  const names = unused(
    (n) => ({
      ...{ a: `res${n}a`, bnA: `bn${n}a`, scaleA: `scale${n}a`, reluA: `res${n}a_relu` },
      ...{ b: `res${n}b`, bnB: `bn${n}b`, scaleB: `scale${n}b` },
      ...{ sum: `res${n}`, relu: `res${n}_relu` },
    }),
    net,
  );
  const bottom = inQuotes(net.blobs[0] ?? 'data');
  return `${convLayers({ conv: names.a, bn: names.bnA, scale: names.scaleA }, bottom)}
${inPlace(names.reluA, 'ReLU', names.a)}
${convLayers({ conv: names.b, bn: names.bnB, scale: names.scaleB }, names.a)}
layer {
  name: "${names.sum}"
  type: "Eltwise"
  bottom: "${bottom}"
  bottom: "${names.b}"
  top: "${names.sum}"
  eltwise_param { operation: SUM }
}
${inPlace(names.relu, 'ReLU', names.sum)}`;
}

interface ConvNames {
  readonly conv: string;
  readonly bn: string;
  readonly scale: string;
}

/** A convolution that keeps height and width, with normalization; `Scale` has the bias. All convolutions of a block are alike. */
function convLayers({ conv, bn, scale }: ConvNames, bottom: string): string {
  return `layer {
  name: "${conv}"
  type: "Convolution"
  bottom: "${bottom}"
  top: "${conv}"
  convolution_param {
    num_output: \${1:64}
    kernel_size: \${2:3}
    pad: \${3:1}
    bias_term: false
    weight_filler { type: "msra" }
  }
}
${inPlace(bn, 'BatchNorm', conv)}
layer {
  name: "${scale}"
  type: "Scale"
  bottom: "${conv}"
  top: "${conv}"
  scale_param { bias_term: true }
}`;
}

function inPlace(name: string, type: string, blob: string): string {
  return `layer {
  name: "${name}"
  type: "${type}"
  bottom: "${blob}"
  top: "${blob}"
}`;
}
