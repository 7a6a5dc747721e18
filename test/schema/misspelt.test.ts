import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { trainState } from '#core/net/state';
import { formatShape } from '#core/net/shape';
import { expect, test } from 'vitest';

const data = 'layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }\n';

/** The codes of the problems, and the shape of the last top. */
function reported(text: string): readonly string[] {
  const analysis = analyze(data + text, { dialect: bvlc, kind: 'net', states: [trainState] });
  const last = analysis.state(trainState).layers.at(-1)?.tops.at(-1) ?? null;
  return [...analysis.problems.map(({ code }) => code), formatShape(last)];
}

test('reads a misspelt field, value or type as the intended one', () => {
  expect(
    reported(
      'layer { name: "c" type: "Convolution" bottom: "d" top: "c" convolution_param { num_output: 4 kernal_size: 3 } }',
    ),
  ).toEqual(['schema/unknown-field', '1×4×6×6']);
  expect(
    reported(
      'layer { name: "c" type: "Convolution" bottom: "d" top: "c" convolution_parm { num_output: 4 kernel_size: 3 } }',
    ),
  ).toEqual(['schema/unknown-field', '1×4×6×6']);
  expect(
    reported(
      'layer { name: "p" type: "Pooling" bottom: "d" top: "p" pooling_param { pool: MAXX kernel_size: 2 stride: 2 } }',
    ),
  ).toEqual(['schema/unknown-enum-value', '1×3×4×4']);
  expect(
    reported(
      'layer { name: "c" type: "convolution" bottom: "d" top: "c" convolution_param { num_output: 4 kernel_size: 3 } }',
    ),
  ).toEqual(['net/unknown-layer-type', '1×4×6×6']);
});

test('prefers a correctly spelt field, which keeps its order', () => {
  expect(
    reported(
      'layer { name: "c" type: "Convolution" bottom: "d" top: "c" convolution_param { num_outputs: 9 num_output: 4 kernel_size: 3 } }',
    ),
  ).toEqual(['schema/unknown-field', '1×4×6×6']);
  expect(
    reported(
      'layer { name: "r" type: "Reshape" bottom: "d" top: "r" reshape_param { shape { dim: 1 dims: 64 dim: 3 } } }',
    ),
  ).toEqual(['schema/unknown-field', '1×64×3']);
});

test('reports another fault in the same layer, unless the typo may have caused it', () => {
  expect(
    reported(
      'layer { name: "c" type: "Convolution" bottom: "d" top: "c" bogus: 1 convolution_param { num_output: 0 kernel_size: 3 } }',
    ),
  ).toEqual(['schema/unknown-field', 'layer/num-output-not-positive', '?']);
  expect(
    reported(
      'layer { name: "c" type: "Convolution" bottom: "d" top: "c" convolution_param { num_output: 4 bogus: 3 } }',
    ),
  ).toEqual(['schema/unknown-field', '?']);
  expect(reported('layer { name: "r" type: "ReLU" bottom: "e" top: "d" }')).toEqual(['net/unknown-bottom', '?']);
});
