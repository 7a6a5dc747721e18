/** Which lines the charts have: those that connect two layers on their logarithmic scales. */
import { describe, expect, it } from 'vitest';
import type { SignalLayer } from '#protocol/signal';
import { isDrawn } from '#webview/signal/drawn';

function layer(from: readonly number[], ends = false): SignalLayer {
  return { name: '', type: '', lines: [0, 0], depth: 0, from, ends, hasWeights: false };
}

/** An input, two layers in sequence, and a loss. */
const layers = [layer([]), layer([0]), layer([1]), layer([2], true)];

function drawn(forward: readonly (number | null)[], back: readonly (number | null)[]): boolean {
  return isDrawn({ name: 'asIs', mean: forward.map(() => 0), forward, back }, layers);
}

const none = [null, null, null, null];

describe('a line', () => {
  it('is drawn where the signal or the gradient passes from one layer to the next', () => {
    expect(drawn([1, 0.5, 0, 0], none)).toBe(true);
    expect(drawn(none, [null, 0.5, 1, null])).toBe(true);
  });
  it('is not drawn for a net whose weights are all 0', () => {
    expect(drawn([1, 0, 0, 0.7], [0, 0, 1, null])).toBe(false);
  });
  it('is not drawn for layers that are not modelled, nor to a loss', () => {
    expect(drawn([1, null, 1, 1], none)).toBe(false);
  });
});
