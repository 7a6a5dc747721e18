/** Weights files, checked by independent readers: protobufjs with the schema, and NumPy if it is installed. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import protobuf from 'protobufjs';
import { describe, expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { testState } from '#core/net/state';
import { crc32 } from '#core/weights/crc32';
import { drawBlobs } from '#core/weights/draw';
import { exportWeights, type ExportRequest } from '#core/weight-files/write-weights';
import { drawPlan } from '#core/weights/plan';

const input = 'layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 2 dim: 3 dim: 9 dim: 9 } } }';
const text = `
  name: "Netz é 网"
  ${input}
  layer { name: "a/1×1" type: "Convolution" bottom: "d" top: "a" convolution_param { num_output: 4 kernel_size: 3 weight_filler { type: "xavier" } } }
  layer { name: "norm" type: "BatchNorm" bottom: "a" top: "a" }
  layer { name: "ip" type: "InnerProduct" bottom: "a" top: "ip" param { name: "w" } inner_product_param { num_output: 196 weight_filler { type: "gaussian" std: 0.1 sparse: 5 } bias_filler { type: "uniform" } } }
  layer { name: "ip" type: "InnerProduct" bottom: "ip" top: "ip2" inner_product_param { num_output: 700 weight_filler { type: "positive_unitball" } } }
  layer { name: "ip3" type: "InnerProduct" bottom: "a" top: "ip3" param { name: "w" } inner_product_param { num_output: 196 weight_filler { type: "msra" } bias_term: false } }`;

const names = ['a/1×1/0', 'a/1×1/1', 'norm/0', 'norm/1', 'norm/2', 'ip/0', 'ip/1', 'ip#2/0', 'ip#2/1', 'ip3/0'];

async function exported(request: Partial<ExportRequest>, net = text): Promise<Buffer> {
  const state = analyze(net, { dialect: bvlc }).state(testState);
  const result = exportWeights(state, drawBlobs(drawPlan(state), 1701), {
    format: 'npz',
    layer: undefined,
    blob: 0,
    ...request,
  });
  if (result.kind === 'problem') throw new Error(result.problem.code);
  const chunks: Uint8Array[] = [];
  for await (const chunk of result.file.chunks()) chunks.push(chunk.slice());
  const bytes = Buffer.concat(chunks);
  expect(bytes.length).toBe(result.file.size);
  return bytes;
}

function drawn(): readonly { readonly shape: readonly (number | null)[] | null; readonly crc32: string }[] {
  const state = analyze(text, { dialect: bvlc }).state(testState);
  const plan = drawPlan(state);
  const draw = drawBlobs(plan, 1701);
  return plan.blobs.map(({ shape }, i) => ({ shape, crc32: crc32(draw.values(i)?.values ?? new Float32Array()) }));
}

describe('a .caffemodel', () => {
  test('is read by protobufjs with the schema', async () => {
    const net = decoded(await exported({ format: 'caffemodel' }));
    expect(net.name).toBe('Netz é 网');
    expect(net.layer.map(({ name, type, bottom, top }) => [name, type, bottom, top])).toEqual([
      ['d', 'Input', [], ['d']],
      ['a/1×1', 'Convolution', ['d'], ['a']],
      ['norm', 'BatchNorm', ['a'], ['a']],
      ['ip', 'InnerProduct', ['a'], ['ip']],
      ['ip', 'InnerProduct', ['ip'], ['ip2']],
      ['ip3', 'InnerProduct', ['a'], ['ip3']],
    ]);
    const blobs = net.layer.flatMap((layer) =>
      layer.blobs.map(({ shape, data }) => ({ shape: shape?.dim.map(Number), crc32: crc32(Float32Array.from(data)) })),
    );
    expect(blobs).toEqual(drawn());
  });

  test('has no shape for a scalar, as Caffe writes it', async () => {
    const shared = `${input} layer { name: "p" type: "PReLU" bottom: "d" top: "p" prelu_param { channel_shared: true } }`;
    const [, prelu] = decoded(await exported({ format: 'caffemodel' }, shared)).layer;
    expect(prelu?.blobs.map(({ shape, data }) => [shape, [...data]])).toEqual([[null, [0.25]]]);
  });

  test('is not started if Caffe could not read it', async () => {
    const large = text.replace('num_output: 700', 'num_output: 2800000');
    await expect(exported({ format: 'caffemodel' }, large)).rejects.toThrow('weights/model-too-large');
  });
});

function decoded(file: Buffer): Decoded {
  const root = protobuf.parse(readFileSync('schemas/bvlc.proto', 'utf8'), { keepCase: true }).root;
  return root.lookupType('caffe.NetParameter').decode(file) as unknown as Decoded;
}

interface Decoded {
  readonly name: string;
  readonly layer: readonly {
    readonly name: string;
    readonly type: string;
    readonly bottom: readonly string[];
    readonly top: readonly string[];
    readonly blobs: readonly {
      readonly shape: { readonly dim: readonly unknown[] } | null;
      readonly data: readonly number[];
    }[];
  }[];
}

/** A Python with NumPy: Debian's python3-numpy, or any other. */
const numpy = ['/usr/bin/python3', 'python3'].find(
  (python) => spawnSync(python, ['-c', 'import numpy'], { stdio: 'ignore' }).status === 0,
);

describe.skipIf(!numpy)('NumPy', () => {
  const script = `
import json, sys, zlib, zipfile
import numpy as np
found = np.load(sys.argv[1])
items = found.items() if sys.argv[1].endswith('.npz') else [('', found)]
if sys.argv[1].endswith('.npz'): assert zipfile.ZipFile(sys.argv[1]).testzip() is None
print(json.dumps([[name, list(values.shape), str(values.dtype), '%08x' % zlib.crc32(np.ascontiguousarray(values).tobytes())] for name, values in items]))`;

  function read(file: string, bytes: Uint8Array): unknown {
    const folder = mkdtempSync(join(tmpdir(), 'prototxt-lens-'));
    try {
      writeFileSync(join(folder, file), bytes);
      const { stdout, stderr } = spawnSync(numpy ?? '', ['-c', script, join(folder, file)], { encoding: 'utf8' });
      if (stderr !== '') throw new Error(stderr);
      return JSON.parse(stdout);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  test('reads the whole net', async () => {
    expect(read('w.npz', await exported({}))).toEqual(
      drawn().map(({ shape, crc32: sum }, i) => [names[i], shape, 'float32', sum]),
    );
  });

  test('reads one layer, and one blob', async () => {
    const [weight, bias] = drawn();
    expect(read('w.npz', await exported({ layer: 'a/1×1' }))).toEqual(
      [weight, bias].map((blob, i) => [names[i], blob?.shape, 'float32', blob?.crc32]),
    );
    expect(read('w.npy', await exported({ format: 'npy', layer: 'a/1×1', blob: 1 }))).toEqual([
      ['', [4], 'float32', bias?.crc32],
    ]);
  });
});

test.each([
  [{ format: 'npy' as const }, 'weights/one-blob'],
  [{ layer: 'nobody' }, 'weights/no-such-layer'],
  [{ format: 'npy' as const, layer: 'ip', blob: 2 }, 'weights/no-such-blob'],
])('rejects %o: %s', async (request, code) => {
  await expect(exported(request)).rejects.toThrow(code);
});

test('omits a layer with unknown blobs from a model, but rejects one with an unknown shape', async () => {
  const mine = text.replace(
    'layer { name: "norm"',
    'layer { name: "mine" type: "Python" bottom: "d" top: "m" python_param { module: "m" layer: "L" } } layer { name: "norm"',
  );
  expect((await exported({ format: 'caffemodel' }, mine)).includes('mine')).toBe(false);
  const open = text
    .replace('bottom: "a" top: "ip3"', 'bottom: "m" top: "ip3"')
    .replace(
      'layer { name: "norm"',
      'layer { name: "mine" type: "Python" bottom: "d" top: "m" python_param { module: "m" layer: "L" } } layer { name: "norm"',
    );
  await expect(
    exported(
      { format: 'caffemodel' },
      open.replace(
        'param { name: "w" } inner_product_param { num_output: 196 weight_filler { type: "msra"',
        'inner_product_param { num_output: 196 weight_filler { type: "msra"',
      ),
    ),
  ).rejects.toThrow('weights/unknown-values');
  expect((await exported({ layer: 'a/1×1' }, open)).length).toBeGreaterThan(0);
});
