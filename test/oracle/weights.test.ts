/**
 * Every param of every net that Caffe accepts, compared by the CRC-32 of its values after `set_random_seed(1701)`: for each engine
 * one net of four, with `npm run corpus` all.
 */
import { describe, expect, test } from 'vitest';
import { weightsOf } from '#core/weights/plan';
import { drawNet } from '#core/weights/draw';
import { crc32 } from '#core/weights/crc32';
import type { Engine } from '#core/random/engine';
import { isWhole } from '../support/corpus';
import { engines } from '../support/engines';
import { sharedIsAbsent } from '../support/shared';
import { casesOf, type Case } from './cases';
import { analysisOf, leftToChance } from './judge';

interface Counted {
  readonly params: number;
  readonly wrong: readonly string[];
}

describe.skipIf(sharedIsAbsent()).each(['layers', 'nets', 'more', 'forks'] as const)('the weights of %s', (set) => {
  test.each(engines.map(([name, make], turn) => [name, make, turn] as const))('%s', (_, make, turn) => {
    const engine = make();
    const results = casesOf(set)
      .filter(({ text }, i) => !/type: "gabor"/.test(text) && (isWhole || i % 4 === turn))
      .map((each) => compare(each, engine));
    expect(results.flatMap(({ wrong }) => wrong)).toEqual([]);
    expect(results.reduce((sum, { params }) => sum + params, 0)).toBeGreaterThan(isWhole ? 1000 : 250);
  });
});

function compare(each: Case, engine: Engine): Counted {
  if (each.verdict.kind !== 'accepted') return { params: 0, wrong: [] };
  const analysis = analysisOf(each);
  if (analysis.problemsIn(each.state).some(({ code }) => leftToChance.has(code))) return { params: 0, wrong: [] };
  const state = analysis.state(each.state);
  const draw = drawNet(state, 1701, engine);
  const ours = weightsOf(state).map((weight) => crc32(draw.values(weight)?.values ?? new Float32Array()));
  const caffe = each.verdict.layers.flatMap(({ name, params }) =>
    params.map((param, i) => ({ place: `${name}/${i}`, crc32: param.crc32 })),
  );
  if (ours.length !== caffe.length)
    return { params: 0, wrong: [`${each.id}: ${ours.length} params for ${caffe.length}`] };
  return {
    params: ours.length,
    wrong: caffe.flatMap(({ place, crc32: sum }, i) =>
      ours[i] === sum ? [] : [`${each.id} ${place}: ${ours[i]} for ${sum}`],
    ),
  };
}
