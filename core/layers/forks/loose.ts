/**
 * Reads fields that are known from the atlas: Caffes that have a layer in common may define its fields otherwise, or
 * lack some of them. Such a field is unknown, and no condition is checked on it.
 */
import type { SetUpInput } from '../../net/rules';
import type { Dim } from '../../net/shape';
import type { Problem } from '../../problems';
import { entriesOf, fieldOf, has, num, nums, placeOf, str, type Message } from '../../schema/message';
import { int32 } from '../shared/geometry';

/** The value or default of a number field, as an int32 where it is an integer; null where there is no such field. */
export function numberIn(param: Message, name: string): Dim {
  const field = fieldOf(param.type, name);
  if (typeof field?.default !== 'number') return null;
  const value = num(param, name);
  return Number.isInteger(value) ? int32(value) : value;
}

/** As `numberIn`, but null where the field is not written either. */
export function writtenIn(param: Message, name: string): Dim {
  return has(param, name) ? numberIn(param, name) : null;
}

export function flagIn(param: Message, name: string): boolean {
  const value = entriesOf(param, name).at(-1)?.value ?? fieldOf(param.type, name)?.default;
  return value === true;
}

/** Whether the Caffe has the fillers of weight and bias under their usual names. */
export function hasFillers(param: Message): boolean {
  return ['weight_filler', 'bias_filler'].every((name) => fieldOf(param.type, name)?.message !== undefined);
}

/** A string or the name of an enum value; empty where there is no such field. */
export function wordIn(param: Message, name: string): string {
  return typeof fieldOf(param.type, name)?.default === 'string' ? str(param, name) : '';
}

export function numbersIn(param: Message, name: string): readonly number[] {
  return nums(param, name).map(int32);
}

/** The field's value, written or default, must be above 0. */
export function positive({ param }: SetUpInput, ...names: readonly string[]): readonly Problem[] {
  return names.flatMap((name): readonly Problem[] => {
    const found = numberIn(param, name);
    if (found === null || found > 0) return [];
    return [{ code: 'fork/field-bound', span: placeOf(param, name), args: { name, relation: '>', bound: 0, found } }];
  });
}

/** The field must be written. */
export function written({ layer, param }: SetUpInput, name: string): readonly Problem[] {
  if (!fieldOf(param.type, name) || has(param, name)) return [];
  return [{ code: 'fork/field-missing', span: param.span, args: { type: layer.type, name } }];
}
