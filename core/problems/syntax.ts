/** Problems of the text format; explained in `docs/problems/syntax.md`. */
import type { ProblemKind } from './kind';

export const syntaxProblems = {
  'syntax/expected-name': {
    severity: 'error',
    says: 'Expected a field name, found {found}.',
  },
  'syntax/expected-value': {
    severity: 'error',
    says: 'Expected a value for {name}, found {found}.',
  },
  'syntax/expected-colon': {
    severity: 'error',
    says: 'Expected ":" and a value after {name}, found {found}.',
  },
  'syntax/expected-bracket': {
    severity: 'error',
    says: 'Expected "{" after {name}, found {found}.',
  },
  'syntax/expected-token': {
    severity: 'error',
    says: 'Expected {expected}, found {found}.',
  },
  'syntax/unclosed': {
    severity: 'error',
    says: 'Expected {closer} before {found}: a bracket above is not closed.',
  },
  'syntax/unexpected-close': {
    severity: 'error',
    says: '{found} closes nothing: remove it, or add the opening bracket.',
  },
  'syntax/number-then-letter': {
    severity: 'error',
    says: 'A number must be followed by a space: put one before {found}.',
  },
  'syntax/name-then-point': {
    severity: 'error',
    says: 'A name must be followed by a space before a number that starts with a point.',
  },
  'syntax/bad-number': {
    severity: 'error',
    says: '{found} is not a number in the text format.',
  },
  'syntax/string-not-closed': {
    severity: 'error',
    says: 'This string is not closed on its line: add {quote}.',
  },
  'syntax/string-not-opened': {
    severity: 'error',
    says: '{found} ends with a quote, but begins with none: add {quote} before it.',
  },
  'syntax/quote-in-string': {
    severity: 'error',
    says: 'This quote ends the string before its end: remove it, or put a backslash before it.',
  },
  'syntax/bad-escape': {
    severity: 'error',
    says: '{found} is no escape sequence of the text format.',
  },
  'syntax/control-character': {
    severity: 'error',
    says: 'Control characters (here U+{code}) are not allowed: remove it.',
  },
  'syntax/non-ascii': {
    severity: 'error',
    says: '{found} (U+{code}) can stand only in a string or a comment.',
  },
  'syntax/byte-order-mark': {
    severity: 'error',
    says: 'The file begins with a byte-order mark, which Caffe refuses: save it as UTF-8 without BOM.',
  },
  'syntax/too-deep': {
    severity: 'error',
    says: 'Nested more than {limit} levels deep: what is inside is not looked at.',
  },
  'syntax/too-many-problems': {
    severity: 'error',
    says: 'More problems than {limit}: the rest is not listed.',
  },
} as const satisfies Readonly<Record<`syntax/${string}`, ProblemKind>>;
