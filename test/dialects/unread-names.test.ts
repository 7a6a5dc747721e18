/** Names of another Caffe whose meaning is known for other layers than the one that has them. */
import { describe, expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { chooseDialect } from '#core/dialects/choose-dialect';
import { formatShape } from '#core/net/shape';
import { infoOf } from '#core/problems/index';

const data = 'input: "d" input_shape { dim: 1 dim: 3 dim: 21 dim: 21 }\n';

/** The top of the last layer; throws where something is red. */
function topOf(text: string): string {
  const analysis = analyze(data + text, { dialect: chooseDialect });
  const red = analysis.problems.filter(({ code }) => infoOf(code).severity === 'error');
  if (red.length > 0) throw new Error(red.map(({ code }) => code).join());
  const [state] = analysis.states;
  return state ? formatShape(analysis.state(state).layers.at(-1)?.tops[0] ?? null) : '';
}

const pooling = (type: string, inner: string, beside = ''): string =>
  `layer { name: "p" type: "${type}" bottom: "d" top: "p" ${beside} pooling_param { ${inner} } }\n`;
const shape = (name: string, size: number): string => `${name} { dim: ${size} dim: ${size} }`;
/** A layer that makes chuckcho/video-caffe the likely Caffe. */
const nd = pooling('NdPooling', `pool: MAX ${shape('kernel_shape', 3)} ${shape('stride_shape', 3)}`).replaceAll(
  '"p"',
  '"n"',
);

describe('the top is unknown', () => {
  test.each([
    ['a field of a message that a modeled layer reads too', pooling('Pooling', 'kernel_size: 2 dilation: 4')],
    [
      'the same in the old format',
      'layers { name: "p" type: POOLING bottom: "d" top: "p" pooling_param { kernel_size: 2 dilation: 4 } }\n',
    ],
    [
      'the same for a Caffe that the file names',
      `# prototxt: schema=video-caffe\n${pooling('Pooling', 'kernel_size: 2 dilation: 4')}`,
    ],
    ['a message in such a message', pooling('Pooling', `kernel_size: 2 ${shape('kernel_shape', 3)}`)],
    ['several values of a field that has one in BVLC', nd + pooling('Pooling', 'kernel_size: 2 kernel_size: 3')],
  ])('%s', (_, text) => {
    expect(topOf(text)).toBe('?');
  });
});

describe('the top is known', () => {
  test.each([
    ['a layer whose rule reads the field', nd, '1×3×7×7'],
    ['a layer with names of BVLC beside one', nd + pooling('Pooling', 'kernel_size: 3 stride: 3'), '1×3×7×7'],
  ])('%s', (_, text, top) => {
    expect(topOf(text)).toBe(top);
  });
});
