/**
 * InnerProduct without bias that requires an angular margin for the label's class; a second top outputs lambda
 * (largemargin_inner_product_layer.cpp of happynear's Caffe).
 */
import type { LayerRule } from '../../net/rules';
import type { Problem } from '../../problems';
import { num } from '../../schema/message';
import { filledBlob } from '../shared/filled-blob';
import { axisOf, countOf } from '../shared/geometry';
import { legacyProblems } from '../shared/legacy';
import { rowForEach } from '../shared/macs';
import { fromAxis } from '../shared/windows';
import { above } from './fields';
import { needsSame } from './needs';
import { made } from './results';

export const largeMarginInnerProduct: LayerRule = {
  type: 'LargeMarginInnerProduct',
  summary:
    'InnerProduct with an angular margin for the true class. Bottoms: features, labels, and the weights if the layer has none. Tops: (N, num_output), and lambda.',
  param: 'largemargin_inner_product_param',
  arity: { bottoms: { min: 2 }, tops: { min: 1, max: 2 } },
  macs: rowForEach,
  window: (input) => (input.tops.length > 1 ? null : fromAxis(input, Infinity, 'folded')),
  setUp(input) {
    const {
      layer,
      param,
      bottoms: [data = null],
    } = input;
    const { axis, problems } = axisOf(layer, param, 'axis', 0, data);
    const found: Problem[] = [
      ...problems,
      ...(layer.bottoms.length > 2 ? [] : above(input, 'num_output', 0)),
      ...legacyProblems(input, [0, 1]),
    ];
    if (found.length === 0) found.push(...needsSame(input, 1, 0, ['num']));
    const given = layer.bottoms.length > 2;
    const outputs = given ? (input.bottoms[2]?.[0] ?? null) : num(param, 'num_output');
    const known = data !== null && axis !== null;
    const shape = [outputs, known ? countOf(data, axis) : null];
    return made(
      input,
      [known ? [...data.slice(0, axis), outputs] : null, [1]],
      found,
      given ? [] : [filledBlob(param, 'weight', 'weight_filler', shape)],
    );
  },
};
