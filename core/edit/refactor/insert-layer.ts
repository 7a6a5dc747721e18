/** Inserts a layer after the one that makes a blob, between it and its readers. */
import { analyze, type Analysis } from '../../analysis/analysis';
import { allows } from '../../infer/arity';
import type { BottomRef, Layer, TopRef } from '../../net/model';
import { isError, type Span } from '../../problems';
import { entryOf, subs, type Message } from '../../schema/message';
import type { Fix, TextChange } from '../change';
import { indentAt, indentOf, lineBreakOf, opensLine } from '../lines-of';
import { quoted } from '../quoted';
import { changesTo } from '../rename-top';
import { statesOf } from '../states';

/** The dialect's types that accept a single bottom. */
export function insertableTypes({ dialect: { layers } }: Analysis): readonly string[] {
  return layers.types.filter((type) => {
    const { arity, source } = layers.get(type) ?? {};
    return arity && !source && allows(arity.bottoms, 1) && allows(arity.tops, 1) && arity.automaticTops === undefined;
  });
}

/**
 * Inserts the types in sequence after the blob named at an offset, else after the first top of the layer there. A layer
 * that works in place keeps the blob's name; the top of any other is read by all readers of the blob. Undefined where
 * the blob is not the same in every state, is missing in a state that would include the new layers, or has a shape that
 * they reject.
 */
export function insertLayers(analysis: Analysis, offset: number, types: readonly string[]): Fix | undefined {
  const target = analysis.message?.state === 'unreadable' ? undefined : blobAt(analysis, offset);
  if (!target) return undefined;
  const { text, dialect } = analysis;
  const makers = makersOf(analysis, target);
  const last = makers?.at(-1);
  if (!makers || !last) return undefined;
  const taken = new Set<string>([...analysis.names.layers.keys(), ...analysis.names.blobs.keys()]);
  let blob = target.name;
  const blocks = types.map((type) => {
    const skeleton = dialect.layers.get(type)?.skeleton;
    const name = fresh(`${target.name}_${type.toLowerCase()}`, taken);
    const [bottom, top] = [blob, skeleton?.inPlace ? blob : name];
    blob = top;
    return block(analysis, { type, name, bottom, top });
  });
  if (!accept(analysis, target, blocks)) return undefined;
  const field = analysis.tree.root.fields.find(({ start, end }) => start <= last.span.start && last.span.start < end);
  if (field?.name !== 'layer' || field.value?.kind !== 'message' || !field.value.closed) return undefined;
  const rules = field.value.fields
    .filter(({ name }) => makers.length === 1 && (name === 'include' || name === 'exclude'))
    .map(({ start, end }) => text.slice(start, end));
  const lineBreak = lineBreakOf(text);
  const own = blocks
    .map((lines) => layered(lines, rules, indentOf(text), `${lineBreak}${indentAt(text, field.start)}`))
    .join('');
  const insertion: TextChange = {
    span: { start: endOfLine(text, field.end), end: endOfLine(text, field.end) },
    newText: own,
  };
  const isInPlace = blob === target.name;
  const renamed = isInPlace
    ? []
    : changesTo(
        analysis,
        makers.map(({ top }) => top),
        blob,
      );
  if (!renamed) return undefined;
  const rewired = renamed.filter(({ span }) => !makers.some(({ top }) => top.start === span.start));
  const changes = [...rewired, insertion].sort((a, b) => a.span.start - b.span.start);
  return { id: 'insert', args: { types, blob: target.name }, changes };
}

/**
 * Whether the layers accept the blob's shapes, tested in a net of these layers alone. Unknown dimensions may have any
 * size.
 */
function accept({ dialect }: Analysis, { name, shapes }: Target, blocks: readonly (readonly string[])[]): boolean {
  const layers = blocks.map((lines) => layered(lines, [], '  ', '\n')).join('');
  return shapes.every((shape) => {
    const dims = shape.map((dim) => `dim: ${dim ?? anything}`).join(' ');
    const input = `layer { name: "input" type: "Input" top: ${quoted(name)} input_param { shape { ${dims} } } }`;
    return !analyze(`${input}${layers}`, { dialect, kind: 'net' }).problems.some(isError);
  });
}

/** A size that is large enough for all common windows. */
const anything = 64;

/** The name of the blob that layers can be inserted on at an offset; undefined where `insertLayers` has none for any type. */
export function insertableBlobAt(analysis: Analysis, offset: number): string | undefined {
  const target = analysis.message?.state === 'unreadable' ? undefined : blobAt(analysis, offset);
  return target && makersOf(analysis, target)?.length ? target.name : undefined;
}

interface Target {
  readonly name: string;
  readonly layer: Layer;
  readonly top: Span;
  /** The known shapes, each once. */
  readonly shapes: readonly (readonly (number | null)[])[];
}

/**
 * The maker of the blob at an offset, in the first state that has one; undefined for a loss, a single value or a list
 * of labels.
 */
function blobAt(analysis: Analysis, offset: number): Target | undefined {
  const target = namedAt(analysis, offset);
  if (!target) return undefined;
  const isLoss =
    analysis.dialect.layers.get(target.layer.type)?.arity.automaticTops !== undefined ||
    entryOf(target.layer.message, 'loss_weight') !== undefined;
  const all = statesOf(analysis)
    .map((state) => analysis.state(state))
    .flatMap(({ net, shapes }) =>
      net.layers.flatMap(({ tops }) =>
        tops
          .filter(({ span }) => span.start === target.top.start)
          .flatMap(({ blob }) => {
            const shape = shapes[blob.id];
            return shape ? [shape] : [];
          }),
      ),
    );
  if (isLoss || all.some(({ length }) => length < 2)) return undefined;
  return { ...target, shapes: [...new Map(all.map((shape) => [shape.join(), shape])).values()] };
}

function namedAt(analysis: Analysis, offset: number): Omit<Target, 'shapes'> | undefined {
  for (const state of statesOf(analysis)) {
    const { layers } = analysis.state(state).net;
    const layer = layers.find(({ span }) => span.start <= offset && offset <= span.end);
    if (!layer) continue;
    const at = ({ span }: BottomRef | TopRef): boolean => span.start <= offset && offset <= span.end;
    const bottom = layer.bottoms.find(at);
    if (bottom) {
      const maker = bottom.blob && layers[bottom.blob.layer];
      const top = maker?.tops[bottom.blob?.top ?? -1];
      return maker && top ? { name: top.name, layer: maker, top: top.span } : undefined;
    }
    const top = layer.tops.find(at) ?? layer.tops.find(({ automatic }) => !automatic);
    return top && !top.automatic ? { name: top.name, layer, top: top.span } : undefined;
  }
  return undefined;
}

interface Maker {
  readonly span: Span;
  readonly top: Span;
  /** Its `include` and `exclude` rules. */
  readonly rules: readonly Message[];
}

/** The analyzed states have no level. */
function hasLevel(rule: Message): boolean {
  return entryOf(rule, 'min_level') !== undefined || entryOf(rule, 'max_level') !== undefined;
}

/**
 * The layers that make the blob over all states: a data layer per phase may make the same blob. Undefined where the
 * blob is read before the last of them, or where it has several makers but none in some state: a layer after a single
 * maker gets its rules, one after several has none.
 */
function makersOf(analysis: Analysis, { name, layer }: Target): readonly Maker[] | undefined {
  const makers = new Map<number, Maker>();
  const nets = statesOf(analysis).map((state) => analysis.state(state).net);
  for (const { layers, blobs } of nets) {
    if (layers.some(({ span }) => span.start === layer.span.start)) add(makers, layer, name);
    else {
      const first = blobs.find((blob) => blob.name === name);
      const other = first && layers[first.layer];
      if (other && layer.bottoms.length === 0 && other.bottoms.length === 0) add(makers, other, name);
    }
  }
  const sorted = [...makers.values()].sort((a, b) => a.span.start - b.span.start);
  const last = sorted.at(-1);
  const readTooEarly = nets.some(({ layers }) =>
    layers.some(
      ({ span, bottoms }) =>
        last && makers.size > 1 && span.start < last.span.start && bottoms.some((ref) => ref.name === name),
    ),
  );
  const isMissing = makers.size > 1 && nets.some(({ layers }) => !layers.some(({ span }) => makers.has(span.start)));
  const hasLevels = makers.size > 1 && sorted.some(({ rules }) => rules.some(hasLevel));
  return readTooEarly || isMissing || hasLevels ? undefined : sorted;
}

function add(makers: Map<number, Maker>, { span, tops, message }: Layer, name: string): void {
  const top = tops.find((one) => one.name === name && !one.automatic);
  const rules = [...subs(message, 'include'), ...subs(message, 'exclude')];
  if (top) makers.set(span.start, { span, top: top.span, rules });
}

interface Inserted {
  readonly type: string;
  readonly name: string;
  readonly bottom: string;
  readonly top: string;
}

/** The fields of a new layer, with those that its type requires. */
function block({ dialect }: Analysis, { type, name, bottom, top }: Inserted): readonly string[] {
  const rule = dialect.layers.get(type);
  const body =
    rule?.skeleton?.body === undefined || rule.param === undefined
      ? []
      : [
          `${rule.param} {`,
          ...plain(rule.skeleton.body)
            .split('\n')
            .map((line) => `\t${line}`),
          '}',
        ];
  return [`name: ${quoted(name)}`, `type: "${type}"`, `bottom: ${quoted(bottom)}`, `top: ${quoted(top)}`, ...body];
}

/** A snippet with its placeholders replaced by their defaults: `${1:64}` is 64, `${1|MAX,AVE|}` is MAX. */
function plain(snippet: string): string {
  return snippet
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1')
    .replace(/\$\{?\d+\}?/g, '');
}

function layered(lines: readonly string[], rules: readonly string[], indent: string, lineStart: string): string {
  const fields = [...lines.slice(0, 4), ...rules, ...lines.slice(4)];
  return `${lineStart}layer {${fields.map((line) => `${lineStart}${indent}${line.replace(/^\t/, indent)}`).join('')}${lineStart}}`;
}

/** After a comment that follows on the line, unless another field follows. */
function endOfLine(text: string, from: number): number {
  const rest = /^[ \t]*(?:#[^\r\n]*)?(?=\r?\n|$)/.exec(text.slice(from, from + 1000))?.[0];
  return from + (rest?.includes('#') && opensLine(text, from + rest.length) === false ? rest.length : 0);
}

function fresh(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let i = 1; taken.has(name); i++) name = `${wanted}_${i}`;
  taken.add(name);
  return name;
}
