/** Fixes of numbers: what a value that Caffe can't read was meant to be, and a value in place of one that is missing. */
import type { Analysis } from '../../analysis/analysis';
import { writtenParamOf } from '../../infer/param-of';
import type { InferredLayer } from '../../infer/types';
import { entriesOf, entryOf, nums, type Entry } from '../../schema/message';
import type { FieldType } from '../../schema/types';
import type { MessageNode } from '../../text/tree';
import { addFields } from '../add-field';
import type { Fix } from '../change';
import { entryAt, layerAt, replacement, type Fixer } from './fixer';
import { bestOf } from './guesses';

/**
 * What a scalar was meant to be: `3.0` as an integer, `-3` where only sizes are allowed, `yes` as a bool. Undefined where the
 * text does not tell.
 */
export function readable(
  field: FieldType,
  written: string,
): { readonly value: string; readonly isSure: boolean } | undefined {
  if (field.kind === 'bool') {
    const value = bools[written.toLowerCase()];
    return value === undefined ? undefined : { value, isSure: true };
  }
  if (!/^u?int/.test(field.kind)) return undefined;
  const [, sign = '', digits] = /^(-?)\s*(\d{1,10})(?:\.0*)?$/.exec(written) ?? [];
  if (digits === undefined) return undefined;
  const isUnsigned = field.kind.startsWith('u');
  const isSure = !(isUnsigned && sign !== '');
  return { value: isUnsigned ? digits : `${sign}${digits}`, isSure };
}

const bools: Readonly<Record<string, string>> = {
  yes: 'true',
  on: 'true',
  no: 'false',
  off: 'false',
  '1.0': 'true',
  '0.0': 'false',
};

/** A size without its minus sign. */
export const withoutSign: Fixer = (analysis, problem) => {
  const { text } = analysis;
  const written = text.slice(problem.span.start, problem.span.end);
  const [, digits] = /^-\s*(\d+)$/.exec(written) ?? [];
  return digits === undefined || Number(digits) === 0
    ? []
    : bestOf(analysis, problem, [replacement(analysis, problem.span, digits)]);
};

/** More are not tried. */
const mostAlike = 3;

/**
 * A value for a field of a layer's parameters that is missing or 0: what similar layers of the net have, else `otherwise`; a
 * starting value for the author to change.
 */
export function likeOthers(
  name: string,
  otherwise: (found: InferredLayer) => readonly number[],
  others?: 'independent',
): Fixer {
  return (analysis, problem) => {
    const found = layerAt(analysis, problem.span);
    if (!found) return [];
    const values = [...new Set([...valuesOfOthers(analysis, found, name), ...otherwise(found)])];
    const entry = entryAt(analysis, problem.span)?.entry;
    const isWritten = entry !== undefined && typeof entry.value !== 'object';
    return bestOf(
      analysis,
      problem,
      values.map((value) => (isWritten ? replaced(analysis, entry, value) : added(analysis, found, name, value))),
      others,
    );
  };
}

/** Of layers of the same type, the nearest before it first. */
function valuesOfOthers(analysis: Analysis, { layer }: InferredLayer, name: string): readonly number[] {
  const [state] = analysis.states;
  const layers = state ? analysis.state(state).layers : [];
  const alike = layers.filter((one) => one.layer.type === layer.type && one.layer.span.start !== layer.span.start);
  const before = alike.filter((one) => one.layer.span.start < layer.span.start).toReversed();
  const after = alike.filter((one) => one.layer.span.start > layer.span.start);
  const values = [...before, ...after].flatMap((one) => {
    const param = writtenParamOf(one);
    return param ? nums(param, name).slice(0, 1) : [];
  });
  return values.filter((value) => value > 0).slice(0, mostAlike);
}

function replaced(analysis: Analysis, { valueNode: { start, end } }: Entry, value: number): Fix {
  return replacement(analysis, { start, end }, String(value));
}

/** Before all other fields of the parameters, where it is usually written. */
function added({ text }: Analysis, found: InferredLayer, name: string, value: number): Fix | undefined {
  const { layer, rule } = found;
  if (rule?.param === undefined) return undefined;
  const field = `${name}: ${value}`;
  const param = entryOf(layer.message, rule.param);
  const node: MessageNode | undefined = param?.valueNode.kind === 'message' ? param.valueNode : undefined;
  if (node && param?.node.name === rule.param) return first(text, node, field);
  const owner = param ? undefined : layer.message.node;
  return owner && { ...addition(text, owner, `${rule.param} { ${field} }`), args: { fields: field } };
}

function first(text: string, node: MessageNode, field: string): Fix {
  const next = node.fields.at(0);
  if (!next) return addition(text, node, field);
  const between = text.slice(node.start + 1, next.start);
  const gap = /^\s+$/.test(between) ? between : ' ';
  return {
    id: 'add',
    args: { fields: field },
    changes: [{ span: { start: next.start, end: next.start }, newText: `${field}${gap}` }],
  };
}

function addition(text: string, node: MessageNode, field: string): Fix {
  return { id: 'add', args: { fields: field }, changes: [addFields(text, node, [field])] };
}

/** The kernel that keeps the size with the padding that is written, else the usual one. */
export function usualKernel(found: InferredLayer): readonly number[] {
  const param = writtenParamOf(found);
  const pads = param ? entriesOf(param, 'pad') : [];
  const [pad] = pads.length > 0 && param ? nums(param, 'pad') : [];
  return pad !== undefined && pad > 0 ? [2 * pad + 1, 3, 1] : [3, 2, 1];
}

/** The padding that keeps the size, which is less than the kernel. */
export function halfKernel(found: InferredLayer): readonly number[] {
  const param = writtenParamOf(found);
  const [kernel] = param ? nums(param, 'kernel_size') : [];
  return kernel === undefined || kernel < 1 ? [] : [Math.floor((kernel - 1) / 2)];
}

/** As many outputs as the bottom has channels. */
export function asManyAsInputs({ bottoms: [bottom] }: InferredLayer): readonly number[] {
  const channels = bottom?.[1] ?? bottom?.at(-1) ?? null;
  return channels !== null && channels > 0 ? [channels] : [1];
}
