/** Names that resemble known ones but are a layer's own, in a Caffe that is not known: they are no misspellings. */
import { slipOf } from '../text/suggest';
import type { FieldNode } from '../text/tree';
import type { FieldType } from './types';

/** The known type that the type of a layer is a probable typing error for, see `slipOf`. */
export function slipOfType(type: string, types: readonly string[]): string | undefined {
  const written = acronymOf(type);
  return slipOf(
    type,
    written === '' ? types : types.filter((known) => !isOtherAcronym(type, written, acronymOf(known))),
  );
}

/** The capital letters before the first capitalized word: those of `PSROIPooling` are `PSROI`. */
function acronymOf(type: string): string {
  return /^[A-Z]+(?=[A-Z][a-z])/.exec(type)?.[0] ?? '';
}

/** An acronym with other letters stands for other words; letters in another order, or the first one doubled, are a slip. */
function isOtherAcronym(type: string, written: string, known: string): boolean {
  const isDoubled = known === '' && written.length === 1 && type.startsWith(written + written);
  return !isDoubled && sorted(written) !== sorted(known);
}

function sorted(letters: string): string {
  return [...letters].sort().join('');
}

/** True for the usual name of the parameter message of a layer type: `hsroi_pooling_param` for `HSROIPooling`. */
export function isParamOf(name: string, type: string): boolean {
  return type !== '' && name.endsWith('_param') && squashed(name) === squashed(`${type}_param`);
}

/**
 * Whether an unknown field of a layer of that type may be a misspelling of a known one: not if it is named after the
 * type, except that only underscores differ, nor if most fields in it are unknown to the known one's message.
 */
export function mayMean({ name, value }: FieldNode, { name: known, message }: FieldType, layerType: string): boolean {
  if (isParamOf(name, layerType) && squashed(name) !== squashed(known)) return false;
  if (!message || value?.kind !== 'message') return true;
  const { fields } = value;
  const fitting = fields.filter((field) => message.fields.has(field.name) || slipOf(field.name, message.fields.keys()));
  return fields.length === 0 || 2 * fitting.length > fields.length;
}

function squashed(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}
