/**
 * Applies each fix of each problem in public nets separately: it must remove the problem, must not cause a new one, and must
 * keep every comment.
 */
import { describe, expect, test } from 'vitest';
import { analyze, type Analysis } from '#core/analysis/analysis';
import { advise } from '#core/checks/index';
import { infoOf, isError, type Code, type Problem, type Span } from '#core/problems/index';
import { chooseDialect } from '#core/dialects/choose-dialect';
import { applyChanges, type Fix } from '#core/edit/change';
import { fixAll, fixes, fixesOf, fixEverywhere } from '#core/edit/fixes/index';
import { memoize } from '#core/lazy';
import { analysisOf, corpusFiles, isWhole, turnOf, type CorpusFile } from '../../support/corpus';
import { readSharedLines, sharedIsAbsent } from '../../support/shared';
import { casesOf, type Case } from '../cases';
import { lostComments } from './changed';

/** The most fixes of one code that are tried in a file, and in all files. */
const tries = isWhole ? 5 : 2;
const triesInAll = isWhole ? Infinity : 16;

const open = (file: CorpusFile): { readonly path: string; readonly before: Analysis } => ({
  path: file.path,
  before: analysisOf(file),
});

/**
 * Small nets that Caffe rejects, and texts that protoc rejects; of those with the same line of Caffe's source, the first, and
 * of texts, one of two.
 */
function refusedTexts(): readonly CorpusFile[] {
  if (sharedIsAbsent()) return [];
  const seen = new Set<string>();
  const isNew = ({ verdict }: Case): boolean => {
    const key = verdict.kind === 'refused' ? verdict.at : '';
    if (!isWhole && seen.has(key)) return false;
    seen.add(key);
    return true;
  };
  const nets = (['layers', 'nets', 'more'] as const)
    .flatMap((set) => casesOf(set))
    .filter((each) => each.verdict.kind === 'refused' && isNew(each));
  const texts = (
    readSharedLines('oracle/text.jsonl') as readonly {
      readonly id: number;
      readonly text: string;
      readonly ok: boolean;
    }[]
  ).filter(({ ok }) => !ok);
  return [
    ...nets.map(({ set, id, text }) => ({ path: `${set}:${id}`, text })),
    ...turnOf(texts, 0, 2).map(({ id, text }) => ({ path: `text:${id}`, text })),
  ];
}

describe.skipIf(sharedIsAbsent())('fixes in public nets', () => {
  const files = corpusFiles().map(open);

  test('remove their problem and cause no other', () => {
    const tally = new Map<string, { fixed: number; without: number }>();
    const failures = files.flatMap(({ path, before }) => {
      const tried = new Map<Code, number>();
      return before.problems.flatMap((problem) => {
        const { code } = problem;
        const counts = tally.get(code) ?? { fixed: 0, without: 0 };
        const n = (tried.get(code) ?? 0) + 1;
        tried.set(code, n);
        if (n > tries || counts.fixed + counts.without >= triesInAll || typeof fixes[code] !== 'function') return [];
        const all = fixesOf(before, problem);
        const isFixed = all.length > 0 ? 1 : 0;
        tally.set(code, { fixed: counts.fixed + isFixed, without: counts.without + 1 - isFixed });
        return all.flatMap((fix) =>
          newProblems(before, fix, code).map((found) => `${path} ${code} at ${problem.span.start}: ${found}`),
        );
      });
    });
    console.log(
      [...tally].map(([code, { fixed, without }]) => `${code}: ${fixed} fixed, ${without} without`).join('\n'),
    );
    expect(failures).toEqual([]);
  });

  test('of advice remove it from the whole file', () => {
    const failures = turnOf(files, 1, 2).flatMap(({ path, before }) =>
      (['check/xavier-before-relu', 'check/zero-start', 'check/random-bias'] as const).flatMap((code) => {
        const fix = fixEverywhere(before, code);
        if (!fix) return [];
        const left =
          countsOf(analyze(applyChanges(before.text, fix.changes), { dialect: chooseDialect })).get(code) ?? 0;
        return [
          ...newProblems(before, fix, code),
          ...(left > 0 ? [`${left} of ${String(fix.args['count'])}`] : []),
        ].map((found) => `${path} ${code}: ${found}`);
      }),
    );
    expect(failures).toEqual([]);
  });

  test('applied all at once leave fewer problems', () => {
    let done = 0;
    const failures = turnOf(files, 0, 2).flatMap(({ path, before }) => {
      const fix = fixAll(before);
      if (!fix) return [];
      done++;
      const after = analyze(applyChanges(before.text, fix.changes), { dialect: chooseDialect });
      const isLess = after.problems.length < before.problems.length;
      return [...newProblems(before, fix, undefined), ...(isLess ? [] : ['no fewer problems'])].map(
        (found) => `${path}: ${found}`,
      );
    });
    console.log(`all at once: ${done} done`);
    expect(failures).toEqual([]);
    expect(done).toBeGreaterThan(0);
  });
});

describe.skipIf(sharedIsAbsent())('fixes in texts that Caffe rejects', () => {
  test('remove their problem', () => {
    const failures = refusedTexts()
      .map(open)
      .flatMap(({ path, before }) => {
        const problem = before.problems.find(
          ({ code }) => typeof fixes[code] === 'function' && (!path.startsWith('text:') || code.startsWith('syntax/')),
        );
        const [fix] = problem ? fixesOf(before, problem) : [];
        return problem && fix
          ? newProblems(before, fix, problem.code)
              .filter((found) => found === stillThere || (!path.startsWith('text:') && made.has(found)))
              .map((found) => `${path} ${problem.code}: ${found}`)
          : [];
      });
    expect(failures).toEqual([]);
  });
});

const stillThere = 'still there';
/** New problems that a change of names could cause. Other problems may only become visible once the first is fixed. */
const made: ReadonlySet<string> = new Set(['1 net/duplicate-top', '1 net/unknown-bottom']);

/**
 * Only errors and warnings count as new, and of a guess only errors: a layer whose error is fixed may then get advice. Another
 * problem at the place of the fix was there before, hidden by the first.
 */
function newProblems(before: Analysis, fix: Fix, mended: Code | undefined): readonly string[] {
  const after = analyze(applyChanges(before.text, fix.changes), { dialect: chooseDialect });
  const [had, left] = [countsOf(before), countsOf(after)];
  const severities = fix.guess === undefined ? ['error', 'warning'] : ['error'];
  const places = placesAfter(fix);
  const isMended = (code: Code): boolean =>
    after.problems.some(
      (problem) =>
        problem.code === code &&
        places.some(({ start, end }) => start <= problem.span.start && problem.span.end <= end),
    );
  const more = [...left].filter(
    ([code, count]) =>
      count > (had.get(code) ?? 0) && severities.includes(infoOf(code).severity) && !(mended && isMended(code)),
  );
  // Another Caffe finds other problems in the file, but must not find more errors.
  const byAnother = fix.id === 'use-schema';
  const errors = (one: Analysis): number => one.problems.filter(isError).length;
  return [
    ...(byAnother
      ? errors(after) > errors(before)
        ? ['more errors']
        : []
      : more.map(([code, count]) => `${count} ${code}`)),
    ...(mended?.startsWith('comment/') ? [] : lostComments(before, after).map((comment) => `lost ${comment}`)),
    // In a solver's inline net, advice then appears at the next place that it applies to; so does an unknown name.
    ...(mended &&
    !mended.startsWith('schema/unknown-name') &&
    !(before.kind === 'solver' && infoOf(mended).once === 'code') &&
    (left.get(mended) ?? 0) >= (had.get(mended) ?? 0)
      ? [stillThere]
      : []),
  ];
}

/** The spans of the new texts, in the changed text. */
function placesAfter({ changes }: Fix): readonly Span[] {
  let moved = 0;
  return changes.map(({ span, newText }) => {
    const start = span.start + moved;
    moved += newText.length - (span.end - span.start);
    return { start, end: start + newText.length };
  });
}

/** Counts advice that is reported once per file at every place that it applies to. */
const countsOf: (analysis: Analysis) => ReadonlyMap<Code, number> = memoize(({ problems, kind, states, state }) => {
  const counts = new Map<Code, number>();
  const isAdvice = ({ code }: Problem): boolean => code.startsWith('check/') && infoOf(code).once === 'code';
  const advice = kind === 'net' ? advise(states.map(state), 'quick').filter(isAdvice) : [];
  for (const { code } of [...problems.filter((problem) => !isAdvice(problem)), ...advice])
    counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
});
