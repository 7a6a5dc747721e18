/**
 * Fixtures that say in comments what lies above them, and stay valid prototxt: carets label a range of the line above,
 * `$0` is the cursor.
 *
 *     pool: MIN
 *     #     ^^^ schema/unknown-enum-value
 */
import type { Span } from '#core/problems/index';

export interface Mark {
  readonly span: Span;
  readonly label: string;
}

export interface Fixture {
  /** Without marks and cursor. */
  readonly text: string;
  /** Offset of `$0`; -1 if there is none. */
  readonly cursor: number;
}

/** Parses a fixture, without the indentation common to all lines. */
export function readFixture(fixture: string): Fixture {
  const marked = withoutMarks(dedent(fixture));
  const cursor = marked.indexOf('$0');
  return { text: cursor < 0 ? marked : marked.slice(0, cursor) + marked.slice(cursor + 2), cursor };
}

/** The text with each mark below the line in which its span starts; a mark ends with its line. */
export function drawMarks(text: string, marks: readonly Mark[]): string {
  const sorted = [...marks].sort((a, b) => a.span.start - b.span.start);
  let offset = 0;
  const lines = text.split('\n').flatMap((line) => {
    const start = offset;
    const end = (offset += line.length + 1);
    return [
      line,
      ...sorted
        .filter(({ span }) => span.start >= start && span.start < end)
        .map((mark) => drawMark(mark, start, line.length)),
    ];
  });
  return lines.join('\n');
}

/** The fixture in the form of `drawMarks`. */
export function dedent(fixture: string): string {
  const lines = fixture
    .replace(/^\n/, '')
    .replace(/\n\s*$/, '')
    .split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const indent = Math.min(...indents);
  return lines.map((line) => line.slice(indent)).join('\n');
}

function drawMark({ span, label }: Mark, lineStart: number, lineLength: number): string {
  const from = span.start - lineStart;
  const to = Math.min(span.end - lineStart, lineLength);
  return `#${' '.repeat(Math.max(0, from - 1))}${'^'.repeat(Math.max(1, to - from))} ${label}`;
}

function withoutMarks(text: string): string {
  return text
    .split('\n')
    .filter((line) => !/^#\s*\^/.test(line))
    .join('\n');
}
