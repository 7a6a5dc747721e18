import { expect, test } from 'vitest';
import { good, phased, solver } from './nets';
import { objects, shell } from './shell';

test('prints a table with one row per layer, with marks on a logarithmic scale', async () => {
  const { status, out } = await shell('signal --phase TEST good.prototxt', { files: { 'good.prototxt': good } });
  expect(status).toBe(0);
  expect(out).toMatchInlineSnapshot(`
    "good.prototxt (TEST)
    mean of two draws of the weights: set_random_seed(1701) and set_random_seed(1702)
    layer  type             mean  second moment  gradient  seed 1701  seed 1702  forward ·  backward o  from 1e-8 to 1e+8
    data   Input               0              1                    1          1                      ·
    conv   Convolution       0.1          0.984  0.000462      0.967          1              o       ·
    relu   ReLU            0.449          0.572  0.000616      0.563      0.581              o      ·|
    score  InnerProduct  0.00538        0.00671     0.001    0.00752    0.00591              o  ·    |

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
            "draws": [
              1,
              1,
            ],
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
                "gradient": 0.00046203684,
              },
            ],
            "draws": [
              0.96683854,
              1.0020796,
            ],
            "name": "conv",
            "tops": [
              {
                "blob": "conv",
                "mean": 0.1,
                "secondMoment": 0.9844591,
              },
            ],
            "type": "Convolution",
          },
          {
            "bottoms": [
              {
                "blob": "conv",
                "gradient": 0.0006160491,
              },
            ],
            "draws": [
              0.56250054,
              0.58145857,
            ],
            "name": "relu",
            "tops": [
              {
                "blob": "conv",
                "mean": 0.44874993,
                "secondMoment": 0.5719795,
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
            "draws": [
              0.0075204745,
              0.0059056836,
            ],
            "name": "score",
            "tops": [
              {
                "blob": "score",
                "mean": 0.005378244,
                "secondMoment": 0.006713079,
              },
            ],
            "type": "InnerProduct",
          },
        ],
        "seeds": [
          1701,
          1702,
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

interface Shown {
  readonly seeds: readonly number[];
  readonly layers: readonly {
    readonly tops: readonly { readonly secondMoment: number }[];
    readonly draws?: readonly number[];
  }[];
}

test('forecasts the weights of a single draw, given a seed', async () => {
  const files = { 'good.prototxt': good };
  const of = async (options: string): Promise<Shown> =>
    objects(
      (await shell(`signal --format json --phase TEST ${options} good.prototxt`, { files })).out,
    )[0] as unknown as Shown;
  const [both, one] = [await of(''), await of('--seed 1702')];
  expect([both.seeds, one.seeds]).toEqual([[1701, 1702], [1702]]);
  expect(one.layers.map(({ tops }) => tops[0]?.secondMoment)).toEqual(both.layers.map(({ draws }) => draws?.[1]));
  const { out } = await shell('signal --phase TEST --seed 1702 good.prototxt', { files });
  expect(out).toContain('\nwith the weights that Caffe draws after set_random_seed(1702)\nlayer ');
});

test('of states that differ TRAIN is shown, with a note; of states that agree no note is printed', async () => {
  const files = { 'phased.prototxt': phased, 'good.prototxt': good };
  const train = await shell('signal --phase TRAIN phased.prototxt', { files });
  const test = await shell('signal --phase TEST phased.prototxt', { files });
  expect(train.out).not.toBe(test.out);
  expect(await shell('signal phased.prototxt', { files })).toEqual({
    ...train,
    err: 'prototxt-lens: phased.prototxt can be built in TRAIN, TEST; using TRAIN, choose another with --phase\n',
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
