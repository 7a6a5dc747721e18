/** The tools that show a net: shapes, init, cost, signal, run. */
import { expect, test } from 'vitest';
import { cost } from '#tools/cost';
import { init } from '#tools/init';
import { run } from '#tools/run';
import { shapes } from '#tools/shapes';
import { signal } from '#tools/signal';
import { smallNet } from '../support/small-nets';
import { answered, complaintOf, toolContext } from '../support/tools';

const context = toolContext({
  'net.prototxt': smallNet,
  'solver.prototxt': 'net: "net.prototxt" random_seed: 42 base_lr: 0.1 lr_policy: "fixed"',
});
const where = { schema: 'bvlc', state: 'TRAIN', states: ['TRAIN', 'TEST'] };

test('shapes of bottoms, tops and params', async () => {
  expect(await answered(shapes, { path: 'net.prototxt', layers: ['conv'] }, context)).toEqual({
    ...where,
    layers: [
      {
        name: 'conv',
        type: 'Convolution',
        line: 2,
        bottoms: [{ blob: 'data', shape: [2, 3, 8, 8] }],
        tops: [{ blob: 'conv', shape: [2, 4, 6, 6] }],
        params: [[4, 3, 3, 3], [4]],
      },
    ],
    left: 0,
  });
});

test('a dimension that the text does not determine is null', async () => {
  const text = smallNet.replace(/type: "Input".*/, 'type: "Data" top: "data" data_param { batch_size: 5 } }');
  expect(await answered(shapes, { text, layers: ['data'] })).toMatchObject({
    layers: [{ tops: [{ blob: 'data', shape: [5, null, null, null] }] }],
  });
  expect(await answered(shapes, { text, layers: ['data'], datum: '3x8x8' })).toMatchObject({
    layers: [{ tops: [{ blob: 'data', shape: [5, 3, 8, 8] }] }],
  });
});

test('answers for the state that was asked for', async () => {
  const text = smallNet.replace('name: "relu"', 'name: "relu" include { phase: TEST stage: "a" }');
  const names = async (input: object): Promise<readonly string[]> => {
    const { layers } = (await answered(shapes, { text, ...input })) as { layers: readonly { name: string }[] };
    return layers.map(({ name }) => name);
  };
  expect(await names({ phase: 'TRAIN' })).toEqual(['data', 'conv']);
  expect(await names({ phase: 'TEST' })).toEqual(['data', 'conv']);
  expect(await names({ phase: 'TEST', stages: ['a'] })).toEqual(['data', 'conv', 'relu']);
});

test('initial weights, with the formula', async () => {
  expect(await answered(init, { text: smallNet })).toMatchObject({
    layers: [
      {
        name: 'conv',
        params: [
          {
            role: 'weight',
            filler: 'xavier',
            shape: [4, 3, 3, 3],
            fanIn: 27,
            fanOut: 36,
            n: 27,
            distribution: 'uniform(-0.3333333, 0.3333333)',
            mean: 0,
            std: 0.19245009,
            formula: 's = √(3 / 27) = 0.3333333',
            lrMult: 1,
          },
          { role: 'bias', filler: 'constant', distribution: 'constant(0)' },
        ],
      },
    ],
  });
});

test('cost, the largest first if asked', async () => {
  const answer = await answered(cost, { text: smallNet, sortBy: 'macs', limit: 1 });
  // 2 images of 4·6·6 values, each from 3·3·3 products.
  expect(answer).toMatchObject({
    total: { params: { value: 112, exact: true }, macs: { value: 7776, exact: true } },
    layers: [
      {
        name: 'conv',
        params: 112,
        macs: 7776,
        receptiveField: [
          { size: 3, stride: 1 },
          { size: 3, stride: 1 },
        ],
      },
    ],
    left: 2,
  });
});

test('forecast and measurement of the signal agree', async () => {
  const forecast = (await answered(signal, { path: 'net.prototxt' }, context)) as {
    layers: readonly { name: string; secondMoment: number }[];
  };
  const measured = (await answered(run, { path: 'net.prototxt' }, context)) as {
    seed: number;
    layers: readonly { name: string; tops: readonly { mean: number; std: number }[] }[];
  };
  expect(measured.seed).toBe(42);
  const [, conv] = forecast.layers;
  const [top] = measured.layers[1]?.tops ?? [];
  expect(conv?.secondMoment).toBeGreaterThan(0.5);
  expect((top?.mean ?? 0) ** 2 + (top?.std ?? 0) ** 2).toBeCloseTo(conv?.secondMoment ?? 0, 0);
});

const classifier = `layer { name: "data" type: "Input" top: "data" top: "label"
  input_param { shape { dim: 32 dim: 20 } shape { dim: 32 } } }
layer { name: "wide" type: "InnerProduct" bottom: "data" top: "wide"
  inner_product_param { num_output: 50 weight_filler { type: "gaussian" std: 5 } } }
layer { name: "tanh" type: "TanH" bottom: "wide" top: "tanh" }
layer { name: "score" type: "InnerProduct" bottom: "tanh" top: "score"
  inner_product_param { num_output: 4 weight_filler { type: "xavier" } } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "score" bottom: "label" top: "loss" }
`;

test('a run measures gradients, and says what it shows', async () => {
  const { layers, ...answer } = (await answered(run, { text: classifier })) as {
    layers: readonly { name: string; bottomGradients?: readonly unknown[]; paramGradients?: readonly unknown[] }[];
  };
  expect(answer).toMatchObject({
    evenLoss: expect.closeTo(Math.log(4), 6),
    backFrom: 'loss',
    findings: [{ layer: 'tanh', finding: expect.stringMatching(/^\d+ % of the values are saturated$/) }],
    findingsLeft: 0,
  });
  const of = new Map(layers.map((layer) => [layer.name, layer]));
  expect(of.get('loss')?.bottomGradients).toEqual([expect.closeTo(0.02, 1), null]);
  expect(of.get('score')?.paramGradients).toEqual([expect.any(Number), expect.any(Number)]);
  // TanH passes on less than it gets.
  const [[above], [below]] = [of.get('score')?.bottomGradients ?? [], of.get('tanh')?.bottomGradients ?? []];
  expect(below).toBeGreaterThan(0);
  expect(below).toBeLessThan(Number(above));
  expect(of.get('data')).not.toHaveProperty('bottomGradients');
});

test('findings are those of the layers that were asked for', async () => {
  const found = async (input: object): Promise<unknown> =>
    ((await answered(run, { text: classifier, ...input })) as { findings: unknown }).findings;
  expect(await found({ layers: ['score'] })).toEqual([]);
  // Also of layers that are left out.
  expect(await found({ limit: 1 })).toHaveLength(1);
});

test('a run without Backward', async () => {
  const answer = await answered(run, { text: classifier, back: false });
  expect(answer).not.toHaveProperty('backFrom');
  expect(JSON.stringify(answer)).not.toContain('Gradients');
});

test('a run says where gradients are no longer known', async () => {
  const text = classifier.replace('type: "TanH"', 'type: "Python" python_param { module: "m" layer: "L" }');
  expect(await answered(run, { text })).toMatchObject({ stopped: expect.stringContaining('Layer tanh (Python)') });
  const ended = classifier.replace('type: "TanH"', 'type: "Threshold"');
  expect(await answered(run, { text: ended })).toMatchObject({
    backFrom: 'loss',
    backStopped: expect.stringContaining('layer tanh (Threshold)'),
  });
});

test('a run says where it ended, and how far it is', async () => {
  const done: number[] = [];
  const text = `${smallNet}layer { name: "p" type: "Python" bottom: "conv" top: "p" python_param { module: "m" layer: "L" } }`;
  const answer = await answered(run, { text }, { ...toolContext(), progress: (share) => done.push(share) });
  expect(answer).toMatchObject({ seed: 1701, stopped: expect.stringContaining('Layer p (Python)') });
  expect(done.at(-1)).toBe(1);
});

test('a run that is cancelled has no answer', async () => {
  const cancelled = { ...toolContext(), whenCancelled: (listener: () => void) => listener() };
  expect(await complaintOf(run, { text: smallNet }, cancelled)).toBe('The run was cancelled.');
});

test('a net that Caffe rejects is not run', async () => {
  const text = smallNet.replace('bottom: "data"', 'bottom: "dat"');
  expect(await complaintOf(run, { text })).toMatch(/^Caffe rejects the text in TRAIN: No layer before 'conv' produces/);
});

test('names layers if none matches, and what is no net', async () => {
  expect(await complaintOf(shapes, { text: smallNet, layers: ['fc*'] })).toBe(
    'No layer matches. The net has 3: data, conv, relu.',
  );
  expect(await complaintOf(init, { path: 'solver.prototxt' }, context)).toBe(
    'solver.prototxt is a solver, not a net; its net is net.prototxt.',
  );
  expect(await complaintOf(cost, { text: 'item { id: 1 }' })).toBe('the text is neither a net nor a solver.');
});
