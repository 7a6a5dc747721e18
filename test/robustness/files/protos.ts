/** Protos that nobody should write: BVLC's own with other types, labels, numbers and defaults, without some parts, or cut off. */
import { readFileSync } from 'node:fs';

const source = readFileSync('schemas/bvlc.proto', 'utf8').replace(/^\s*\/\/.*\n/gm, '');
const field = /^(\s*)(optional|required|repeated) ([\w.]+) (\w+) = (\d+)(.*)$/;
const lines = source.split('\n');
const fields = lines.flatMap((line, at) => (field.test(line) ? [at] : []));
const named = [...source.matchAll(/^\s*(?:message|enum) (\w+)/gm)].map(([, name = '']) => name);
const fieldNames = fields.flatMap((at) => field.exec(lines[at] ?? '')?.[4] ?? []);
/** Those that nearly every net has, or that every analysis reads. */
const usual = fields.filter((at) =>
  /\b(?:name|type|bottom|top|layer|layers|input|input_dim|shape|dim|param|include|phase|stage|lr_mult|loss_weight|num_output|kernel_size|pad|stride|group|weight_filler|bias_filler|std|value|pool|axis|batch_size|crop_size|base_lr|lr_policy|net_param|test_iter|stepvalue|max_iter|(?:convolution|inner_product|pooling|data|input)_param) = /.test(
    lines[at] ?? '',
  ),
);
const scalars = ['int32', 'int64', 'uint32', 'sint64', 'fixed32', 'float', 'double', 'bool', 'string', 'bytes'];
const kinds = [
  ['int32', 'int64', 'uint32', 'sint64', 'fixed32'],
  ['float', 'double', 'int32'],
  ['string', 'bytes'],
];
const defaults = [
  '0',
  '-1',
  '1e39',
  'nan',
  'inf',
  '"x"',
  'true',
  'TRAIN',
  'MAX',
  '4294967295',
  '-9223372036854775808',
  '{',
  '',
];
const marks = [
  '{',
  '}',
  ';',
  '=',
  '[',
  ']',
  '"',
  '/*',
  '//',
  '\0',
  'message X {',
  'enum X {',
  'oneof o {',
  'group',
  '.',
];

export type Below = (below: number) => number;

/** One proto; `below` draws what changes. */
export function hostileProto(below: Below): string {
  const changed = [...lines];
  for (let n = 1 + below(below(4) === 0 ? 60 : 4); n > 0; n--) change(changed, below);
  return changed.join('\n');
}

function change(text: string[], below: Below): void {
  const one = <Item>(list: readonly Item[]): Item => list[below(list.length)] as Item;
  const at = below(2) === 0 ? one(fields) : one(usual);
  const [, indent, label, type, name, number, rest] = field.exec(text[at] ?? '') ?? [];
  if (name === undefined) return;
  const put = (as: { label?: string; type?: string; name?: string; number?: string; rest?: string }): void => {
    const now = { label, type, name, number, rest, ...as };
    text[at] = `${indent}${now.label} ${now.type} ${now.name} = ${now.number}${now.rest}`;
  };
  switch (below(16)) {
    case 0:
    case 1:
    case 2:
      return put({ type: one(likely(type, below)), rest: ';' });
    case 3:
    case 4:
    case 5:
      return put({ label: one(['optional', 'required', 'repeated']), rest: ';' });
    case 6:
    case 7:
      return put({ rest: ` [default = ${below(2) === 0 ? one(defaults) : likelyDefault(type, below)}];` });
    case 8:
      return put({ name: one(fieldNames) });
    case 9:
      return put({ number: String(below(2) === 0 ? below(300) : 2 ** 31) });
    case 10:
    case 11:
      text[at] = '';
      return;
    case 12:
      return without(text, at, below);
    case 13:
      return renamed(text, one(named), one([...named, 'Other']), below);
    case 14:
      // Mostly no proto any more.
      if (below(8) === 0) text[at] = `${one(marks)}${text[at]}`;
      return;
    default:
      if (below(8) === 0) text.splice(below(text.length));
  }
}

function likelyDefault(type: string | undefined, below: Below): string {
  if (type === 'bool') return below(2) === 0 ? 'true' : 'false';
  if (type === 'string') return '"x"';
  return ['0', '-1', '1', '2147483647', '4294967295'][below(5)] as string;
}

/** Mostly types of the same kind, since a proto with others is reported as broken. */
function likely(type: string | undefined, below: Below): readonly string[] {
  const kind = below(3) === 0 ? undefined : kinds.find((all) => all.includes(type ?? ''));
  return kind ?? (below(3) === 0 ? [...scalars, ...named] : [type ?? 'int32']);
}

/** Removes the message or enum around a line, or all but its name. */
function without(text: string[], at: number, below: Below): void {
  let from = at;
  while (from > 0 && !/^\s*(?:message|enum) /.test(text[from] ?? '')) from--;
  const keeps = below(2) === 0;
  let depth = 0;
  for (let i = from; i < text.length; i++) {
    const line = text[i] ?? '';
    depth += line.split('{').length - line.split('}').length;
    text[i] = keeps && i === from ? (depth > 0 ? line : line.replace(/\{.*/, '{}')) : keeps && depth === 0 ? '}' : '';
    if (depth <= 0) return;
  }
}

/** Gives a message the name of another one, everywhere or only where it is defined. */
function renamed(text: string[], from: string, to: string, below: Below): void {
  const everywhere = below(2) === 0;
  const pattern = everywhere ? new RegExp(`\\b${from}\\b`, 'g') : new RegExp(`^(\\s*(?:message|enum) )${from}\\b`);
  for (const [i, line] of text.entries()) text[i] = line.replace(pattern, everywhere ? to : `$1${to}`);
}
