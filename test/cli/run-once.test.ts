import { describe, expect, test } from 'vitest';
import { npyHeader } from '#core/weight-files/write-npy';
import { objects, shell } from './shell';

const net = `name: "small"
layer { name: "data" type: "Input" top: "data" top: "label" input_param { shape { dim: 1 dim: 2 dim: 4 dim: 4 } shape { dim: 1 } } }
layer { name: "conv" type: "Convolution" bottom: "data" top: "conv" convolution_param { num_output: 3 kernel_size: 3 weight_filler { type: "xavier" } } }
layer { name: "relu" type: "ReLU" bottom: "conv" top: "conv" }
layer { name: "fc" type: "InnerProduct" bottom: "conv" top: "fc" inner_product_param { num_output: 5 weight_filler { type: "xavier" } } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "fc" bottom: "label" top: "loss" }
`;
const files = { 'net.prototxt': net };

interface Json {
  readonly seed: number;
  readonly inputs: Readonly<Record<string, string>>;
  readonly loss: number | string;
  readonly layers: readonly {
    readonly name: string;
    readonly tops: readonly {
      readonly shape: readonly number[];
      readonly min: number | string;
      readonly at: readonly (number | string)[];
    }[];
  }[];
  readonly stopped?: { readonly layer: string; readonly type: string; readonly reason: string };
  readonly back_from?: string;
  readonly back?: readonly {
    readonly name: string;
    readonly bottoms: readonly (Values | null)[];
    readonly params: readonly Values[];
  }[];
  readonly back_stopped?: { readonly layer: string; readonly reason: string };
}

interface Values {
  readonly n: number;
  readonly m2: number;
  readonly at: readonly number[];
}

async function json(command: string, more: Readonly<Record<string, string | Uint8Array>> = {}): Promise<Json> {
  const { out } = await shell(`run --format json ${command}`, { files: { ...files, ...more } });
  return objects(out)[0] as unknown as Json;
}

describe('JSON output', () => {
  test("has tops directly after their layers, and labels in their reader's range", async () => {
    const { seed, inputs, layers, loss } = await json('--batch 6 net.prototxt');
    expect(seed).toBe(1701);
    expect(inputs).toEqual({ data: 'normal', label: 'index mod 5' });
    expect(layers.map(({ name }) => name)).toEqual(['data', 'conv', 'relu', 'fc', 'loss']);
    expect(layers[0]?.tops[1]?.at).toEqual([0, 1, 2, 3, 4, 0]);
    expect(layers[1]?.tops[0]?.shape).toEqual([6, 3, 2, 2]);
    expect(layers[1]?.tops[0]?.min).toBeLessThan(0);
    expect(layers[2]?.tops[0]?.min).toBe(0);
    expect(loss).toBeGreaterThan(1);
  });

  test('has the same values for the same seed, and others for another', async () => {
    const once = await json('--seed 1 net.prototxt');
    expect(await json('--seed 1 net.prototxt')).toEqual(once);
    expect((await json('--seed 2 net.prototxt')).loss).not.toBe(once.loss);
  });

  test('uses another weight filler for --what-if', async () => {
    const asIs = await json('net.prototxt');
    expect((await json('--what-if msra net.prototxt')).loss).not.toBe(asIs.loss);
  });

  test('has the layers before one without a modelled Forward', async () => {
    const { layers, stopped } = await json('odd.prototxt', {
      'odd.prototxt': net.replace(
        'layer { name: "fc"',
        'layer { name: "pool" type: "Pooling" bottom: "conv" top: "conv" pooling_param { pool: STOCHASTIC kernel_size: 1 } }\nlayer { name: "fc"',
      ),
    });
    expect(layers.at(-1)?.name).toBe('relu');
    expect(stopped).toMatchObject({ layer: 'pool', type: 'Pooling' });
  });

  test('has all layers that do not read what has no shape, such as the boxes of a detection data set', async () => {
    const { layers, stopped } = await json('ssd.prototxt', {
      'ssd.prototxt': [
        '# prototxt: datum 3x8x8',
        'layer { name: "data" type: "AnnotatedData" top: "data" top: "label" data_param { source: "train" batch_size: 2 }',
        ' transform_param { resize_param { prob: 1 height: 8 width: 8 } } annotated_data_param { anno_type: BBOX } }',
        'layer { name: "conv" type: "Convolution" bottom: "data" top: "conv" convolution_param { num_output: 4 kernel_size: 3 weight_filler { type: "xavier" } } }',
        'layer { name: "boxes" type: "ReLU" bottom: "label" top: "boxes" }',
        'layer { name: "last" type: "ReLU" bottom: "conv" top: "last" }',
      ].join('\n'),
    });
    expect(layers.map(({ name }) => name)).toEqual(['data', 'conv']);
    expect(layers[0]?.tops.map(({ shape }) => shape)).toEqual([[2, 3, 8, 8]]);
    expect(stopped).toMatchObject({ layer: 'boxes', reason: expect.stringContaining('unknown') as string });
  });

  test('prints infinities as text', async () => {
    const { layers } = await json('log.prototxt', {
      'log.prototxt':
        'layer { name: "d" type: "DummyData" top: "d" dummy_data_param { shape { dim: 2 } } }\nlayer { name: "log" type: "Log" bottom: "d" top: "l" }',
    });
    expect(layers[1]?.tops[0]?.at).toEqual(['-inf', '-inf']);
  });
});

describe('gradients', () => {
  test('are listed from the last layer to the first, null for labels', async () => {
    const { back_from, back } = await json('net.prototxt');
    expect(back_from).toBe('loss');
    expect(back?.map(({ name }) => name)).toEqual(['loss', 'fc', 'relu', 'conv']);
    expect(back?.[0]?.bottoms.map((gradient) => gradient?.n ?? null)).toEqual([5, null]);
    expect(back?.[3]?.params.map(({ n }) => n)).toEqual([54, 3]);
    // p − 1 for the label's class and p for the others, whose sum is 0.
    const [first] = back?.[0]?.bottoms ?? [];
    expect(first?.at[0]).toBeLessThan(0);
    expect(first?.at.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 6);
  });

  test('are left out for --no-back, which changes nothing else', async () => {
    const { back, back_from, ...forward } = await json('net.prototxt');
    expect([back?.length, back_from]).toEqual([4, 'loss']);
    expect(await json('--no-back net.prototxt')).toEqual(forward);
  });

  test('begin with random ones where the last layer is not a loss', async () => {
    const { back_from, back } = await json('deploy.prototxt', {
      'deploy.prototxt': net.replace(/layer { name: "loss".*/, ''),
    });
    expect(back_from).toBe('fc');
    expect(back?.[0]?.params[1]?.m2).toBeGreaterThan(0);
    const { out } = await shell('run deploy.prototxt', {
      files: { 'deploy.prototxt': net.replace(/layer { name: "loss".*/, '') },
    });
    expect(out).toContain('gradients from fc, whose tops get gradients of N(0, 1)');
  });

  test('end where Caffe has no Backward', async () => {
    const { back, back_stopped } = await json('odd.prototxt', {
      'odd.prototxt': net.replace(
        'type: "ReLU" bottom: "conv" top: "conv"',
        'type: "Threshold" bottom: "conv" top: "conv"',
      ),
    });
    expect(back?.map(({ bottoms }) => bottoms.map((gradient) => gradient !== null))).toEqual([
      [true, false],
      [true],
      [false],
      [false],
    ]);
    expect(back_stopped).toMatchObject({ layer: 'relu', reason: 'Caffe does not implement its Backward, and aborts' });
  });

  test('have columns in the table', async () => {
    const { out } = await shell('run net.prototxt', { files });
    expect(out).toMatch(/ gradient +of param\n/);
    expect(out).toMatch(/^conv .+ \d\S* +\d\S*$/m);
    expect(out).toContain('\ngradients from loss: ');
    expect((await shell('run --no-back net.prototxt', { files })).out).not.toContain('gradient');
  });
});

test('reads an input from a .npy', async () => {
  const values = Float32Array.from({ length: 32 }, (_, i) => i);
  const npy = Buffer.concat([npyHeader([1, 2, 4, 4]), Buffer.from(values.buffer)]);
  const { inputs, layers } = await json('--input x.npy net.prototxt', { 'x.npy': npy });
  expect(inputs['data']).toBe('x.npy');
  expect(layers[0]?.tops[0]?.at[15]).toBe(31);
  const small = await shell('run --input y.npy net.prototxt', {
    files: { ...files, 'y.npy': Buffer.concat([npyHeader([3]), Buffer.alloc(12)]) },
  });
  expect(small.status).toBe(2);
  expect(small.err).toContain('y.npy has 3 values, but data needs 32');
});

test('prints a table, with the loss', async () => {
  const { status, out } = await shell('run net.prototxt', { files });
  expect(status).toBe(0);
  expect(out).toMatch(/^fc +InnerProduct +fc +1×5 /m);
  expect(out).toMatch(/^seed 1701, loss \d/m);
});

test('does not run a net that Caffe rejects, and prints the reason', async () => {
  const { status, out, err } = await shell('run bad.prototxt', {
    files: {
      'bad.prototxt': net.replace('"relu" type: "ReLU" bottom: "conv"', '"relu" type: "ReLU" bottom: "nothing"'),
    },
  });
  expect(status).toBe(2);
  expect(out).toBe('');
  expect(err).toMatch(/Caffe rejects bad\.prototxt in \w+: .*nothing/);
});

test('a net that does not fit runs as far as it does, and names the layer', async () => {
  const { stopped, layers } = await json('large.prototxt', {
    'large.prototxt': `layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 1 dim: 40000 } } }
layer { name: "r" type: "ReLU" bottom: "d" top: "r" }
layer { name: "ip" type: "InnerProduct" bottom: "r" top: "ip" inner_product_param { num_output: 40000 } }`,
  });
  expect(layers.map(({ name }) => name)).toEqual(['d', 'r']);
  expect(stopped).toMatchObject({ layer: 'ip', reason: expect.stringContaining('memory') as string });
});
