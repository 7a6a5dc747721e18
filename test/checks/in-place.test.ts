/** In-place layers: which ones Caffe silently computes incorrectly. */
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { trainState } from '#core/net/state';
import { expect, test } from 'vitest';

/** `layer: blob` for each problem of these codes. The layers are between weights and a loss, all in place on the blob `c`. */
function reported(chain: string): readonly string[] {
  const layers = chain.split(' → ').map((written, i) => {
    const [type = '', param = ''] = written.split(/ (.*)/);
    return `layer { name: "${String(i)}" type: "${type}" bottom: "c" ${type === 'Eltwise' || type === 'Concat' ? 'bottom: "data2"' : ''} top: "c" ${param} }`;
  });
  return problemsOf(layers.join('\n    '));
}

function problemsOf(layers: string): readonly string[] {
  const text = `
    layer { name: "data" type: "DummyData" top: "data" top: "data2" top: "label" dummy_data_param { shape { dim: 2 dim: 4 dim: 6 dim: 6 } shape { dim: 2 dim: 4 dim: 6 dim: 6 } shape { dim: 2 } } }
    layer { name: "c" type: "Convolution" bottom: "data" top: "c" convolution_param { num_output: 4 kernel_size: 3 pad: 1 weight_filler { type: "gaussian" } } }
    ${layers}
    layer { name: "ip" type: "InnerProduct" bottom: "c" top: "ip" inner_product_param { num_output: 3 weight_filler { type: "gaussian" } } }
    layer { name: "quiet" type: "Silence" bottom: "data2" }
    layer { name: "loss" type: "SoftmaxWithLoss" bottom: "ip" bottom: "label" }`;
  const analysis = analyze(text, { dialect: bvlc, kind: 'net', states: [trainState] });
  return analysis.problems.flatMap(({ code, args }) => {
    if (code === 'check/in-place') return String(args.type);
    if (code === 'check/overwritten') return `${String(args.type)} by ${String(args.layer)}`;
    return code === 'check/shared-memory' ? `${String(args.reader)} by ${String(args.layer)}` : [];
  });
}

test.each([
  ['ReLU → Dropout'],
  ['BatchNorm → Scale scale_param { bias_term: true } → ReLU'],
  ['ReLU → Scale'],
  ['ReLU relu_param { negative_slope: 0.1 } → TanH'],
  ['PReLU → BatchNorm'],
  ['Sigmoid → ReLU'],
  ['Sigmoid → Dropout dropout_param { dropout_ratio: 0 }'],
  ['Power power_param { scale: 0 shift: 1 }'],
  ['MVN mvn_param { normalize_variance: false } → ReLU'],
  ['Exp'],
  ['Softmax'],
])('accepts %s', (chain) => {
  expect(reported(chain)).toEqual([]);
});

test.each([
  ['Pooling pooling_param { kernel_size: 2 }', ['Pooling']],
  ['Eltwise', ['Eltwise']],
  ['Eltwise eltwise_param { operation: PROD }', ['Eltwise']],
  ['Concat', ['Concat']],
  ['Convolution convolution_param { num_output: 4 kernel_size: 3 pad: 1 }', ['Convolution']],
  ['InnerProduct inner_product_param { num_output: 9 }', ['InnerProduct']],
  ['Power power_param { scale: 2 }', ['Power']],
  ['LRN', ['LRN']],
  ['Log', ['Log']],
  ['BNLL', ['BNLL']],
  ['Clip clip_param { min: 0 max: 6 }', ['Clip']],
  ['ReLU relu_param { negative_slope: -1 }', ['ReLU']],
])('reports %s, which is wrong on its own', (chain, expected) => {
  expect(reported(chain)).toEqual(expected);
});

test.each([
  ['ReLU → Dropout → BatchNorm → Scale scale_param { bias_term: true }', ['ReLU by 2']],
  ['ReLU → Bias', ['ReLU by 1']],
  ['Sigmoid → Dropout', ['Sigmoid by 1']],
  ['TanH → ReLU → Dropout', ['TanH by 2']],
  ['ELU → BatchNorm', ['ELU by 1']],
  ['Sigmoid → TanH → Dropout', ['Sigmoid by 1', 'TanH by 2']],
])('reports that %s overwrites what a gradient reads', (chain, expected) => {
  expect(reported(chain)).toEqual(expected);
});

test('looks through layers that only share memory', () => {
  const flat = 'layer { name: "flat" type: "Flatten" bottom: "c" top: "flat" }';
  const drop = 'layer { name: "drop" type: "Dropout" bottom: "flat" top: "flat" }';
  const reads = 'layer { name: "reads" type: "Pooling" bottom: "c" top: "p" pooling_param { kernel_size: 2 } }';
  const end = 'layer { name: "end" type: "Silence" bottom: "flat" }';
  const learned =
    'layer { name: "ip2" type: "InnerProduct" bottom: "flat" top: "ip2" inner_product_param { num_output: 3 weight_filler { type: "gaussian" } } }';
  const loss = 'layer { name: "loss2" type: "SoftmaxWithLoss" bottom: "ip2" bottom: "label" }';
  expect(
    problemsOf(`layer { name: "t" type: "TanH" bottom: "c" top: "c" } ${flat} ${drop} ${learned} ${loss}`),
  ).toEqual(['TanH by drop', 'ip by drop']);
  expect(problemsOf(`${flat} ${drop} ${reads} ${end}`)).toEqual(['reads by drop']);
  expect(problemsOf(`${reads} ${flat} ${drop} ${end}`)).toEqual(['ip by drop']);
  expect(problemsOf(`${reads} ${flat} ${end}`)).toEqual([]);
});

test('reports MVN, which reads its whole top, even if no gradient arrives', () => {
  expect(reported('MVN → ReLU')).toEqual(['MVN', 'MVN by 1']);
});

test('reports no gradient problem in a net without training', () => {
  const text = `
    layer { name: "data" type: "Input" top: "c" input_param { shape { dim: 1 dim: 4 dim: 6 dim: 6 } } }
    layer { name: "s" type: "Sigmoid" bottom: "c" top: "c" }
    layer { name: "d" type: "Dropout" bottom: "c" top: "c" }
    layer { name: "p" type: "Power" bottom: "c" top: "c" power_param { scale: 2 } }`;
  expect(analyze(text, { dialect: bvlc, kind: 'net' }).problems).toEqual([]);
});
