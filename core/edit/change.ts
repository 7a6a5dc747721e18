/** An edit as data: the pieces of a text to replace. */
import type { Arguments, Span } from '../problems';
import type { fixTitles } from '../messages/en/fixes';

export interface TextChange {
  readonly span: Span;
  readonly newText: string;
}

/** One action on a problem that a person can choose. Its title is in `messages/en/fixes.ts`. */
export interface Fix {
  readonly id: keyof typeof fixTitles;
  readonly args: Arguments;
  /** In text order and without overlaps. */
  readonly changes: readonly TextChange[];
  /**
   * What the fix guesses, so that the author should review it. Such a fix is excluded from "fix all"; one that guesses
   * a value is not preferred.
   */
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
