import type { syntaxCodes } from '../../codes/syntax';

export const syntax: Record<keyof typeof syntaxCodes, string> = {
  'syntax/expected-name': 'Expected a field name, found {found}.',
  'syntax/expected-value': 'Expected a value for {name}, found {found}.',
  'syntax/expected-colon': 'Expected ":" and a value after {name}, found {found}.',
  'syntax/expected-bracket': 'Expected "{" after {name}, found {found}.',
  'syntax/expected-token': 'Expected {expected}, found {found}.',
  'syntax/unclosed': 'Expected {closer} before {found}: a bracket above is not closed.',
  'syntax/unexpected-close': '{found} closes nothing: remove it, or add the opening bracket.',
  'syntax/number-then-letter': 'A number must be followed by a space: put one before {found}.',
  'syntax/name-then-point': 'A name must be followed by a space before a number that starts with a point.',
  'syntax/bad-number': '{found} is not a number in the text format.',
  'syntax/string-not-closed': 'This string is not closed on its line: add {quote}.',
  'syntax/string-not-opened': '{found} ends with a quote, but begins with none: add {quote} before it.',
  'syntax/quote-in-string': 'This quote ends the string before its end: remove it, or put a backslash before it.',
  'syntax/bad-escape': '{found} is no escape sequence of the text format.',
  'syntax/control-character': 'Control characters (here U+{code}) are not allowed: remove it.',
  'syntax/non-ascii': '{found} (U+{code}) can stand only in a string or a comment.',
  'syntax/byte-order-mark':
    'The file begins with a byte-order mark, which Caffe refuses: save it as UTF-8 without BOM.',
  'syntax/too-deep': 'Nested more than {limit} levels deep: what is inside is not looked at.',
  'syntax/too-many-problems': 'More problems than {limit}: the rest is not listed.',
};
