/** The colors of the text: protobuf's text format, with the roles of the extension's own grammar (`syntaxes`). */
import { HighlightStyle, StreamLanguage, syntaxHighlighting, type StringStream } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { tags } from '@lezer/highlight';

interface State {
  readonly depth: number;
  /** The field whose value comes next. */
  readonly field: string;
}

/** One token at a time, in linear time; a string ends at the end of its line at the latest. */
function token(stream: StringStream, state: { now: State }): string | null {
  if (stream.eatSpace()) return null;
  const { depth, field } = state.now;
  const next = stream.next();
  if (next === '#') {
    stream.skipToEnd();
    return 'comment';
  }
  if (next === '"' || next === "'") {
    skipString(stream, next);
    state.now = { depth, field: '' };
    return roleOfString(field);
  }
  if (next === '{' || next === '<') state.now = { depth: depth + 1, field: '' };
  else if (next === '}' || next === '>') state.now = { depth: Math.max(0, depth - 1), field: '' };
  if (next === '{' || next === '}' || next === '<' || next === '>') return 'bracket';
  if (next !== undefined && /[\d.+-]/.test(next)) {
    stream.eatWhile(/[\w.+-]/);
    return 'number';
  }
  if (next === undefined || !/[A-Za-z_]/.test(next)) return 'punctuation';
  stream.eatWhile(/\w/);
  const word = stream.current();
  if (stream.match(/^\s*:?\s*[{<]/, false)) return 'keyword';
  if (!stream.match(/^\s*:/, false)) return 'atom';
  state.now = { depth, field: word };
  return 'propertyName';
}

function skipString(stream: StringStream, quote: string): void {
  let escaped = false;
  for (let next = stream.next(); next !== undefined; next = stream.next()) {
    if (next === quote && !escaped) return;
    escaped = next === '\\' && !escaped;
  }
}

function roleOfString(field: string): string {
  if (field === 'type') return 'typeName';
  if (field === 'name') return 'labelName';
  return field === 'top' || field === 'bottom' || field === 'input' ? 'variableName' : 'string';
}

export const prototxt = StreamLanguage.define<{ now: State }>({
  name: 'prototxt',
  startState: () => ({ now: { depth: 0, field: '' } }),
  copyState: ({ now }) => ({ now }),
  token,
  indent: ({ now: { depth } }, after, { unit }) => unit * Math.max(0, depth - (/^\s*[}>]/.test(after) ? 1 : 0)),
  languageData: {
    commentTokens: { line: '#' },
    closeBrackets: { brackets: ['{', '"', "'"] },
    indentOnInput: /^\s*[}>]$/,
  },
});

/** Colors are variables of the theme, so that they follow it. */
const style = HighlightStyle.define([
  { tag: tags.comment, color: 'var(--token-comment)' },
  { tag: tags.string, color: 'var(--token-string)' },
  { tag: tags.number, color: 'var(--token-number)' },
  { tag: tags.typeName, color: 'var(--token-type)' },
  { tag: tags.labelName, color: 'var(--token-name)' },
  { tag: tags.variableName, color: 'var(--token-blob)' },
  { tag: tags.keyword, color: 'var(--token-message)' },
  { tag: tags.propertyName, color: 'var(--token-field)' },
  { tag: tags.atom, color: 'var(--token-constant)' },
]);

export const highlighting: Extension = syntaxHighlighting(style);
