import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { english } from '#core/messages/en/index';
import { displayState } from '#server/display-state';
import { inlayHints } from '#server/features/inlay-hints';

const all = { shapes: true, fillers: true, cost: true };

/** The text with its hints inserted. */
function check(text: string, switches = all, range = { start: 0, end: text.length }): string {
  const analysis = analyze(text, { dialect: bvlc });
  const state = displayState(analysis);
  if (!state) throw new Error('no state');
  const hints = [...inlayHints(analysis, range, { state, language: english, ...switches })].sort(
    (a, b) => b.offset - a.offset,
  );
  return hints.reduce((drawn, { offset, label }) => `${drawn.slice(0, offset)}⟨${label}⟩${drawn.slice(offset)}`, text);
}

const net = `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 9 dim: 9 } } }
layer {
  name: "c" type: "Convolution" bottom: "data" top: "c"
  convolution_param { num_output: 4 kernel_size: 3 weight_filler { type: "xavier" } bias_filler { type: "constant" value: 1 } }
}
layer { name: "r" type: "ReLU" bottom: "c" top: "c" }
layer { name: "ip" type: "InnerProduct" bottom: "c" top: "ip" inner_product_param { num_output: 2 weight_filler { type: "gaussian" std: 0.01 } bias_filler { type: "uniform" } } }
layer { name: "x" type: "Mystery" bottom: "ip" top: "x" }
`;

test('shows shapes where they change, scales of fillers, and numbers of values', () => {
  expect(check(net)).toMatchInlineSnapshot(`
    "layer { name: "data" type: "Input" top: "data"⟨1×3×9×9⟩ input_param { shape { dim: 1 dim: 3 dim: 9 dim: 9 } } }
    layer {
      name: "c" type: "Convolution"⟨112 params · 5,292 MACs⟩ bottom: "data" top: "c"⟨1×4×7×7⟩
      convolution_param { num_output: 4 kernel_size: 3 weight_filler { type: "xavier"⟨±0.3333⟩ } bias_filler { type: "constant" value: 1 } }
    }
    layer { name: "r" type: "ReLU" bottom: "c" top: "c" }
    layer { name: "ip" type: "InnerProduct"⟨394 params · 392 MACs⟩ bottom: "c" top: "ip"⟨1×2⟩ inner_product_param { num_output: 2 weight_filler { type: "gaussian"⟨σ 0.01⟩ std: 0.01 } bias_filler { type: "uniform"⟨0 … 1⟩ } } }
    layer { name: "x" type: "Mystery" bottom: "ip" top: "x" }
    "
  `);
});

test('shows those of layers that only another state of the file has', () => {
  const data = (phase: string, batch: number): string =>
    `layer { name: "data" type: "Data" top: "data" include { phase: ${phase} } data_param { batch_size: ${batch} } }\n`;
  const text = `# prototxt: datum 3x8x8\n${data('TRAIN', 64)}${data('TEST', 10)}${net.slice(net.indexOf('\n') + 1)}`;
  const hinted = check(text);
  expect(hinted).toContain('"data"⟨64×3×8×8⟩ include { phase: TRAIN }');
  expect(hinted).toContain('"data"⟨10×3×8×8⟩ include { phase: TEST }');
  // Those of layers in both states are not repeated.
  expect(hinted.split('top: "c"⟨64×4×6×6⟩').length).toBe(2);
  expect(hinted).not.toContain('10×4×6×6');
  const chosen = check(`# prototxt: phase=TEST\n${text}`);
  expect(chosen).toContain('"data" include { phase: TRAIN }');
});

test('shows nothing if all hints are disabled', () => {
  expect(check(net, { shapes: false, fillers: false, cost: false })).toBe(net);
});

test('shows hints only in the requested range', () => {
  const from = net.indexOf('layer { name: "r"');
  expect(check(net, all, { start: from, end: net.length }).slice(0, from)).toBe(net.slice(0, from));
});

test('shows a question mark for an unknown dimension', () => {
  const text =
    'layer { name: "d" type: "Data" top: "d" data_param { batch_size: 4 } transform_param { crop_size: 7 } }';
  expect(check(text)).toContain('"d"⟨4×?×7×7⟩ data_param');
});

test('places a hint after the quotes in any notation of the name', () => {
  expect(check('input: "data" input_dim: 1 input_dim: 3 input_dim: 4 input_dim: 4\n')).toContain(
    'input: "data"⟨1×3×4×4⟩ input_dim',
  );
  expect(check("input: 'data' input_shape { dim: 2 }\n")).toContain("input: 'data'⟨2⟩ input_shape");
  expect(check('layer { type: "Input" top: "da" "ta" input_param { shape { dim: 2 } } }\n')).toContain(
    '"da" "ta"⟨2⟩ input_param',
  );
});
