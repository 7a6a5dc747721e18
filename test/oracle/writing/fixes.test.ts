/** Each fix of each problem in public nets, one at a time: that problem is gone, and no new one is there. */
import { describe, expect, test } from 'vitest';
import { analyze, type Analysis } from '#core/analysis/analysis';
import { advise } from '#core/checks/index';
import { infoOf, type Code, type Problem } from '#core/problems/index';
import { chooseDialect } from '#core/dialects/choose-dialect';
import { applyChanges, type Fix } from '#core/edit/change';
import { fixAll, fixes, fixesOf, fixEverywhere } from '#core/edit/fixes/index';
import { readSharedLines, sharedIsAbsent } from '../../support/shared';
import { casesOf } from '../cases';
import { corpusFiles } from './files';

/** Of the same code in one file, so many are tried. */
const tries = 5;

const open = ({
  path,
  text,
}: {
  readonly path: string;
  readonly text: string;
}): { readonly path: string; readonly before: Analysis } => ({
  path,
  before: analyze(text, { dialect: chooseDialect }),
});

/** Small nets that Caffe refuses, and texts that protoc refuses. */
function refusedTexts(): readonly { readonly path: string; readonly text: string }[] {
  if (sharedIsAbsent()) return [];
  const nets = (['layers', 'nets', 'more'] as const)
    .flatMap((set) => casesOf(set))
    .filter(({ verdict }) => verdict.kind === 'refused');
  const texts = (
    readSharedLines('oracle/text.jsonl') as readonly {
      readonly id: number;
      readonly text: string;
      readonly ok: boolean;
    }[]
  ).filter(({ ok }) => !ok);
  return [
    ...nets.map(({ set, id, text }) => ({ path: `${set}:${id}`, text })),
    ...texts.map(({ id, text }) => ({ path: `text:${id}`, text })),
  ];
}

describe.skipIf(sharedIsAbsent())('fixes in public nets', () => {
  const files = corpusFiles().map(open);

  test('mend their problem and make no other', () => {
    const tally = new Map<string, { fixed: number; without: number }>();
    const failures = files.flatMap(({ path, before }) => {
      const tried = new Map<Code, number>();
      return before.problems.flatMap((problem) => {
        const { code } = problem;
        const n = (tried.get(code) ?? 0) + 1;
        tried.set(code, n);
        if (n > tries || typeof fixes[code] !== 'function') return [];
        const [fix] = fixesOf(before, problem);
        const counts = tally.get(code) ?? { fixed: 0, without: 0 };
        tally.set(code, { fixed: counts.fixed + (fix ? 1 : 0), without: counts.without + (fix ? 0 : 1) });
        return fix
          ? newProblems(before, fix, code).map((found) => `${path} ${code} at ${problem.span.start}: ${found}`)
          : [];
      });
    });
    console.log(
      [...tally].map(([code, { fixed, without }]) => `${code}: ${fixed} fixed, ${without} without`).join('\n'),
    );
    expect(failures).toEqual([]);
  });

  test('of advice mend it everywhere', () => {
    const failures = files.flatMap(({ path, before }) =>
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

  test('at once leave nothing that is sure', () => {
    const failures = files.flatMap(({ path, before }) => {
      const fix = fixAll(before);
      return fix ? newProblems(before, fix, undefined).map((found) => `${path}: ${found}`) : [];
    });
    expect(failures).toEqual([]);
  });
});

describe.skipIf(sharedIsAbsent())('fixes in texts that Caffe refuses', () => {
  test('mend their problem', () => {
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
/** What a change of names would make. Of other problems a second may come to light once the first is gone. */
const made: ReadonlySet<string> = new Set(['1 net/top-made-twice', '1 net/unknown-bottom']);

/** A layer whose error is mended may turn out to have advice for it, too: only errors and warnings count as new. */
function newProblems(before: Analysis, fix: Fix, mended: Code | undefined): readonly string[] {
  const after = analyze(applyChanges(before.text, fix.changes), { dialect: chooseDialect });
  const [had, left] = [countsOf(before), countsOf(after)];
  const more = [...left].filter(
    ([code, count]) => count > (had.get(code) ?? 0) && ['error', 'warning'].includes(infoOf(code).severity),
  );
  return [
    ...more.map(([code, count]) => `${count} ${code}`),
    // Of a net inside a solver, the next place of the same advice is told.
    ...(mended &&
    !(before.kind === 'solver' && infoOf(mended).once === 'code') &&
    (left.get(mended) ?? 0) >= (had.get(mended) ?? 0)
      ? [stillThere]
      : []),
  ];
}

/** Advice that is said once is counted at each place that it holds for. */
function countsOf({ problems, kind, states, state }: Analysis): ReadonlyMap<Code, number> {
  const counts = new Map<Code, number>();
  const isAdvice = ({ code }: Problem): boolean => code.startsWith('check/') && infoOf(code).once === 'code';
  const advice = kind === 'net' ? advise(states.map(state), 'quick').filter(isAdvice) : [];
  for (const { code } of [...problems.filter((problem) => !isAdvice(problem)), ...advice])
    counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}
