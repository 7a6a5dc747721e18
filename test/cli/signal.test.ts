import { expect, test } from 'vitest';
import { good, phased, solver } from './nets';
import { objects, shell } from './shell';

test('prints a table with one row per layer, with marks on a logarithmic scale', async () => {
  const { status, out } = await shell('signal --phase TEST good.prototxt', { files: { 'good.prototxt': good } });
  expect(status).toBe(0);
  expect(out).toMatchInlineSnapshot(`
    "good.prototxt (TEST)
    layer  type           mean  second moment  gradient  forward ·  backward o  from 1e-8 to 1e+8
    data   Input             0              1                                ·
    conv   Convolution     0.1           1.01  0.000405              o       ·
    relu   ReLU          0.451          0.585   0.00054              o      ·|
    score  InnerProduct      0        0.00842     0.001              o  ·    |

    "
  `);
});

test('prints JSON in the documented form', async () => {
  const { status, out } = await shell('signal --format json --phase TEST good.prototxt', {
    files: { 'good.prototxt': good },
  });
  expect(status).toBe(0);
  expect(objects(out)).toMatchInlineSnapshot(`
    [
      {
        "file": "good.prototxt",
        "input": {
          "mean": 0,
          "secondMoment": 1,
        },
        "layers": [
          {
            "bottoms": [],
            "name": "data",
            "tops": [
              {
                "blob": "data",
                "mean": 0,
                "secondMoment": 1,
              },
            ],
            "type": "Input",
          },
          {
            "bottoms": [
              {
                "blob": "data",
                "gradient": 0.00040487398,
              },
            ],
            "name": "conv",
            "tops": [
              {
                "blob": "conv",
                "mean": 0.1,
                "secondMoment": 1.01,
              },
            ],
            "type": "Convolution",
          },
          {
            "bottoms": [
              {
                "blob": "conv",
                "gradient": 0.00053983193,
              },
            ],
            "name": "relu",
            "tops": [
              {
                "blob": "conv",
                "mean": 0.4511009,
                "secondMoment": 0.58492136,
              },
            ],
            "type": "ReLU",
          },
          {
            "bottoms": [
              {
                "blob": "conv",
                "gradient": 0.0009999999,
              },
            ],
            "name": "score",
            "tops": [
              {
                "blob": "score",
                "mean": 0,
                "secondMoment": 0.008422867,
              },
            ],
            "type": "InnerProduct",
          },
        ],
        "state": {
          "level": 0,
          "phase": "TEST",
          "stages": [],
        },
      },
    ]
  `);
});

test('takes the input from the command line', async () => {
  const { out } = await shell('signal --format json --phase TEST --input 1,2 good.prototxt', {
    files: { 'good.prototxt': good },
  });
  expect(objects(out)).toMatchObject([{ input: { mean: 1, secondMoment: 5 } }]);
  const { status, err } = await shell('signal --input loud good.prototxt', { files: { 'good.prototxt': good } });
  expect(status).toBe(2);
  expect(err).toBe('prototxt-lens: --input must be standard, transform or MEAN,STD, not loud\n');
});

test('of states that differ TRAIN is shown, with a note; of states that agree no note is printed', async () => {
  const files = { 'phased.prototxt': phased, 'good.prototxt': good };
  const train = await shell('signal --phase TRAIN phased.prototxt', { files });
  const test = await shell('signal --phase TEST phased.prototxt', { files });
  expect(train.out).not.toBe(test.out);
  expect(await shell('signal phased.prototxt', { files })).toEqual({
    ...train,
    err: 'prototxt-lens: phased.prototxt can be built in TRAIN, TEST; using TRAIN; choose another with --phase\n',
  });
  expect(await shell('signal good.prototxt', { files })).toMatchObject({ status: 0, err: '' });
});

test('a solver is not a net', async () => {
  const files = { 'solver.prototxt': solver };
  expect(await shell('signal solver.prototxt', { files })).toMatchObject({
    status: 2,
    out: '',
    err: 'prototxt-lens: solver.prototxt is a solver, not a net; its net is small.prototxt\n',
  });
});
