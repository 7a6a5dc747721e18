/** Conditions on the fields of a fork's layer. Each function returns the problems it finds. */
import type { SetUpInput } from '../../net/rules';
import type { Problem } from '../../problems';
import { has, num, placeOf } from '../../schema/message';

export function needs({ layer, param }: SetUpInput, name: string): readonly Problem[] {
  return has(param, name) ? [] : [{ code: 'fork/field-missing', span: param.span, args: { type: layer.type, name } }];
}

/** The field's value, written or default, must be above a bound. */
export function above({ param }: SetUpInput, name: string, bound: number): readonly Problem[] {
  const found = num(param, name);
  return found > bound
    ? []
    : [{ code: 'fork/field-bound', span: placeOf(param, name), args: { name, relation: '>', bound, found } }];
}

export function atLeast({ param }: SetUpInput, name: string, bound: number): readonly Problem[] {
  const found = num(param, name);
  return found >= bound
    ? []
    : [{ code: 'fork/field-bound', span: placeOf(param, name), args: { name, relation: '≥', bound, found } }];
}

export function atMost({ param }: SetUpInput, name: string, bound: number): readonly Problem[] {
  const found = num(param, name);
  return found <= bound
    ? []
    : [{ code: 'fork/field-bound', span: placeOf(param, name), args: { name, relation: '≤', bound, found } }];
}

/** Applies only where the field is written. */
export function ifWritten(
  input: SetUpInput,
  name: string,
  check: (input: SetUpInput) => readonly Problem[],
): readonly Problem[] {
  return has(input.param, name) ? check(input) : [];
}
