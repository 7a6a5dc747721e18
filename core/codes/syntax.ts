/** Codes of the text format; explained in `docs/problems/syntax.md`. */
import { error, type CodeInfo } from './code-info';

export const syntaxCodes = {
  'syntax/expected-name': error,
  'syntax/expected-value': error,
  'syntax/expected-colon': error,
  'syntax/expected-bracket': error,
  'syntax/expected-token': error,
  'syntax/unclosed': error,
  'syntax/unexpected-close': error,
  'syntax/number-then-letter': error,
  'syntax/name-then-point': error,
  'syntax/bad-number': error,
  'syntax/string-not-closed': error,
  'syntax/string-not-opened': error,
  'syntax/quote-in-string': error,
  'syntax/bad-escape': error,
  'syntax/control-character': error,
  'syntax/non-ascii': error,
  'syntax/byte-order-mark': error,
  'syntax/too-deep': error,
  'syntax/too-many-problems': error,
} as const satisfies Record<string, CodeInfo>;
