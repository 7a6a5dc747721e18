/** Drawing by plan: pauses, cancellation and edits do not change values. */
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { testState } from '#core/net/state';
import { crc32 } from '#core/weights/crc32';
import { drawBlobs, type PlanDraw } from '#core/weights/draw';
import { drawPlan, type DrawPlan } from '#core/weights/plan';

const net = (outputs: number, middle = 'type: "xavier"'): string => `
  layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
  layer { name: "a" type: "InnerProduct" bottom: "d" top: "a" inner_product_param { num_output: 3000 weight_filler { type: "gaussian" sparse: 9 } } }
  layer { name: "b" type: "InnerProduct" bottom: "a" top: "b" inner_product_param { num_output: 100 weight_filler { ${middle} } } }
  layer { name: "c" type: "InnerProduct" bottom: "b" top: "c" inner_product_param { num_output: ${outputs} weight_filler { type: "positive_unitball" } } }`;

function planFor(text: string): DrawPlan {
  return drawPlan(analyze(text, { dialect: bvlc }).state(testState));
}

function sums(draw: PlanDraw): readonly string[] {
  return [0, 2, 4].map((blob) => crc32(draw.values(blob)?.values ?? new Float32Array()));
}

test('can be paused while another drawing proceeds, and cancelled', () => {
  const plan = planFor(net(10));
  const expected = sums(drawBlobs(plan, 5));
  const draw = drawBlobs(plan, 5);
  const first = draw.drawing(2);
  expect(first.next()).toMatchObject({ done: false, value: { done: 262144, total: 576000 + 300000 } });
  const abandoned = draw.drawing(4);
  abandoned.next();
  let step = first.next();
  while (!step.done) {
    abandoned.next();
    step = first.next();
  }
  expect(crc32(step.value?.values ?? new Float32Array())).toBe(expected[1]);
  expect(sums(draw)).toEqual(expected);
});

test('keeps what is before an edit, and nothing after it', () => {
  const draw = drawBlobs(planFor(net(10)), 5);
  sums(draw);
  for (const edited of [
    net(11),
    net(10, 'type: "msra"'),
    net(10, 'type: "constant"'),
    net(10, 'type: "uniform" max: 0.5'),
  ]) {
    expect(sums(draw.replan(planFor(edited)))).toEqual(sums(drawBlobs(planFor(edited), 5)));
  }
});

test('marks values after an unknown layer as unsure', () => {
  const text = net(10).replace(
    'layer { name: "b"',
    'layer { name: "mine" type: "Mine" bottom: "a" top: "m" } layer { name: "b"',
  );
  const draw = drawBlobs(planFor(text), 5);
  expect([0, 2, 4].map((blob) => draw.values(blob)?.unsure)).toEqual([undefined, 'mine', 'mine']);
});

test("shows the first blob's values for a shared name, and still draws the others", () => {
  const layer = (name: string, bottom: string, param: string): string =>
    `layer { name: "${name}" type: "InnerProduct" bottom: "${bottom}" top: "${name}" ${param} inner_product_param { num_output: 192 weight_filler { type: "xavier" } } }`;
  const head = 'layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 1 dim: 192 } } }';
  const shared = drawBlobs(
    planFor(
      [head, layer('a', 'd', 'param { name: "w" }'), layer('b', 'a', 'param { name: "w" }'), layer('c', 'b', '')].join(
        '\n',
      ),
    ),
    5,
  );
  const apart = drawBlobs(planFor([head, layer('a', 'd', ''), layer('b', 'a', ''), layer('c', 'b', '')].join('\n')), 5);
  const [own, , last] = sums(apart);
  expect(sums(shared)).toEqual([own, own, last]);
});
