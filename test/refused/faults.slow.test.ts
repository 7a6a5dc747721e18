import { infoOf } from '#core/problems/index';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleCases } from '../oracle/cases';
import { analysisOf, faultsIn, withFaults, type Fault } from './faults';

const nets = sampleCases().filter(
  ({ set, text, state }) => set !== 'layers' && faultsIn(analysisOf(text, state), state).length > 0,
);

describe('faults injected into accepted nets', () => {
  test.each([1, 2, 3, 4, 5])('%i faults give as many errors, each at its fault', (k) => {
    fc.assert(
      fc.property(fc.nat(nets.length - 1), fc.array(fc.nat(), { minLength: k, maxLength: k }), (index, choices) => {
        const each = nets[index];
        if (!each) return;
        const { text, state } = each;
        const faults = choose(faultsIn(analysisOf(text, state), state), choices);
        const broken = withFaults(text, faults);
        const errors = analysisOf(broken.text, state).problems.filter(({ code }) => infoOf(code).severity === 'error');
        const found = errors.map(({ span, code }) => `${code} ${broken.text.slice(span.start, span.end)}`);
        const reported = broken.tokens.map(
          ([start, end]) => errors.filter(({ span }) => span.start < end && start < span.end).length,
        );
        if (errors.length !== faults.length || reported.some((count) => count !== 1)) {
          throw new Error(`${faults.map(({ kind }) => kind).join(', ')}\n${found.join('\n')}\n${broken.text}`);
        }
      }),
      { numRuns: 150 },
    );
    expect(nets.length).toBeGreaterThan(20);
  });
});

/** At most one fault per layer. */
function choose(all: readonly Fault[], choices: readonly number[]): readonly Fault[] {
  const chosen: Fault[] = [];
  for (const choice of choices) {
    const left = all.filter(({ layer }) => chosen.every((other) => other.layer !== layer));
    const fault = left[choice % Math.max(1, left.length)];
    if (fault) chosen.push(fault);
  }
  return chosen;
}
