import { expect, test } from 'vitest';
import { bad, good, phased, solver } from './nets';
import { meanFile } from '../support/mean-file';
import { objects, shell } from './shell';

test('prints a table with one row per layer, and the total number of values', async () => {
  const { status, out } = await shell('inspect --phase TEST good.prototxt', { files: { 'good.prototxt': good } });
  expect(status).toBe(0);
  expect(out).toMatchInlineSnapshot(`
    "good.prototxt (TEST)
    layer  type          tops          params      values    MACs    memory  field  stride
    data   Input         data 2×3×8×8                              1.50 KiB      1       1
    conv   Convolution   conv 2×4×6×6  4×3×3×3, 4     112   7,776  1.13 KiB      3       1
    relu   ReLU          conv 2×4×6×6                                            3       1
    score  InnerProduct  score 2×10    10×144, 10   1,450   2,880      80 B      8
                                                    1,562  10,656  2.70 KiB

    Caffe prints: Memory required for data: 3,920

    "
  `);
});

test('prints JSON in the documented form', async () => {
  const { status, out } = await shell('inspect --format json --phase TEST good.prototxt', {
    files: { 'good.prototxt': good },
  });
  expect(status).toBe(0);
  expect(objects(out)).toMatchInlineSnapshot(`
    [
      {
        "file": "good.prototxt",
        "kind": "net",
        "layers": [
          {
            "line": 1,
            "macs": 0,
            "memory": 1536,
            "name": "data",
            "params": [],
            "receptiveField": [
              {
                "size": 1,
                "start": 0,
                "stride": 1,
              },
              {
                "size": 1,
                "start": 0,
                "stride": 1,
              },
            ],
            "tops": [
              {
                "blob": "data",
                "shape": [
                  2,
                  3,
                  8,
                  8,
                ],
              },
            ],
            "type": "Input",
          },
          {
            "line": 2,
            "macs": 7776,
            "memory": 1152,
            "name": "conv",
            "params": [
              {
                "distribution": {
                  "kind": "uniform",
                  "max": 0.33333334,
                  "min": -0.33333334,
                },
                "fanIn": 27,
                "fanOut": 36,
                "filler": "xavier",
                "mean": 0,
                "n": 27,
                "shape": [
                  4,
                  3,
                  3,
                  3,
                ],
                "std": 0.19245009,
              },
              {
                "distribution": {
                  "kind": "constant",
                  "value": 0.1,
                },
                "fanIn": 1,
                "fanOut": 4,
                "filler": "constant",
                "mean": 0.1,
                "n": null,
                "shape": [
                  4,
                ],
                "std": 0,
              },
            ],
            "receptiveField": [
              {
                "size": 3,
                "start": 0,
                "stride": 1,
              },
              {
                "size": 3,
                "start": 0,
                "stride": 1,
              },
            ],
            "tops": [
              {
                "blob": "conv",
                "shape": [
                  2,
                  4,
                  6,
                  6,
                ],
              },
            ],
            "type": "Convolution",
          },
          {
            "line": 9,
            "macs": 0,
            "memory": 0,
            "name": "relu",
            "params": [],
            "receptiveField": [
              {
                "size": 3,
                "start": 0,
                "stride": 1,
              },
              {
                "size": 3,
                "start": 0,
                "stride": 1,
              },
            ],
            "tops": [
              {
                "blob": "conv",
                "shape": [
                  2,
                  4,
                  6,
                  6,
                ],
              },
            ],
            "type": "ReLU",
          },
          {
            "line": 10,
            "macs": 2880,
            "memory": 80,
            "name": "score",
            "params": [
              {
                "distribution": {
                  "kind": "normal",
                  "mean": 0,
                  "std": 0.01,
                },
                "fanIn": 144,
                "fanOut": 10,
                "filler": "gaussian",
                "mean": 0,
                "n": null,
                "shape": [
                  10,
                  144,
                ],
                "std": 0.01,
              },
              {
                "distribution": {
                  "kind": "constant",
                  "value": 0,
                },
                "fanIn": 1,
                "fanOut": 10,
                "filler": "constant",
                "mean": 0,
                "n": null,
                "shape": [
                  10,
                ],
                "std": 0,
              },
            ],
            "receptiveField": [
              {
                "size": 8,
                "start": 0,
                "stride": 0,
              },
              {
                "size": 8,
                "start": 0,
                "stride": 0,
              },
            ],
            "tops": [
              {
                "blob": "score",
                "shape": [
                  2,
                  10,
                ],
              },
            ],
            "type": "InnerProduct",
          },
        ],
        "problems": [],
        "schema": "bvlc",
        "state": {
          "level": 0,
          "phase": "TEST",
          "stages": [],
        },
        "total": {
          "atLeast": [],
          "macs": 10656,
          "memory": 2768,
          "memoryRequired": 3920,
          "params": 1562,
        },
      },
    ]
  `);
});

test('exits with 0 despite problems', async () => {
  const { status, out } = await shell('inspect --format json bad.prototxt', { files: { 'bad.prototxt': bad } });
  expect(status).toBe(0);
  expect(objects(out)[0]?.['problems']).toHaveLength(2);
});

test('shows all phases that the file is meant for, without --phase', async () => {
  const { out } = await shell('inspect --format json phased.prototxt', { files: { 'phased.prototxt': phased } });
  expect(objects(out).map(batchOf)).toEqual([
    ['TRAIN', 64],
    ['TEST', 10],
  ]);
});

test('applies a stage without a phase in each phase that the net then has', async () => {
  const { out } = await shell('inspect --format json --stage deploy phased.prototxt', {
    files: { 'phased.prototxt': phased },
  });
  expect(objects(out).map(batchOf)).toEqual([
    ['TRAIN', 64],
    ['TEST', 1],
  ]);
});

test('shows only the given phase', async () => {
  const { out } = await shell('inspect --format json --phase TEST --level 2 --stage a --stage b phased.prototxt', {
    files: { 'phased.prototxt': phased },
  });
  expect(objects(out).map(({ state }) => state)).toEqual([{ phase: 'TEST', level: 2, stages: ['a', 'b'] }]);
});

test('prints null for unknown dimensions, which --datum determines', async () => {
  const net = 'layer { name: "data" type: "Data" top: "data" data_param { source: "a" batch_size: 4 } }\n';
  const files = { 'data.prototxt': net };
  const unknown = objects((await shell('inspect --format json --phase TEST data.prototxt', { files })).out);
  expect(unknown).toMatchObject([{ layers: [{ tops: [{ blob: 'data', shape: [4, null, null, null] }] }] }]);
  const known = objects((await shell('inspect --format json --phase TEST --datum 3x6x7 data.prototxt', { files })).out);
  expect(known).toMatchObject([{ layers: [{ tops: [{ blob: 'data', shape: [4, 3, 6, 7] }] }] }]);
});

test('takes the shape of records from a mean file beside the net', async () => {
  const net =
    'layer { name: "data" type: "Data" top: "data" transform_param { mean_file: "mean.binaryproto" } data_param { source: "a" batch_size: 4 } }\n';
  const files = { 'nets/data.prototxt': net, 'nets/mean.binaryproto': meanFile(3, 5, 7) };
  const { out } = await shell('inspect --format json --phase TEST nets/data.prototxt', { files });
  expect(objects(out)).toMatchObject([{ layers: [{ tops: [{ blob: 'data', shape: [4, 3, 5, 7] }] }] }]);
});

test('lists the learning rates of a solver in JSON', async () => {
  const files = { 'solver.prototxt': solver };
  const [object] = objects((await shell('inspect --format json --iterations 4 solver.prototxt', { files })).out);
  expect(object).toMatchObject({ file: 'solver.prototxt', kind: 'solver', lr: [0.01, 0.01, 0.01, 0.001, 0.001] });
  const [whole] = objects((await shell('inspect --format json solver.prototxt', { files })).out);
  expect(whole?.['lr']).toHaveLength(121);
});

test('lists only problems for a file that is not a Caffe file', async () => {
  const files = { 'labels.prototxt': 'item { id: 1 display_name: "cat" }\n' };
  const [object] = objects((await shell('inspect --format json labels.prototxt', { files })).out);
  expect(object).toEqual({ file: 'labels.prototxt', kind: 'other', schema: 'bvlc', problems: [] });
});

function batchOf(object: Record<string, unknown>): readonly unknown[] {
  const { state, layers } = object as { state: { phase: string }; layers: { tops: { shape: number[] }[] }[] };
  return [state.phase, layers[0]?.tops[0]?.shape[0]];
}

test('prints the learning rates of a solver where they change', async () => {
  const files = {
    'solver.prototxt': 'base_lr: 0.1\nlr_policy: "step"\nstepsize: 100\ngamma: 0.5\nmax_iter: 250\nnet: "n"\n',
  };
  const { out, status } = await shell('inspect solver.prototxt', { files });
  expect(out).toBe(
    'solver.prototxt (lr = 0.1 · 0.5^⌊i / 100⌋)\niteration     lr\n        0    0.1\n      100   0.05\n      200  0.025\n      249  0.025\n\n',
  );
  expect(status).toBe(0);
});
