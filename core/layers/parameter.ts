/**
 * A learned blob, all 0 at the start, as a top, so that other layers can share it by name. Source: parameter_layer.hpp.
 */
import type { LayerRule } from '../net/rules';
import { subOrEmpty } from '../schema/message';
import { blind } from './shared/windows';
import { writtenShape } from './shared/written-shape';
import { blobProblems, countOf } from './shared/geometry';
import { noMacs } from './shared/macs';
import { independent } from '../moments/source';

export const parameter: LayerRule = {
  type: 'Parameter',
  summary: 'Outputs a learned blob of the given `shape`, which starts at 0.',
  param: 'parameter_param',
  skeleton: { name: 'param', body: 'shape { dim: ${1:1} }' },
  arity: { bottoms: { min: 0, max: 0 }, tops: { min: 1, max: 1 } },
  macs: noMacs,
  window: blind,
  moments: ({ topShapes: [top = null] }) => ({ tops: [independent(top, 0, 0)], backward: () => [] }),
  onnx: ({ params }) => params,
  setUp({ layer, param }) {
    const message = subOrEmpty(param, 'shape');
    const { shape, problems: wrong } = writtenShape(message);
    const problems = [...wrong, ...(wrong.length > 0 ? [] : blobProblems(layer, shape, 0))];
    const top = problems.length > 0 ? null : shape;
    // The top shares the blob's memory in each Forward, and an empty blob has none.
    if (problems.length === 0 && countOf(shape) === 0)
      problems.push({ code: 'layer/empty-parameter', span: message.span, args: {} });
    return { tops: [top], params: [{ role: 'parameter', shape: top, start: { kind: 'value', value: 0 } }], problems };
  },
};
