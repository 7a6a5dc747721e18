/**
 * Fixes that guess what was meant. There may be several candidates; the engine judges the text that each leads to, since a
 * right guess causes no other error.
 */
import type { Analysis } from '../../analysis/analysis';
import { isError, type Code, type Problem, type Span } from '../../problems';
import type { Fix, TextChange } from '../change';
import { outcomeOf } from '../outcome';

/** Candidates are judged one by one, each by an analysis of the whole text. */
const mostCandidates = 6;
/** Of all candidates together, in UTF-16 units: a second or so. */
const mostJudged = 1 << 20;
/** Of all problems of a text together: later problems get no guess. Some seconds. */
const mostJudgedInAll = 1 << 22;
/** In a longer text, the first candidate that causes no other error is taken, and no other is judged. */
const longText = 1 << 15;

/** False for the later of very many problems, for which `bestOf` gives nothing: no candidates need be looked for. */
export function getsGuess({ text, problems }: Analysis, problem: Problem): boolean {
  return problems.indexOf(problem) * text.length <= mostJudgedInAll;
}

/**
 * The candidates that solve the problem without another error in the same layer; those first after which the text has the
 * fewest errors, of equals the first. Candidates are marked as guesses of a value unless they say otherwise. `others`: whether
 * other conditions of the layer depend on the guess; errors of independent ones were only hidden by the problem.
 */
export function bestOf(
  analysis: Analysis,
  problem: Problem,
  candidates: readonly (Fix | undefined)[],
  others: 'dependent' | 'independent' = 'dependent',
): readonly Fix[] {
  if (!getsGuess(analysis, problem)) return [];
  const { code, span } = problem;
  const before = errorsAround(analysis, span.start);
  const solved = judged(analysis, problem, distinct(candidates))
    .filter(({ around }) => times(around, code) < times(before, code))
    .sort((a, b) => a.errors - b.errors);
  if (others === 'independent') return solved.map(asGuess);
  // What is left after every guess was only hidden by the problem.
  const hidden = solved.length > 1 ? common(solved.map(({ around }) => around)) : [];
  const better = solved.filter(({ around }) => around.length - hidden.length < before.length);
  return better.map(asGuess);
}

interface Judged {
  readonly fix: Fix;
  /** The errors in the layer. */
  readonly around: readonly Code[];
  readonly errors: number;
}

function judged(analysis: Analysis, problem: Problem, candidates: readonly Fix[]): readonly Judged[] {
  const { length } = analysis.text;
  const most = Math.min(mostCandidates, Math.floor(mostJudged / Math.max(1, length)));
  const before = analysis.problems.filter(isError).length;
  const all: Judged[] = [];
  for (const fix of candidates.slice(0, most)) {
    const after = outcomeOf(analysis, fix.changes);
    const errors = after.problems.filter(isError).length;
    all.push({ fix, around: errorsAround(after, movedBy(fix.changes, problem.span)), errors });
    if (length > longText && errors < before) break;
  }
  return all;
}

function asGuess({ fix }: { readonly fix: Fix }): Fix {
  return { ...fix, guess: fix.guess ?? 'value' };
}

/** The codes of the errors in the layer, or other field of the file, that contains an offset. */
function errorsAround({ tree, problems }: Analysis, at: number): readonly Code[] {
  const field = tree.root.fields.find(({ start, end }) => start <= at && at <= end);
  return problems
    .filter((one) => isError(one) && field && field.start <= one.span.start && one.span.end <= field.end)
    .map(({ code }) => code);
}

/** The codes that are in all of the lists, as often as in each. */
function common(lists: readonly (readonly Code[])[]): readonly Code[] {
  const [first = []] = lists;
  return [...new Set(first)].flatMap((code) => {
    const count = Math.min(...lists.map((codes) => times(codes, code)));
    return Array.from({ length: count }, () => code);
  });
}

function times(codes: readonly Code[], code: Code): number {
  return codes.filter((one) => one === code).length;
}

/** Where the start of a span is after changes; the start of a replacement where it is in one. */
function movedBy(changes: readonly TextChange[], { start }: Span): number {
  let by = 0;
  for (const { span, newText } of changes) {
    if (span.start >= start) break;
    if (span.end > start) return span.start + by;
    by += newText.length - (span.end - span.start);
  }
  return start + by;
}

function distinct(candidates: readonly (Fix | undefined)[]): readonly Fix[] {
  const known = candidates.filter((fix) => fix !== undefined);
  return [...new Map(known.map((fix) => [JSON.stringify(fix.changes), fix])).values()];
}
