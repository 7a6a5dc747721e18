/** Places, edits and problems as all tools answer them: lines and columns from 1, columns in UTF-16 units. */
import * as v from 'valibot';
import type { Analysis } from '#core/analysis/analysis';
import type { TextChange } from '#core/edit/change';
import { fixesOf } from '#core/edit/fixes/index';
import { titleOf } from '#core/edit/title';
import { english } from '#core/messages/en/index';
import { messageOf, relatedMessageOf } from '#core/messages/render';
import { visible } from '#core/messages/shown';
import { infoOf, type Problem, type Severity, type Span } from '#core/problems/index';
import { lineEndAt, lines, lineStartAt, type Lines } from '#core/text/lines';
import { list } from './tool';

/** The worst first. */
export const severities = ['error', 'warning', 'information', 'hint'] as const satisfies readonly Severity[];

const position = v.pipe(v.number(), v.integer(), v.minValue(1));

export const edit = v.object({
  line: position,
  column: position,
  endLine: position,
  endColumn: v.pipe(position, v.description('The first column that is not replaced.')),
  oldText: v.optional(v.pipe(v.string(), v.description('The text that is replaced; left out if it is long.'))),
  newText: v.string(),
});
export type Edit = v.InferOutput<typeof edit>;

export const edits = v.pipe(
  list(edit),
  v.description('All of them apply to the text as it was given, so apply the last one first.'),
);

const fix = v.object({
  title: v.string(),
  certain: v.boolean(),
  guess: v.optional(
    v.pipe(v.picklist(['name', 'value']), v.description('What it guesses, if it is not certain: review it.')),
  ),
  edits,
});

export const problem = v.object({
  code: v.string(),
  severity: v.picklist(severities),
  line: position,
  column: position,
  endLine: position,
  endColumn: position,
  message: v.string(),
  source: v.pipe(v.string(), v.description('The line of the text, shortened.')),
  related: v.optional(list(v.object({ line: position, message: v.string() }))),
  fixes: v.optional(v.pipe(list(fix), v.description('Alternatives, the most likely first.'))),
});

/** Longer replaced texts are left out, and longer lines are cut. In UTF-16 units. */
const longestOldText = 400;
const longestLine = 160;

/** Converts places of one text. */
export interface Places {
  readonly line: (offset: number) => number;
  readonly range: (span: Span) => Omit<Edit, 'oldText' | 'newText'>;
  readonly edits: (changes: readonly TextChange[]) => readonly Edit[];
  readonly source: (offset: number) => string;
}

export function placesIn(text: string): Places {
  const table: Lines = lines(text);
  const range: Places['range'] = ({ start, end }) => {
    const [from, to] = [table.positionAt(start), table.positionAt(end)];
    return { line: from.line + 1, column: from.character + 1, endLine: to.line + 1, endColumn: to.character + 1 };
  };
  return {
    line: (offset) => table.positionAt(offset).line + 1,
    range,
    edits: (changes) =>
      changes.map(({ span, newText }) => ({
        ...range(span),
        ...(span.end - span.start <= longestOldText && { oldText: text.slice(span.start, span.end) }),
        newText,
      })),
    source: (offset) => sourceAt(text, offset),
  };
}

export function problemOf(
  analysis: Analysis,
  found: Problem,
  places: Places,
  withFixes: boolean,
): v.InferOutput<typeof problem> {
  const { code, span, related = [] } = found;
  const fixes = withFixes ? fixesOf(analysis, found) : [];
  return {
    code,
    severity: infoOf(code).severity,
    ...places.range(span),
    message: messageOf(found, english),
    source: places.source(span.start),
    ...(related.length > 0 && {
      related: related.map((place) => ({
        line: places.line(place.span.start),
        message: relatedMessageOf(place, english),
      })),
    }),
    ...(fixes.length > 0 && {
      fixes: fixes.map(({ id, args, changes, guess }) => ({
        title: titleOf({ id, args }, english),
        certain: guess === undefined,
        ...(guess !== undefined && { guess }),
        edits: places.edits(changes),
      })),
    }),
  };
}

/** The line of an offset without indentation; of a long line, the part around the offset. */
function sourceAt(text: string, offset: number): string {
  const [start, end] = [lineStartAt(text, offset), lineEndAt(text, offset)];
  const from = end - start <= longestLine ? start : Math.max(start, offset - longestLine / 2);
  return visible(text.slice(from, Math.min(end, from + longestLine)).trim());
}
