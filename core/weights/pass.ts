/**
 * Advances the generator by the draws of fillers without keeping values: for blobs before the wanted one, and for
 * repeated fills whose values are discarded.
 */
import type { RandomFilling } from '../net/distribution';
import type { Engine } from '../random/engine';
import { partValues } from './parts';

/** A number of rounds, each of which fills these blobs in order. */
export interface Pass {
  readonly round: readonly PassedBlob[];
  readonly times: number;
}

export interface PassedBlob {
  readonly distribution: RandomFilling;
  readonly count: number;
}

/** Yields the number of values skipped after each part of some milliseconds but the last. */
export function* passRounds(engine: Engine, pass: Pass): Generator<number> {
  const { round, times } = joined(pass);
  const scratch = new Float32Array(Math.min(partValues, Math.max(0, ...round.map(({ count }) => count))));
  let passed = 0;
  let yielded = 0;
  for (let i = 0; i < times; i++) {
    for (const { distribution, count } of round) {
      for (let left = count; left > 0; ) {
        if (passed - yielded >= partValues) yield (yielded = passed);
        const taken = Math.min(left, partValues);
        draw(engine, distribution, taken === scratch.length ? scratch : scratch.subarray(0, taken));
        left -= taken;
        passed += taken;
      }
      if (distribution.kind === 'sparseNormal' && distribution.density > 0) engine.skip(count);
    }
  }
}

function draw(engine: Engine, distribution: RandomFilling, part: Float32Array): void {
  switch (distribution.kind) {
    case 'uniform':
      return engine.uniform(part, distribution.min, distribution.max);
    case 'unitball':
      return engine.uniform(part, 0, 1);
    case 'unitSphere':
      return engine.normal(part, 0, 1);
    case 'normal':
    case 'sparseNormal':
      return engine.normal(part, distribution.mean, distribution.std);
  }
}

/**
 * Merges consecutive draws of one distribution, as if for one blob, which takes far fewer calls than many small ones.
 */
function joined(pass: Pass): Pass {
  const { round, times } = pass;
  const [first, ...others] = round;
  if (
    !first ||
    first.distribution.kind === 'sparseNormal' ||
    others.some(({ distribution }) => !sameDraws(distribution, first.distribution))
  )
    return pass;
  const count = times * round.reduce((sum, each) => sum + each.count, 0);
  return { round: [{ distribution: first.distribution, count }], times: 1 };
}

function sameDraws(one: RandomFilling, other: RandomFilling): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
