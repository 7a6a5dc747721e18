/** What an edit is: pieces of a text that are replaced, as data. */
import type { Arguments, Span } from '../problems';
import type { fixTitles } from '../messages/en/fixes';

export interface TextChange {
  readonly span: Span;
  readonly newText: string;
}

/** One thing that a person can choose to do about a problem. Its sentence is in `messages/en/fixes.ts`. */
export interface Fix {
  readonly id: keyof typeof fixTitles;
  readonly args: Arguments;
  /** In the order of the text; none overlaps another. */
  readonly changes: readonly TextChange[];
  /** What the author should look at: such a fix is not part of a fix of all, and with a guessed value not the preferred one. */
  readonly guess?: 'name' | 'value';
}

/** The text after the changes, which must be in order and not overlap. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  let result = '';
  let at = 0;
  for (const { span, newText } of changes) {
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at);
}
