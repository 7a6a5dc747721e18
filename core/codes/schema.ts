/** Codes of fields and their values; explained in `docs/problems/schema.md`. */
import { advice, error, foreign, hint, information, warning, type CodeInfo } from './code-info';

export const schemaCodes = {
  'schema/unknown-field': error,
  'schema/fork-field': foreign,
  'schema/fork-enum-value': foreign,
  'schema/misplaced-field': error,
  'schema/other-caffe': information,
  'schema/unlikely-value': { severity: 'warning', once: 'name' },
  'schema/unknown-name': { severity: 'warning', once: 'name' },
  'schema/unknown-names': warning,
  'schema/unknown-name-here': hint,
  'schema/placeholder': advice,
  'schema/broken-proto': error,
  'schema/unknown-extension': error,
  'schema/expected-type': error,
  'schema/out-of-range': error,
  'schema/unknown-enum-value': error,
  'schema/set-twice': error,
  'schema/not-repeated': error,
  'schema/missing-required': error,
} as const satisfies Record<string, CodeInfo>;
