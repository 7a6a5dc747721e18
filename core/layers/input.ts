/**
 * Tops that the calling program fills: each has the `shape` of the same index, or the only one. Source:
 * input_layer.cpp.
 */
import type { LayerRule } from '../net/rules';
import type { Shape } from '../net/shape';
import { placed, type Problem } from '../problems';
import { subs } from '../schema/message';
import { blobProblems } from './shared/geometry';
import { writtenShape } from './shared/written-shape';
import { noMacs } from './shared/macs';
import { source } from './shared/windows';
import { inputMoments } from '../moments/source';

export const input: LayerRule = {
  type: 'Input',
  summary: 'Blobs that the calling program fills. Tops: one `shape` for each, or one for all.',
  param: 'input_param',
  skeleton: { name: 'data', body: 'shape { dim: ${1:1} dim: ${2:3} dim: ${3:224} dim: ${4:224} }' },
  arity: { bottoms: { min: 0, max: 0 }, tops: { min: 1 } },
  source: true,
  setsUpOnce: true,
  macs: noMacs,
  window: source,
  moments: inputMoments,
  setUp({ layer, param }) {
    const shapes = subs(param, 'shape');
    const { tops } = layer;
    if (shapes.length > 1 && shapes.length !== tops.length) {
      const span = shapes[tops.length]?.span ?? shapes[shapes.length - 1]?.span ?? param.span;
      return {
        tops: tops.map(() => null),
        params: [],
        problems: [{ code: 'layer/shape-count', span, args: { found: shapes.length, tops: tops.length } }],
      };
    }
    const problems: Problem[] = [];
    const written = shapes.map((message, i): Shape => {
      const { shape, problems: wrong } = writtenShape(message);
      const found =
        wrong.length > 0
          ? wrong
          : blobProblems(layer, shape, i).map((problem) => placed(problem, { span: message.span }));
      problems.push(...found);
      return found.length > 0 ? null : shape;
    });
    // Without a `shape` Caffe leaves the blob without axes.
    return {
      tops: tops.map((_, i) => (written.length === 0 ? [] : (written[written.length === 1 ? 0 : i] ?? null))),
      params: [],
      problems,
    };
  },
};
