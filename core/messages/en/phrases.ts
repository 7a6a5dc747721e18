import type { PhraseName } from '../../codes/phrases';

/** What is filled into the sentences of problems. */
export const phrases: Readonly<Record<PhraseName, string>> = {
  'at-least': 'at least {blobs}',
  'at-most': 'at most {blobs}',
  bottoms: '{count} bottoms',
  'colon-before-list': '“:” before its values',
  'comma-or-bracket': '"," or "]"',
  decimal: 'a decimal number',
  either: '{first} or {second}',
  'end-of-file': 'the end of the file',
  exactly: 'exactly {blobs}',
  'from-to': '{min} to {blobs}',
  integer: 'an integer',
  'no-bottoms': 'no bottoms',
  'no-tops': 'no tops',
  'one-bottom': '1 bottom',
  'one-of': 'one of {values}',
  'one-top': '1 top',
  'quoted-string': 'a string in quotes',
  'top-per-bottom': 'one top per bottom',
  tops: '{count} tops',
  'tops-for-bottoms': '{tops} for {bottoms}',
  'true-or-false': 'true or false',
  'unsigned-integer': 'an integer of 0 or more',
};
