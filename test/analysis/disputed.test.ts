import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { withoutDisputed } from '#core/analysis/disputed';
import { chooseDialect } from '#core/dialects/choose-dialect';
import { dialectOf } from '#core/dialects/index';
import { isError, problemAt, type Problem } from '#core/problems/index';

const error = (start: number): Problem => problemAt('net/missing-layer-type', { start, end: start + 1 }, {});
const information = problemAt('schema/placeholder', { start: 1, end: 2 }, { found: '$X' });

test('an error is kept if all others report one at the same place', () => {
  const problems = [information, error(4), error(8)];
  expect(withoutDisputed(problems, () => [])).toEqual(problems);
  expect(withoutDisputed(problems, () => [[error(8)]])).toEqual([information, error(8)]);
  expect(withoutDisputed(problems, () => [[error(8)], [information]])).toEqual([information]);
});

test('the others are not asked where there is no error', () => {
  const fail = (): never => {
    throw new Error('asked');
  };
  expect(withoutDisputed([information], fail)).toEqual([information]);
});

const errorsOf = (text: string, dialect = chooseDialect): readonly string[] =>
  analyze(text, { dialect })
    .problems.filter(isError)
    .map(({ code }) => code);

const data = 'layer { name: "d" type: "Data" top: "data" data_param { source: "l" batch_size: 4 shuffle: true } }\n';
const input = 'layer { name: "i" type: "Input" top: "x" input_param { shape { dim: 4 dim: 8 } } }\n';
const norm = 'layer { name: "bn" type: "BatchNorm" bottom: "x" top: "bn" }\n';

test("a field that NVIDIA's and Intel's Caffe have does not make NVIDIA's conditions hold", () => {
  expect(errorsOf(data + input + norm)).toEqual([]);
  expect(errorsOf(`# prototxt: schema=nvcaffe\n${data}${input}${norm}`)).toEqual(['fork/too-few-axes']);
});

test('what all of them reject is an error', () => {
  const wrong = 'layer { name: "s" type: "Silence" bottom: "y" }\n';
  expect(errorsOf(data + wrong)).toEqual(['net/unknown-bottom']);
});

test('a solver that may be for several Caffes has no error that one of them accepts', () => {
  const solver = 'net: "n" base_lr: 0.1 lr_policy: "multifixed" plateau_winsize: 3';
  const named = dialectOf('ssd');
  expect(named && errorsOf(solver, () => ({ dialect: named, reason: { kind: 'asked' } }))).toHaveLength(1);
  expect(errorsOf(solver)).toEqual([]);
});
