/** Faults to inject into a valid net: where one can be placed, how it changes the text, and where its error must be. */
import { analyze, type Analysis } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import type { InferredLayer } from '#core/infer/types';
import type { NetState } from '#core/net/model';
import { has, subs, type Entry, type Message } from '#core/schema/message';

export interface Fault {
  readonly kind: string;
  /** The layer's index in the state. */
  readonly layer: number;
  /** The part of the text that it replaces. */
  readonly start: number;
  readonly end: number;
  readonly newText: string;
  /** The token at fault, within the new text. */
  readonly token: string;
}

export function analysisOf(text: string, state: NetState): Analysis {
  return analyze(text, { dialect: bvlc, kind: 'net', states: [state], world: { datum: [3, 16, 16] } });
}

/** All possible faults in the layers of a state, except layers that Caffe creates from an old format. */
export function faultsIn(analysis: Analysis, state: NetState): readonly Fault[] {
  const { layers } = analysis.state(state);
  return layers
    .filter(({ layer, rule }) => rule && layer.message.node && analysis.text.startsWith('layer ', layer.span.start))
    .flatMap(faultsOf);
}

function faultsOf(inferred: InferredLayer): readonly Fault[] {
  const { layer, rule, params, fills } = inferred;
  const { message, index } = layer;
  const faults: Fault[] = [];
  const replace = (kind: string, { valueNode: { start, end } }: Entry, newText: string): void => {
    faults.push({ kind, layer: index, start, end, newText, token: newText });
  };
  /** Inserts after the opening bracket. */
  const insert = (kind: string, into: Message, newText: string, token: string): void => {
    const at = (into.node?.start ?? 0) + 1;
    faults.push({ kind, layer: index, start: at, end: at, newText: ` ${newText}`, token });
  };
  for (const entry of message.entries) {
    if (entry.field.name === 'bottom') replace('unknown bottom', entry, '"nowhere"');
    if (entry.field.name === 'type') replace('unknown layer type', entry, '"Nonsense"');
    if (entry.field.name === 'type') replace('misspelt layer type', entry, `"${layer.type}s"`);
  }
  insert('unknown field', message, 'bogus: 1', 'bogus');
  if (has(message, 'name')) {
    const close = (message.node?.end ?? 1) - 1;
    faults.push({
      kind: 'set twice',
      layer: index,
      start: close,
      end: close,
      newText: 'name: "again" ',
      token: 'name',
    });
  }
  const tooMany = 'propagate_down: true '.repeat(layer.bottoms.length + 1);
  if (!has(message, 'propagate_down')) insert('propagate_down', message, tooMany, tooMany);
  if (!has(message, 'include') && !has(message, 'exclude'))
    insert('include and exclude', message, 'include {} exclude { stage: "x" }', 'exclude');
  if (params.every(({ lrMult }) => lrMult !== 0)) {
    const missing = params.length - subs(message, 'param').length + 1;
    if (missing > 0) {
      const close = (message.node?.end ?? 1) - 1;
      faults.push({
        kind: 'too many params',
        layer: index,
        start: close,
        end: close,
        newText: `${'param { } '.repeat(missing - 1)}param {decay_mult: 1} `,
        token: 'param {decay',
      });
    }
  }
  const param =
    rule?.param === undefined ? undefined : message.entries.find(({ field }) => field.name === rule.param)?.value;
  if (typeof param === 'object') {
    insert('unknown field in the parameters', param, 'bogus: 1', 'bogus');
    for (const entry of param.entries) {
      const { name, kind, enumeration } = entry.field;
      const { start, nameEnd } = entry.node;
      faults.push({
        kind: 'misspelt field',
        layer: index,
        start,
        end: nameEnd,
        newText: `${name}s`,
        token: `${name}s`,
      });
      if (typeof entry.value === 'string' && enumeration) replace('misspelt enum value', entry, `${entry.value}S`);
      if (enumeration) replace('unknown enum value', entry, 'NONSENSE');
      if (kind === 'uint32') replace('wrong type', entry, '"three"');
      if (name === 'num_output') replace('num_output', entry, '0');
    }
  }
  for (const { start } of [...params, ...fills]) {
    const type = start.kind === 'filler' ? start.filler.entries.find(({ field }) => field.name === 'type') : undefined;
    if (type) replace('unknown filler', type, '"nonsense"');
  }
  return faults;
}

/** The text with all faults, and the position of each one's token. Faults must not overlap. */
export function withFaults(
  text: string,
  faults: readonly Fault[],
): { readonly text: string; readonly tokens: readonly (readonly [number, number])[] } {
  let result = '';
  let at = 0;
  const tokens: (readonly [number, number])[] = [];
  for (const { start, end, newText, token } of [...faults].sort((a, b) => a.start - b.start)) {
    result += text.slice(at, start);
    const from = result.length + newText.indexOf(token);
    tokens.push([from, from + token.length]);
    result += newText;
    at = end;
  }
  return { text: result + text.slice(at), tokens };
}
