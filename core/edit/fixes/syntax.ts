/** Fixes of the text format: a missing or surplus character. */
import type { syntaxProblems } from '../../problems/syntax';
import type { Problem } from '../../problems';
import { shortened } from '../../text/found';
import type { Fix } from '../change';
import { indentAt, lineBreakOf } from '../lines-of';
import type { Fixer, Fixes } from './fixer';

function insert(id: Fix['id'], at: number, newText: string, args: Fix['args'] = {}): Fix {
  return { id, args, changes: [{ span: { start: at, end: at }, newText }] };
}

/** `name 3` and `name = 3`; a value must follow on the line. */
const colon: Fixer = ({ text }, { span: { start } }) => {
  if (text[start] === '=') {
    return [
      {
        id: 'replace',
        args: { suggestion: ':' },
        changes: [{ span: { start: text[start - 1] === ' ' ? start - 1 : start, end: start + 1 }, newText: ':' }],
      },
    ];
  }
  const before = /\w([ \t]+)$/.exec(text.slice(Math.max(0, start - 80), start));
  return before && /^["'\w.-]/.test(text.slice(start, start + 1))
    ? [insert('add-colon', start - (before[1] ?? '').length, ':')]
    : [];
};

/** Inserts the brackets missing before the problem, each with the indentation of the line of its opening bracket. */
const closers: Fixer<'syntax/unclosed'> = ({ text, textProblems }, problem) => {
  const { span, args, related = [] } = problem;
  const from = related[0]?.span.start ?? span.start;
  // With other errors around, the place of the bracket is uncertain.
  if (
    textProblems.some(
      (other) =>
        other !== problem &&
        other.code.startsWith('syntax/') &&
        other.span.start >= from &&
        other.span.start <= span.start,
    )
  )
    return [];
  const brackets = String(args.closer).split(' ');
  const opened = related.map((place) => place.span.start).reverse();
  const at = text.slice(0, span.start).trimEnd().length;
  const lineBreak = lineBreakOf(text);
  const isShort = opened.every((start) => !text.slice(start, at).includes('\n'));
  const newText = isShort
    ? ` ${brackets.join(' ')}`
    : brackets.map((bracket, i) => `${lineBreak}${indentAt(text, opened[i] ?? 0)}${bracket}`).join('');
  const inComment = text.slice(text.lastIndexOf('\n', at - 1) + 1, at).includes('#');
  return isShort && inComment ? [] : [insert('add-brackets', at, newText, { brackets: brackets.join(' ') })];
};

/** `momentum.9` */
const colonBeforePoint: Fixer = (_, { span }) => [insert('add-colon', span.start, ': ')];

const space: Fixer = (_, { span }) => [insert('add-space', span.start, ' ')];

/** The likely end of the string, unless it contains characters that are unusual in a string. */
const quote: Fixer<'syntax/string-not-closed'> = ({ text }, { span: { start, end }, args }) =>
  /^.[\w./ -]*$/.test(text.slice(start, end)) ? [insert('add-quote', end, String(args.quote))] : [];

const openingQuote: Fixer<'syntax/string-not-opened'> = (_, { span: { start }, args }) => [
  insert('open-quote', start, String(args.quote)),
];

/** After the name that the message belongs to. */
const opener: Fixer = ({ text }, { span: { start }, related: [field] = [] }) => {
  const at = field?.span.end ?? start - (/[ \t]+$/.exec(text.slice(Math.max(0, start - 80), start))?.[0].length ?? 0);
  return [insert('add-brackets', at, ' {', { brackets: '{' })];
};

const removeText: Fixer = ({ text }, { span }) => [
  { id: 'remove-text', args: { found: shortened(text, span.start, span.end) }, changes: [{ span, newText: '' }] },
];

const backslash: Fixer = (_, { span }) => [insert('escape', span.start, '\\')];

/** Characters that look like those of the text format, as word processors and input methods produce them. */
const lookalikes: Readonly<Record<string, string>> = {
  '\u00a0': ' ',
  '\u2002': ' ',
  '\u2003': ' ',
  '\u2009': ' ',
  '\u3000': ' ',
  '\u200b': '',
  '\u2060': '',
  '\ufeff': '',
  '\u201c': '"',
  '\u201d': '"',
  '\u2018': "'",
  '\u2019': "'",
  '\uff02': '"',
  '\uff1a': ':',
  '\uff0c': ',',
  '\uff1b': ';',
  '\uff5b': '{',
  '\uff5d': '}',
  '\u2212': '-',
  '\u2013': '-',
  '\uff0d': '-',
};

const plainSigns: Fixer = ({ text }, { span }: Problem) => {
  const signs = [...text.slice(span.start, span.end)].map((sign) => lookalikes[sign]);
  if (!signs.every((sign) => sign !== undefined)) return [];
  const newText = signs.join('');
  const isWhitespace = newText.trim() === '';
  return [
    {
      id: isWhitespace ? 'remove-text' : 'replace',
      args: isWhitespace ? { found: shortened(text, span.start, span.end) } : { suggestion: newText },
      changes: [{ span, newText }],
    },
  ];
};

/** An editor may hide the byte order mark; then it is removed by saving the file in another encoding. */
const mark: Fixer = ({ text }) =>
  text.charCodeAt(0) === 0xfeff
    ? [{ id: 'remove-text', args: { found: 'U+FEFF' }, changes: [{ span: { start: 0, end: 1 }, newText: '' }] }]
    : [];

export const syntaxFixes: Fixes<keyof typeof syntaxProblems> = {
  'syntax/expected-name': 'author',
  'syntax/expected-value': 'author',
  'syntax/expected-colon': colon,
  'syntax/expected-bracket': opener,
  'syntax/expected-token': 'author',
  'syntax/unclosed': closers,
  'syntax/unexpected-close': removeText,
  'syntax/number-then-letter': space,
  'syntax/name-then-point': colonBeforePoint,
  'syntax/bad-number': 'author',
  'syntax/string-not-closed': quote,
  'syntax/string-not-opened': openingQuote,
  'syntax/quote-in-string': removeText,
  'syntax/bad-escape': backslash,
  'syntax/control-character': removeText,
  'syntax/non-ascii': plainSigns,
  'syntax/byte-order-mark': mark,
  'syntax/too-deep': 'author',
  'syntax/too-many-problems': 'none',
};
