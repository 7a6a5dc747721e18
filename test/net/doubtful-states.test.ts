/** Errors in a state in which the net may never be built. */
import { describe, expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import type { Phase } from '#core/net/model';
import { trainState } from '#core/net/state';
import { argumentsOf, infoOf } from '#core/problems/index';

const input = 'input: "data" input_shape { dim: 1 dim: 3 dim: 8 dim: 8 }';
const filters =
  'layer { name: "c" type: "Convolution" bottom: "data" top: "c" convolution_param { num_output: 3 kernel_size: 1 } }';
const lossInTrain =
  'layer { name: "l" type: "SoftmaxWithLoss" bottom: "c" bottom: "label" top: "l" include { phase: TRAIN } }';
const probInTest = 'layer { name: "p" type: "Softmax" bottom: "c" top: "p" include { phase: TEST } }';
const images = (phase: Phase): string =>
  `layer { name: "i" type: "Input" top: "data" top: "label" include { phase: ${phase} } input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } shape { dim: 1 dim: 1 dim: 8 dim: 8 } } }`;
const noise =
  'layer { name: "n" type: "DummyData" top: "n" dummy_data_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }';
const sum = 'layer { name: "s" type: "Eltwise" bottom: "c" bottom: "n" top: "s" }';
const rejectedInTest =
  'layer { name: "r" type: "Concat" bottom: "c" top: "r" concat_param { axis: 9 } include { phase: TEST } }';

/** The errors, and the states that are said to be rejected. */
function check(lines: readonly string[], solverPhases?: readonly Phase[]): readonly string[] {
  return analyze(lines.join('\n'), { dialect: bvlc, solverPhases })
    .problems.filter(({ code }) => infoOf(code).severity === 'error' || code === 'net/rejected-in-state')
    .map((problem) =>
      problem.code === 'net/rejected-in-state' ? `not ${String(argumentsOf(problem)['state'])}` : problem.code,
    );
}

describe('without a known solver', () => {
  test.each([
    ['a loss in TRAIN of a deploy net', [input, filters, lossInTrain, probInTest], ['not TRAIN']],
    [
      'a layer that only TEST has',
      [
        input,
        filters.replace('top: "c"', 'top: "c" include { phase: TEST }'),
        probInTest.replace('include { phase: TEST }', ''),
      ],
      ['not TRAIN'],
    ],
    ['noise in both phases, images in one', [images('TEST'), noise, filters, sum], ['not TRAIN']],
    [
      'a phase with data of its own',
      [images('TEST'), images('TRAIN').replace('"label"', '"y"'), filters, lossInTrain],
      ['net/unknown-bottom'],
    ],
    [
      'a misspelled name',
      [input, filters, lossInTrain.replace('bottom: "c" bottom: "label"', 'bottom: "c" bottom: "dataa"')],
      ['net/unknown-bottom'],
    ],
    ['another error', [input, filters, rejectedInTest], ['layer/axis-out-of-range']],
    ['errors in both phases', [input, filters, lossInTrain.replace(/include.*}/, '}')], ['net/unknown-bottom']],
  ])('%s', (_name, lines, expected) => {
    expect(check(lines)).toEqual(expected);
  });
});

describe('with a solver', () => {
  test.each<readonly [string, readonly Phase[], readonly string[]]>([
    ['that builds both phases', ['TRAIN', 'TEST'], ['layer/axis-out-of-range']],
    ['that only trains', ['TRAIN'], ['not TEST']],
  ])('%s', (_name, phases, expected) => {
    expect(check([input, filters, rejectedInTest], phases)).toEqual(expected);
  });

  test('that builds the phase of the error, a missing blob is an error', () => {
    expect(check([input, filters, lossInTrain, probInTest], ['TRAIN', 'TEST'])).toEqual(['net/unknown-bottom']);
  });
});

test('a state that was asked for keeps its errors', () => {
  const text = [input, filters, lossInTrain, probInTest].join('\n');
  const codes = ({ problems }: ReturnType<typeof analyze>): readonly string[] => problems.map(({ code }) => code);
  expect(codes(analyze(text, { dialect: bvlc, states: [trainState] }))).toContain('net/unknown-bottom');
  expect(codes(analyze(`# prototxt: phase=TRAIN\n${text}`, { dialect: bvlc }))).toContain('net/unknown-bottom');
  expect(
    analyze(text, { dialect: bvlc })
      .problemsIn(trainState)
      .map(({ code }) => code),
  ).toContain('net/unknown-bottom');
});
