/** Gradients at tops: of the only reader, or the sum of those of several. */
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { trainState } from '#core/net/state';
import { planOf } from '#core/onnx/plan-of';
import { plainEngine } from '#core/random/plain-engine';
import { runNet, type RanBack } from '#run/run';
import { topGradients } from '#run/top-gradients';
import { nodeRuntime } from '../support/runtime';

const layer = (name: string, type: string, bottoms: readonly string[], more = ''): string =>
  `layer { name: "${name}" type: "${type}" ${bottoms.map((bottom) => `bottom: "${bottom}"`).join(' ')} top: "${name}" ${more} }`;
const text = [
  'layer { name: "data" type: "Input" top: "data" top: "label" input_param { shape { dim: 8 dim: 6 } shape { dim: 8 } } }',
  layer('a', 'InnerProduct', ['data'], 'inner_product_param { num_output: 4 weight_filler { type: "xavier" } }'),
  layer('twice', 'Power', ['a'], 'power_param { scale: 2 }'),
  layer('thrice', 'Power', ['a'], 'power_param { scale: 3 }'),
  layer('sum', 'Eltwise', ['twice', 'thrice'], 'eltwise_param { operation: SUM }'),
  layer('loss', 'SoftmaxWithLoss', ['sum', 'label']),
].join('\n');

test('are those of one reader, or what those of several add up to', async () => {
  const world = { datum: undefined, meanShape: () => undefined };
  const analysis = analyze(text, { dialect: bvlc, world });
  const asked = { seed: 1701, batch: undefined, whatIf: undefined, back: true };
  const { state, plan } = planOf(analysis.state(trainState), bvlc, world, asked);
  const back: RanBack[] = [];
  for await (const event of runNet(plan, plainEngine(), await nodeRuntime()))
    if (event.kind === 'back') back.push(event.layer);
  const found = topGradients(back, state);
  const at = (name: string): number =>
    found.get(state.layers.find((each) => each.layer.name === name)?.layer.index ?? -1) ?? NaN;
  const own = back.find(({ name }) => name === 'loss')?.bottoms[0]?.m2 ?? NaN;
  expect(at('sum')).toBe(own);
  expect(at('twice')).toBeCloseTo(own, 10);
  // (2 + 3)² times, not 2² + 3² times: both depend on the same gradient.
  expect(at('a') / own).toBeCloseTo(25, 4);
  expect([...found.keys()]).not.toContain(state.layers.at(-1)?.layer.index);
  expect(back.filter(({ sum }) => sum !== null).map(({ name }) => name)).toEqual(['a']);
});
