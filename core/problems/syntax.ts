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
    says: '{found} closes nothing.',
    help: 'Remove it, or add the opening bracket.',
  },
  'syntax/number-then-letter': {
    severity: 'error',
    says: '{found} must be separated from the number before it.',
    help: 'Insert a space before it.',
  },
  'syntax/name-then-point': {
    severity: 'error',
    says: 'A space must separate a name from a number that starts with a point.',
    help: 'Insert `: ` between the two.',
  },
  'syntax/bad-number': {
    severity: 'error',
    says: '{found} is not a number in the text format.',
  },
  'syntax/string-not-closed': {
    severity: 'error',
    says: 'This string is not closed on its line.',
    help: 'Add {quote} at its end.',
  },
  'syntax/string-not-opened': {
    severity: 'error',
    says: '{found} ends with a quote, but does not start with one.',
    help: 'Add {quote} before it.',
  },
  'syntax/quote-in-string': {
    severity: 'error',
    says: 'This quote ends the string too early.',
    help: 'Remove it, or put a backslash before it.',
  },
  'syntax/bad-escape': {
    severity: 'error',
    says: '{found} is not an escape sequence of the text format.',
    help: 'Write `\\\\` for a backslash.',
  },
  'syntax/control-character': {
    severity: 'error',
    says: 'Control characters are not allowed, found U+{code}.',
    help: 'Remove it.',
  },
  'syntax/non-ascii': {
    severity: 'error',
    says: '{found} (U+{code}) is only allowed in strings and comments.',
  },
  'syntax/byte-order-mark': {
    severity: 'error',
    says: 'The file starts with a byte-order mark, which Caffe rejects.',
    help: 'Save it as UTF-8 without BOM.',
  },
  'syntax/too-deep': {
    severity: 'error',
    says: 'Nested more than {limit} levels deep; the content is not checked.',
  },
  'syntax/too-many-problems': {
    severity: 'error',
    says: 'More than {limit} problems; the rest is not listed.',
  },
} as const satisfies Readonly<Record<`syntax/${string}`, ProblemKind>>;
