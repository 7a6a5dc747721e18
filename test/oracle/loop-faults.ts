/** Faults as people make them: places in an accepted net where one can be made, by kind. */
import { analyze, type Analysis } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import type { NetState } from '#core/net/model';
import type { Span } from '#core/problems/index';
import type { Entry, Message } from '#core/schema/message';
import type { FieldNode } from '#core/text/tree';

/** A number at least 0 and below the argument. */
export type Random = (below: number) => number;

export interface LoopFault extends Span {
  readonly kind: string;
  readonly newText: string;
}

export function analysisIn(text: string, state: NetState, datum: readonly number[] | undefined): Analysis {
  return analyze(text, { dialect: bvlc, kind: 'net', states: [state], world: { datum } });
}

/** The faults that can be made in the layers of a state; each is one replacement. */
export function loopFaults(analysis: Analysis, state: NetState, random: Random): readonly LoopFault[] {
  const { text } = analysis;
  const layers = analysis.state(state).layers.filter(({ layer }) => layer.message.node);
  const blobs = [...new Set(layers.flatMap(({ layer }) => layer.tops.map(({ name }) => name)))];
  return layers.flatMap(({ layer }, i) => {
    const { message } = layer;
    const faults: LoopFault[] = [...inMessage(text, message, random)];
    const earlier = layers.slice(0, i).flatMap((one) => one.layer.tops.map(({ name }) => name));
    for (const entry of message.entries) {
      const { name } = entry.field;
      if (name === 'bottom') faults.push(...bottomFaults(text, entry, blobs, random));
      if (name === 'top') faults.push(...topFaults(text, entry, earlier, random));
      if (name === 'type') faults.push(...typeFaults(text, entry, layer.type, random));
    }
    faults.push(...layerFaults(text, message, layer.type));
    return faults;
  });
}

function bottomFaults(text: string, entry: Entry, blobs: readonly string[], random: Random): readonly LoopFault[] {
  const name = valueIn(text, entry);
  return [
    replaced('unknown bottom', entry.valueNode, '"ghost"'),
    removed('missing bottom', entry.node, text),
    ...misspelt(name, random)
      .filter((wrong) => !blobs.includes(wrong))
      .map((wrong) => replaced('misspelt bottom', entry.valueNode, `"${wrong}"`)),
  ];
}

function topFaults(text: string, entry: Entry, earlier: readonly string[], random: Random): readonly LoopFault[] {
  const other = earlier[random(earlier.length || 1)];
  return [
    removed('missing top', entry.node, text),
    ...misspelt(valueIn(text, entry), random).map((wrong) => replaced('misspelt top', entry.valueNode, `"${wrong}"`)),
    ...(other === undefined ? [] : [replaced('top of another layer', entry.valueNode, `"${other}"`)]),
  ];
}

function typeFaults(text: string, entry: Entry, type: string, random: Random): readonly LoopFault[] {
  const written = valueIn(text, entry);
  const isText = text[entry.valueNode.start] === '"';
  const quoted = (wrong: string): string => (isText ? `"${wrong}"` : wrong);
  const shouted = type.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
  return [
    removed('missing type', entry.node, text),
    ...misspelt(written, random).map((wrong) => replaced('misspelt type', entry.valueNode, quoted(wrong))),
    replaced('type in the wrong case', entry.valueNode, quoted(isText ? type.toLowerCase() : type.toLowerCase())),
    ...(isText
      ? [
          replaced('type of the old format', entry.valueNode, shouted),
          replaced('type of the old format', entry.valueNode, `"${shouted}"`),
        ]
      : [replaced('type of the new format', entry.valueNode, `"${type}"`)]),
  ];
}

function layerFaults(text: string, { node, entries }: Message, type: string): readonly LoopFault[] {
  if (!node) return [];
  const has = (name: string): boolean => entries.some(({ field }) => field.name === name);
  const close = node.end - 1;
  const add = (kind: string, newText: string): LoopFault => ({
    kind,
    start: close,
    end: close,
    newText: `${newText} `,
  });
  const word = text.slice(0, node.start).search(/layers?\s*$/);
  const isNew = /layer\s*$/.test(text.slice(0, node.start));
  return [
    add('too many params', (isNew ? 'param { lr_mult: 1 } ' : 'blobs_lr: 1 ').repeat(4).trim()),
    ...(has('propagate_down') || !isNew
      ? []
      : [add('wrong count', 'propagate_down: true propagate_down: false propagate_down: true')]),
    ...(has('loss_weight') ? [] : [add('wrong count', 'loss_weight: 1 loss_weight: 1 loss_weight: 1')]),
    ...(has('exclude') || !has('include') ? [] : [add('include and exclude', 'exclude { stage: "never" }')]),
    add('set twice', 'name: "again"'),
    ...(type === 'BatchNorm' && !has('param') ? [add('learned statistics', 'param { lr_mult: 1 }')] : []),
    ...(isNew ? [{ kind: 'layer and layers', start: word, end: word + 5, newText: 'layers' }] : []),
    { kind: 'bracket deleted', start: close, end: node.end, newText: '' },
    { kind: 'bracket deleted', start: node.start, end: node.start + 1, newText: '' },
    { kind: 'bracket added', start: node.end, end: node.end, newText: ' }' },
  ];
}

/** Faults in any message of a layer. */
function inMessage(text: string, message: Message, random: Random): readonly LoopFault[] {
  return message.entries.flatMap((entry) => {
    const { field, node, value, valueNode } = entry;
    const faults = misspelt(field.name, random).map((wrong) =>
      replaced('misspelt field', { start: node.start, end: node.nameEnd }, wrong),
    );
    if (typeof value === 'object') {
      faults.push(...inMessage(text, value, random));
      if (valueNode.kind === 'message')
        faults.push(
          { kind: 'bracket deleted', start: valueNode.end - 1, end: valueNode.end, newText: '' },
          { kind: 'bracket deleted', start: valueNode.start, end: valueNode.start + 1, newText: '' },
        );
      return faults;
    }
    faults.push(...scalarFaults(text, entry, random));
    return faults;
  });
}

const sizes: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  num_output: [
    ['size not positive', '0'],
    ['negative size', '-'],
  ],
  kernel_size: [
    ['size not positive', '0'],
    ['negative size', '-'],
    ['kernel too large', '99'],
  ],
  stride: [
    ['size not positive', '0'],
    ['negative size', '-'],
  ],
  pad: [
    ['negative size', '-'],
    ['pad too large', '9'],
  ],
  group: [
    ['size not positive', '0'],
    ['wrong group', '7'],
  ],
  local_size: [['even size', '4']],
  axis: [['wrong axis', '9']],
  dim: [['negative size', '-']],
};

function scalarFaults(text: string, entry: Entry, random: Random): readonly LoopFault[] {
  const { field, node, value, valueNode } = entry;
  const { kind, owner, name } = field;
  const written = text.slice(valueNode.start, valueNode.end);
  const faults: LoopFault[] = [];
  const put = (fault: string, newText: string): void => void faults.push(replaced(fault, valueNode, newText));
  for (const [fault, wrong] of sizes[name] ?? []) put(fault, wrong === '-' ? `-${written}` : wrong);
  if (name === 'num_output' || name === 'kernel_size' || name === 'tiles')
    faults.push(removed('missing size', node, text));
  if (field.enumeration && name !== 'type') {
    put('enum in the wrong case', written.toLowerCase());
    for (const wrong of misspelt(written, random)) put('misspelt enum value', wrong);
  }
  if (owner === 'FillerParameter' && name === 'type') {
    for (const wrong of misspelt(String(value), random)) put('misspelt filler', `"${wrong}"`);
    const alias = { gaussian: 'gauss', msra: 'kaiming', constant: 'zero', xavier: 'glorot' }[String(value)];
    if (alias) put('filler of another framework', `"${alias}"`);
    if (String(value) !== 'gaussian') put('sparse', `${written} sparse: 2`);
  }
  if (kind === 'string' && /^["']/.test(written)) {
    put('quotes missing', written.slice(1, -1));
    faults.push({ kind: 'quote deleted', start: valueNode.end - 1, end: valueNode.end, newText: '' });
    faults.push({ kind: 'quote deleted', start: valueNode.start, end: valueNode.start + 1, newText: '' });
  } else if (kind !== 'string') {
    put('number in quotes', `"${written}"`);
  }
  if (kind === 'bool') put('wrong bool', value === true ? 'yes' : 'no');
  if (kind === 'uint32' || kind === 'int32') put('integer with a point', `${written}.0`);
  const colon = text.indexOf(':', node.nameEnd);
  if (colon >= 0 && colon < valueNode.start)
    faults.push({ kind: 'colon deleted', start: colon, end: colon + 1, newText: '' });
  return faults;
}

function valueIn(text: string, { valueNode: { start, end } }: Entry): string {
  return text.slice(start, end).replace(/^["']|["']$/g, '');
}

function replaced(kind: string, { start, end }: Span, newText: string): LoopFault {
  return { kind, start, end, newText };
}

function removed(kind: string, { start, end }: FieldNode, text: string): LoopFault {
  return { kind, start: text[start - 1] === ' ' ? start - 1 : start, end, newText: '' };
}

/** One letter left out, doubled, swapped or changed; none for names of fewer than three letters. */
function misspelt(word: string, random: Random): readonly string[] {
  if (word.replace(/[^A-Za-z]/g, '').length < 3) return [];
  const at = random(word.length);
  const letter = word[at] ?? '';
  const other = 'abcdefghijklmnopqrstuvwxyz'[random(26)] ?? '';
  const wrong = [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + letter + word.slice(at),
    word.slice(0, at) + (word[at + 1] ?? '') + letter + word.slice(at + 2),
    word.slice(0, at) + other + word.slice(at + 1),
  ][random(4)];
  return wrong !== undefined && /^[A-Za-z_]\w*$/.test(wrong) && wrong !== word ? [wrong] : [];
}
