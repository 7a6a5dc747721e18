import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { expect, test } from 'vitest';
import { dedent, drawMarks, readFixture } from '../support/marks';

function check(fixture: string): void {
  const { text } = readFixture(fixture);
  const { kind, problems } = analyze(text, { dialect: bvlc });
  expect(kind).toBe('solver');
  expect(
    drawMarks(
      text,
      problems.map(({ code, span, states }) => ({ span, label: [code, ...(states ?? [])].join(' ') })),
    ),
  ).toBe(dedent(fixture));
}

test('analyzes an inline net in the states that the solver sets up', () =>
  check(`
  base_lr: 0.1
  lr_policy: "fixed"
  net_param {
  layer { name: "d" type: "DummyData" top: "d" dummy_data_param { shape { dim: 2 dim: 3 } } }
  layer { name: "a" type: "ReLU" bottom: "x" top: "a" include { phase: TEST stage: "s" } }
  #                                       ^ net/unknown-bottom TEST, stage s
  layer { name: "b" type: "ReLU" bottom: "y" top: "b" include { stage: "t" } }
  #                                       ^ net/unknown-bottom TRAIN, stage t
  layer { name: "c" type: "ReLU" bottom: "z" top: "c" include { stage: "never" } }
  layer { name: "e" type: "Softmax" bottom: "d" top: "e" softmax_param { axis: 2 } }
  #                                                                            ^ layer/axis-out-of-range
  }
  train_state { stage: "t" }
  test_state { stage: "s" }
  test_iter: 5
  test_interval: 100
`));

test('sets up test nets before the training net, each with its own test_state', () =>
  check(`
  base_lr: 0.1
  lr_policy: "fixed"
  net_param {
  layer { name: "d" type: "Input" top: "d" }
  layer { name: "a" type: "ReLU" bottom: "x" top: "a" include { stage: "second" } }
  #                                       ^ net/unknown-bottom TEST, stage second
  }
  test_net_param {
  layer { name: "b" type: "ReLU" bottom: "y" top: "b" include { stage: "first" } }
  #                                       ^ net/unknown-bottom
  layer { name: "c" type: "ReLU" bottom: "z" top: "c" include { phase: TRAIN } }
  }
  test_iter: [5, 5]
  test_state { stage: "first" }
  test_state { stage: "second" }
  test_interval: 100
`));

test("does not report what may follow from an error in the solver's text, but reports the rest", () => {
  check(`
    base_lr: 0.1
    lr_polic: "fixed"
    #^^^^^^^^ schema/unknown-field
    net: "n"
    average_loss: 0
    #             ^ solver/average-loss
  `);
  check(`
    base_lr: 0.1
    lr_policy: "step"
    stepsize: "ten"
    #         ^^^^^ schema/expected-type
    net: "n"
  `);
});
