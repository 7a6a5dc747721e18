/**
 * Fixes of problems, as edits of the text. Every code has its fix here, or the reason why it has none; each family of
 * codes is a file.
 */
import type { Analysis } from '../../analysis/analysis';
import { advise } from '../../checks';
import { infoOf, type Code, type Problem, type Span } from '../../problems';
import { memoize } from '../../lazy';
import type { Fix, TextChange } from '../change';
import { dropFields } from '../drop-fields';
import { join } from '../join';
import { fieldAt } from '../field-at';
import { checkFixes } from './check';
import { commentFixes } from './comment';
import { dataFixes } from './data';
import { fillerFixes } from './filler';
import type { Fixer, Fixes, Unfixable } from './fixer';
import { forkFixes } from './fork';
import { layerFixes } from './layer';
import { netFixes } from './net';
import { hasNewError, outcomeOf } from '../outcome';
import { outsideFixes } from './outside';
import { runFixes } from './run';
import { schemaFixes } from './schema';
import { signalFixes } from './signal';
import { solverFixes } from './solver';
import { syntaxFixes } from './syntax';
import { targetFixes } from './target';

export const fixes: Fixes<Code> = {
  ...checkFixes,
  ...commentFixes,
  ...dataFixes,
  ...fillerFixes,
  ...forkFixes,
  ...layerFixes,
  ...netFixes,
  ...runFixes,
  ...schemaFixes,
  ...signalFixes,
  ...solverFixes,
  ...syntaxFixes,
  ...targetFixes,
  ...outsideFixes,
};

/** The most likely first. */
export function fixesOf(analysis: Analysis, problem: Problem): readonly Fix[] {
  const fixer = fixes[problem.code] as Fixer | Unfixable;
  return typeof fixer === 'function' ? fixer(analysis, problem) : [];
}

/**
 * The problems for which actions may be requested at a place: those that are shown, and advice that holds here but is
 * only reported at the first place where it holds.
 */
export function fixableAt(analysis: Analysis, { start, end }: Span): readonly Problem[] {
  const inRange = ({ span }: Problem): boolean => span.start <= end && start <= span.end;
  const shown = analysis.problems.filter(inRange);
  const known = new Set(shown.map(placeOf));
  // Where no advice is reported at all, none holds here.
  const isAdvised = analysis.problems.some(({ code }) => infoOf(code).once !== undefined);
  const advice = (isAdvised ? everyAdvice(analysis) : []).filter(
    (problem) => inRange(problem) && !known.has(placeOf(problem)),
  );
  return [...shown, ...advice];
}

function placeOf({ code, span }: Problem): string {
  return `${code} ${span.start}`;
}

/** One fix for all problems of one kind of advice; undefined where there is only one. */
export function fixEverywhere(analysis: Analysis, code: Code): Fix | undefined {
  if (infoOf(code).once === undefined) return undefined;
  const all = everyAdvice(analysis)
    .filter((problem) => problem.code === code)
    .slice(0, mostFixed(analysis))
    .flatMap((problem) => fixesOf(analysis, problem).slice(0, 1));
  if (all.length < 2) return undefined;
  const changes = joined(all.flatMap((fix) => fix.changes));
  return changes && { id: 'everywhere', args: { count: all.length }, changes, guess: 'value' };
}

/** Slow checks report problems of the whole net, which have no fix, so `quick` suffices. */
const everyAdvice = memoize((analysis: Analysis): readonly Problem[] =>
  analysis.kind === 'net'
    ? advise(analysis.states.map(analysis.state), 'quick').filter(({ code }) => typeof fixes[code] === 'function')
    : [],
);

/** One fix for all fields without effect; undefined where there is only one, which has its own fix. */
export function removeDeadFields({ tree, problems }: Analysis): Fix | undefined {
  const dead = problems.filter(isDead).flatMap(({ span }) => fieldAt(tree, span) ?? []);
  if (dead.length < 2) return undefined;
  // A field may be nested in another one that is removed as a whole.
  const sorted = dead.toSorted((a, b) => a.start - b.start || b.end - a.end);
  let end = -1;
  const outer = sorted.filter((field) => {
    if (field.end <= end) return false;
    end = field.end;
    return true;
  });
  return { id: 'remove-dead-fields', args: { count: dead.length }, changes: dropFields(tree, outer) };
}

export function isDead({ code }: Problem): boolean {
  return infoOf(code).tag === 'unnecessary';
}

/** In text order, with adjacent removals merged; undefined where two changes overlap. */
function joined(changes: readonly TextChange[]): readonly TextChange[] | undefined {
  const result: TextChange[] = [];
  return join(result, changes) ? result : undefined;
}

/** A fix may look at each layer in each state. One request looks at this many, so that it ends in a second or two. */
const mostLooks = 1 << 20;

/** For how many problems of a net fixes are searched at once: for all, except in nets of megabytes. */
export function mostFixed({ kind, states, state }: Analysis): number {
  const layers = kind === 'net' ? states.reduce((sum, each) => sum + state(each).layers.length, 0) : 0;
  return Math.max(5, Math.floor(mostLooks / Math.max(layers, 1)));
}

/**
 * Applies the fix of every problem that has a certain one, of the first `mostFixed`; where two overlap, the first. Undefined if the number of
 * problems would not decrease, or a new error would appear: a fixed problem may have hidden another.
 */
export function fixAll(analysis: Analysis): Fix | undefined {
  const dead = removeDeadFields(analysis);
  const taken = [...(dead?.changes ?? [])];
  let count = Number(dead?.args['count'] ?? 0);
  let left = mostFixed(analysis);
  for (const problem of analysis.problems) {
    if (dead && isDead(problem)) continue;
    if (left-- <= 0) break;
    const fix = fixesOf(analysis, problem).find(({ guess }) => !guess);
    if (fix && join(taken, fix.changes)) count++;
  }
  if (count === 0) return undefined;
  const after = outcomeOf(analysis, taken);
  if (after.problems.length >= analysis.problems.length || hasNewError(analysis, after)) return undefined;
  return { id: 'fix-all', args: { count }, changes: taken };
}
