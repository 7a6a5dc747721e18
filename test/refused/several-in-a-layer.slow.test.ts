/**
 * Several faults in one layer, one of them an unreadable value or an unknown type: each is reported, but no follow-on error.
 */
import { infoOf } from '#core/problems/index';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check } from '../support/layer-case';
import { sampleCases } from '../oracle/cases';
import { analysisOf, faultsIn, withFaults, type Fault } from './faults';

const image = 'layer { name: "x" type: "Input" top: "x" input_param { shape { dim: 2 dim: 3 dim: 8 dim: 8 } } }';

describe('next to an unreadable value', () => {
  test('reports what does not depend on it', () =>
    check(`
    ${image}
    layer { name: "c" type: "Convolution" bottom: "x" top: "c" convolution_param { num_output: "4" kernel_size: 3 group: 2 weight_filler { type: "nothing" } } }
    #                                                       ^ ?
    #                                                                                          ^^^ schema/expected-type
    #                                                                                                                    ^ layer/group-channels
    #                                                                                                                                            ^^^^^^^^^ filler/unknown-type
  `));

  test('does not report what may follow from it', () =>
    check(`
    ${image}
    layer { name: "c" type: "Convolution" bottom: "x" top: "c" convolution_param { num_output: 4 kernel_size: "a" pad: 1 dilation: 9 group: 1 } }
    #                                                       ^ ?
    #                                                                                                         ^^^ schema/expected-type
    layer { name: "p" type: "Pooling" bottom: "x" top: "p" pooling_param { kernel_size: "a" pad: 5 } }
    #                                                   ^ ?
    #                                                                                   ^^^ schema/expected-type
    layer { name: "s" type: "Slice" bottom: "x" top: "s" top: "t" slice_param { axis: "a" slice_point: 1 } }
    #                                                 ^ ?
    #                                                          ^ ?
    #                                                                                 ^^^ schema/expected-type
  `));

  test('reports nothing if a part of the layer is missing', () =>
    check(`
    ${image}
    layer { name: "c" type: "Convolution" bottom: "x" top: "c" convolution_param { num_output: "4" kernel_size: 3 group: 2 : } }
    #                                                       ^ ?
    #                                                                                          ^^^ schema/expected-type
    #                                                                                                                      ^ syntax/expected-name
  `));
});

describe('in a layer of unknown type', () => {
  test('reports what all layers with such parameters reject', () =>
    check(`
    ${image}
    layer { name: "c" type: "Convulsion" bottom: "x" top: "c" convolution_param { num_output: 0 weight_filler { type: "nothing" } } }
    #                        ^^^^^^^^^^ net/unknown-layer-type
    #                                                      ^ ?
    #                                                                                         ^ layer/num-output-not-positive
    #                                                                                                                 ^^^^^^^^^ filler/unknown-type
    layer { name: "d" type: "Mystery" bottom: "x" top: "d" inner_product_param { num_output: "4" weight_filler { type: "nothing" } } }
    #                        ^^^^^^^ net/unknown-layer-type
    #                                                   ^ ?
    #                                                                                        ^^^ schema/expected-type
    #                                                                                                                  ^^^^^^^^^ filler/unknown-type
    layer { name: "e" bottom: "x" top: "e" convolution_param { num_output: 0 } }
    #^^^^^ net/missing-layer-type
    #                                   ^ ?
    #                                                                      ^ layer/num-output-not-positive
  `));

  test('does not report what depends on the bottoms, or what a fork may allow', () =>
    check(`
    ${image}
    layer { name: "c" type: "Mystery" bottom: "x" top: "c" convolution_param { kernel_size: 99 group: 2 } }
    #                        ^^^^^^^ net/unknown-layer-type
    #                                                   ^ ?
    layer { name: "r" type: "ROIPooling" bottom: "x" top: "r" pooling_param { kernel_size: 0 } }
    #                        ^^^^^^^^^^ net/fork-layer-type
    #                                                      ^ ?
  `));
});

const beside: ReadonlySet<string> = new Set([
  'unknown filler',
  'num_output',
  'wrong type',
  'unknown enum value',
  'unknown field in the parameters',
]);
const pairs = sampleCases().flatMap(({ text, state }) => {
  const faults = faultsIn(analysisOf(text, state), state);
  const hiding = faults.filter(({ kind }) => kind === 'wrong type' || kind === 'unknown enum value');
  return hiding.flatMap((one) =>
    faults
      .filter((other) => beside.has(other.kind) && other.layer === one.layer && apart(one, other))
      .map((other) => ({ text, state, faults: [one, other] })),
  );
});

test('reports two faults of a layer as two errors', () => {
  fc.assert(
    fc.property(fc.nat(pairs.length - 1), (index) => {
      const pair = pairs[index];
      if (!pair) return;
      const broken = withFaults(pair.text, pair.faults);
      const errors = analysisOf(broken.text, pair.state).problems.filter(
        ({ code }) => infoOf(code).severity === 'error',
      );
      expect(
        errors.map(({ span }) => broken.tokens.findIndex(([start, end]) => span.start < end && start < span.end)),
      ).toEqual([0, 1]);
    }),
    { numRuns: 80 },
  );
  expect(pairs.length).toBeGreaterThan(100);
});

function apart(a: Fault, b: Fault): boolean {
  return a.end <= b.start || b.end <= a.start;
}
