/** lstm_layer.cpp of caffe-lstm, over T·N items, and of CTPN, over T × N. */
import { describe, expect, test } from 'vitest';
import { dialectOf } from '#core/dialects/index';
import { ran } from '../../support/ran';
import { layerTable } from '../../support/layer-table';

layerTable(
  'Lstm',
  [
    ['12×8', 'num_output: 5 batch_size: 4', '12×5 | 20×8, 20×5, 20'],
    ['12×2×4, 12×1', 'num_output: 5 batch_size: 3', '12×5 | 20×8, 20×5, 20'],
    ['12×8', 'num_output: 5 batch_size: 5', '? | 20×8, 20×5, 20 ! fork/bottom-size b0'],
    ['12×8', 'num_output: 0', '? | 0×8, 0×0, 0 ! fork/field-bound 0'],
  ],
  'caffe-lstm',
);

layerTable(
  'Lstm',
  [
    ['7×3×2×4', 'num_output: 5', '7×3×5 | 20×8, 20×5, 20'],
    ['7', 'num_output: 5', '? | 20×1, 20×5, 20 ! fork/too-few-axes b0'],
  ],
  'ctpn',
);

const [weight, bias] = [0.5, 0.25];

/** lstm_layer.cu for one output, and weights that are all the same: of sequences of numbers, with markers. */
function unrolled(sequence: readonly number[], markers: readonly number[]): readonly number[] {
  const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
  let [hidden, cell] = [0, 0];
  return sequence.map((x, t) => {
    const marker = markers[t] ?? 1;
    const z = weight * x + bias + marker * weight * hidden;
    cell = marker * sigmoid(z) * cell + sigmoid(z) * Math.tanh(z);
    hidden = sigmoid(z) * Math.tanh(cell);
    return hidden;
  });
}

async function lstm(
  fork: string,
  shape: readonly number[],
  values: readonly number[],
  fields = '',
  markers?: readonly number[],
) {
  const dims = (sizes: readonly number[]): string => sizes.map((dim) => `input_dim: ${dim}`).join(' ');
  const layers = [
    `input: "x" ${dims([...shape, 1, 1, 1].slice(0, 4))}`,
    ...(markers ? [`input: "m" ${dims([markers.length, 1, 1, 1])}`] : []),
    `layer { name: "lstm" type: "Lstm" bottom: "x" ${markers ? 'bottom: "m"' : ''} top: "y"
      lstm_param { num_output: 1 ${fields} weight_filler { value: ${weight} } bias_filler { value: ${bias} } } }`,
  ];
  return ran(layers, { x: values, ...(markers && { m: markers }) }, dialectOf(fork));
}

describe('computes what lstm_layer.cu does', () => {
  const sequences = [
    [1, -2, 3],
    [0.5, 0.25, -1],
  ] as const;
  const mixed = [0, 1, 2].flatMap((t) => sequences.map((each) => each[t] ?? 0));
  const expected = sequences.map((each) => unrolled(each, [0, 1, 1]));
  const both = [0, 1, 2].flatMap((t) => expected.map((each) => each[t] ?? 0));
  const closeTo = (values: readonly number[]): readonly unknown[] => values.map((value) => expect.closeTo(value, 5));

  test('of several sequences side by side', async () => {
    const inBatches = await lstm('caffe-lstm', [6, 1], mixed, 'batch_size: 2');
    expect(inBatches.tops.get('lstm')).toEqual({ shape: [6, 1], values: closeTo(both) });
    const inSteps = await lstm('ctpn', [3, 2], mixed);
    expect(inSteps.tops.get('lstm')).toEqual({ shape: [3, 2, 1], values: closeTo(both) });
  });

  test('with markers', async () => {
    const { tops } = await lstm('caffe-lstm', [3, 1], sequences[0], '', [1, 0, 1]);
    expect(tops.get('lstm')?.values).toEqual(closeTo(unrolled(sequences[0], [1, 0, 1])));
  });

  test('with a limit, the gradient is not known', async () => {
    expect((await lstm('caffe-lstm', [3, 1], sequences[0], 'clipping_threshold: 0.1')).lost).toEqual({
      layer: 'lstm',
      type: 'Lstm',
      reason: 'no-gradient',
    });
    const free = await lstm('caffe-lstm', [3, 1], sequences[0]);
    expect([free.lost, free.bottoms.get('lstm')?.[0]?.length]).toEqual([undefined, 3]);
  });
});
