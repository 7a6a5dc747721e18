/** A net paired with a weights file as Caffe does it. */
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { testState } from '#core/net/state';
import type { ModelBlob } from '#core/weight-files/read-blob';
import type { ModelLayer } from '#core/weight-files/read-caffemodel';
import { pair, type LayerPairing } from '#core/weight-files/pairing';

const net = `
  layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 1 dim: 3 dim: 5 dim: 5 } } }
  layer { name: "conv" type: "Convolution" bottom: "d" top: "c" convolution_param { num_output: 4 kernel_size: 3 } }
  layer { name: "relu" type: "ReLU" bottom: "c" top: "c" }
  layer { name: "ip" type: "InnerProduct" bottom: "c" top: "ip" inner_product_param { num_output: 2 bias_term: false } }
  layer { name: "mine" type: "Python" bottom: "d" top: "m" }
  layer { name: "open" type: "InnerProduct" bottom: "m" top: "o" inner_product_param { num_output: 2 bias_term: false } }`;

const blob = (...shape: readonly number[]): ModelBlob => ({
  shape,
  isLegacy: false,
  count: shape.reduce((product, dim) => product * dim, 1),
  ranges: [],
  isDouble: false,
});
const old = (...shape: readonly number[]): ModelBlob => ({ ...blob(...shape), isLegacy: true });

function paired(...layers: readonly Omit<ModelLayer, 'type'>[]): {
  readonly said: Readonly<Record<string, LayerPairing>>;
  readonly ignored: readonly string[];
} {
  const state = analyze(net, { dialect: bvlc }).state(testState);
  const { layers: found, ignored } = pair(state, {
    kind: 'model',
    age: 'current',
    layers: layers.map((layer) => ({ type: '', ...layer })),
  });
  return {
    said: Object.fromEntries([...found].map(([index, pairing]) => [state.net.layers[index]?.name, pairing])),
    ignored,
  };
}

const absent = { kind: 'absent' };

test('pairs layers by name, and ignores those that only the file has', () => {
  const { said, ignored } = paired(
    { name: 'conv', blobs: [blob(4, 3, 3, 3), blob(4)] },
    { name: 'relu', blobs: [] },
    { name: 'fc8', blobs: [blob(1)] },
    { name: 'split', blobs: [] },
  );
  expect(said).toEqual({ conv: { kind: 'loaded' }, ip: absent, mine: absent, open: absent });
  expect(ignored).toEqual(['fc8']);
});

test('accepts four old dimensions for fewer axes', () => {
  expect(paired({ name: 'ip', blobs: [old(1, 1, 2, 36)] }).said['ip']).toEqual({ kind: 'loaded' });
  expect(paired({ name: 'conv', blobs: [old(4, 3, 3, 3), old(1, 1, 1, 4)] }).said['conv']).toEqual({ kind: 'loaded' });
  expect(paired({ name: 'ip', blobs: [blob(1, 1, 2, 36)] }).said['ip']).toMatchObject({ kind: 'shape' });
});

test('reports more axes than Caffe supports, and negative dimensions', () => {
  const many = new Array<number>(33).fill(1);
  expect(paired({ name: 'ip', blobs: [blob(...many)] }).said['ip']).toEqual({ kind: 'axes', role: 'weight' });
  expect(paired({ name: 'ip', blobs: [blob(2, -36)] }).said['ip']).toMatchObject({ kind: 'shape', found: [2, -36] });
  expect(paired({ name: 'open', blobs: [blob(2, -1)] }).said['open']).toMatchObject({ kind: 'shape' });
});

test('reports another shape, number of blobs or number of values, on which Caffe aborts', () => {
  expect(paired({ name: 'ip', blobs: [blob(2, 37)] }).said['ip']).toEqual({
    kind: 'shape',
    role: 'weight',
    found: [2, 37],
    expected: [2, 36],
  });
  expect(paired({ name: 'ip', blobs: [] }).said['ip']).toEqual({ kind: 'blob-count', found: 0, expected: 1 });
  expect(paired({ name: 'relu', blobs: [blob(1)] }).said['relu']).toEqual({
    kind: 'blob-count',
    found: 1,
    expected: 0,
  });
  expect(paired({ name: 'ip', blobs: [{ ...blob(2, 36), count: 70 }] }).said['ip']).toEqual({
    kind: 'value-count',
    role: 'weight',
    found: 70,
    expected: 72,
  });
});

test('judges the known dimensions, and ignores unknown ones', () => {
  expect(paired({ name: 'open', blobs: [blob(2, 99)] }).said['open']).toEqual({ kind: 'unknown' });
  expect(paired({ name: 'open', blobs: [blob(3, 99)] }).said['open']).toMatchObject({ kind: 'shape' });
  expect(paired({ name: 'mine', blobs: [blob(3)] }).said['mine']).toEqual({ kind: 'unknown' });
});
