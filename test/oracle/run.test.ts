import { describe, expect, test } from 'vitest';
import { loweredShare } from './lowered-share';
import { judgeRun, planOf, runCases, type JudgedRun } from '../support/run-cases';
import { sharedIsAbsent } from '../support/shared';

const large = 100;

describe.skipIf(sharedIsAbsent())('runs of nets with initial weights', () => {
  test('match Caffe for 99 of 100 small nets, in every value of every top and the loss', {
    timeout: 900_000,
  }, async () => {
    const judged: JudgedRun[] = [];
    for (const each of runCases()) if (each.origin !== 'corpus') judged.push(await judgeRun(each));
    const right = judged.filter(({ layers }) => layers.every(({ wrong }) => wrong === ''));
    expect(right.length / judged.length).toBeGreaterThanOrEqual(0.99);
    const errors = Float64Array.from(judged.flatMap((each) => each.errors)).sort();
    expect(errors[errors.length >> 1]).toBeLessThanOrEqual(1e-5);
  });

  test('match Caffe for small public nets; node scripts/agreement.mjs run has all of them', {
    timeout: 300_000,
  }, async () => {
    const small = runCases().filter(({ origin, layers }) => origin === 'corpus' && layers.length < 20);
    expect(small.length).toBeGreaterThan(10);
    for (const each of small) {
      const { layers } = await judgeRun(each);
      expect([each.file, layers.filter(({ wrong }) => wrong !== '')]).toEqual([each.file, []]);
    }
  });

  test('use inputs that are valid for the layers that read them', () => {
    const wrong = runCases()
      .filter((each) => planOf(each).plan.stopped === undefined)
      .filter((each) => {
        const own = planOf(each).plan.inputs.map(({ blob, fill }) => [
          blob,
          fill.kind === 'index' ? `index mod ${fill.below}` : fill.kind,
        ]);
        return JSON.stringify(own) !== JSON.stringify(Object.entries(each.inputs));
      });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test('are possible for nearly all layers of public nets', { timeout: 300_000 }, () => {
    const { layers, lowered } = loweredShare();
    expect(layers).toBeGreaterThan(large);
    expect(lowered / layers).toBeGreaterThanOrEqual(0.97);
  });
});
