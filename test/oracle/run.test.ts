import { describe, expect, test } from 'vitest';
import { isWhole } from '../support/corpus';
import { judgeRun, planOf, runCases, type JudgedRun, type RunCase } from '../support/run-cases';
import { sharedIsAbsent } from '../support/shared';

/** One of six, which keeps the shares of the layer types: two or more of each. */
function tried(cases: readonly RunCase[]): readonly RunCase[] {
  return isWhole ? cases : cases.filter((_, i) => i % 6 === 0);
}

describe.skipIf(sharedIsAbsent())('runs of nets with initial weights', () => {
  test('match Caffe for 99 of 100 small nets, in every value of every top and the loss, and for 98 in every gradient', {
    timeout: 900_000,
  }, async () => {
    const judged: JudgedRun[] = [];
    for (const each of tried(runCases().filter(({ origin }) => origin !== 'corpus'))) judged.push(await judgeRun(each));
    // HingeLoss keeps its margins in the gradient of its bottom, which was cleared between the recorded Forward and Backward.
    const withGradient = judged.filter((each) => each.back.length > 0 && each.case.type !== 'HingeLoss');
    const rightGradients = withGradient.filter(({ back }) => back.every(({ wrong }) => wrong === ''));
    expect(withGradient.length).toBeGreaterThan(isWhole ? 2000 : 325);
    expect(rightGradients.length / withGradient.length).toBeGreaterThanOrEqual(0.98);
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
      const { layers, back } = await judgeRun(each);
      expect([each.file, layers.filter(({ wrong }) => wrong !== '')]).toEqual([each.file, []]);
      // Where a value before a ReLU is nearly 0, or two before a maximum nearly equal, rounding decides about gradients.
      expect(back.filter(({ wrong }) => wrong === '').length / back.length).toBeGreaterThan(0.5);
    }
  });

  test('use inputs that are valid for the layers that read them', () => {
    const wrong = tried(runCases()).filter((each) => {
      const { plan } = planOf(each, 'forward');
      const own = plan.inputs.map(({ blob, fill }) => [
        blob,
        fill.kind === 'index' ? `index mod ${fill.below}` : fill.kind,
      ]);
      return plan.stopped === undefined && JSON.stringify(own) !== JSON.stringify(Object.entries(each.inputs));
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});
