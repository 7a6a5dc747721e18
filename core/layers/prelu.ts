/**
 * max(0, x) + a · min(0, x) with a learned slope a, one per channel or one for all (`channel_shared`: a blob without
 * axes); 0.25 at the start. Source: prelu_layer.cpp.
 */
import type { LayerRule } from '../net/rules';
import { formatShape } from '../net/shape';
import type { Problem } from '../problems';
import { bool } from '../schema/message';
import { atBottom } from './shared/at';
import { filledBlob } from './shared/filled-blob';
import { countOf } from './shared/geometry';
import { oneEach } from './shared/macs';
import { samePlace } from './shared/windows';
import { pointwiseMoments } from '../moments/pointwise';
import { binary, countOf as countOfValues, reshape } from '../graph/operators';

export const prelu: LayerRule = {
  type: 'PReLU',
  summary:
    '`y = x` above 0, `y = a · x` below, with a learned slope a per channel (0.25 without a `filler`). Top: the shape of the bottom.',
  param: 'prelu_param',
  skeleton: { name: 'prelu1', inPlace: true },
  arity: { bottoms: { min: 1, max: 1 }, tops: { min: 1, max: 1 } },
  inPlace: { keeps: () => 'signs' },
  macs: oneEach,
  window: samePlace,
  checksWritten: true,
  keepsCopies: true,
  onnx: ({ bottoms: [x], params: [slope] }) => {
    if (!x || !slope) return 'unknown';
    const channels = slope.shape.length === 0 ? [] : [countOfValues(slope.shape), ...x.shape.slice(2).map(() => 1)];
    return [binary('PRelu', x, reshape(slope, channels))];
  },
  setUp({ layer, param, written, bottoms: [data = null] }) {
    const problems: Problem[] = [];
    if (data !== null) {
      const args = { shape: formatShape(data) };
      if (data.length < 2) problems.push(atBottom(layer, 0, 'layer/no-channels', args));
      else if (data.length > 4) problems.push(atBottom(layer, 0, 'layer/legacy-axes', args));
      else if (countOf(data, 1) === 0) problems.push(atBottom(layer, 0, 'layer/empty-bottom', args));
    }
    const channels = data?.[1] ?? null;
    const shape = bool(param, 'channel_shared') ? [] : [channels === 0 ? null : channels];
    const slope = filledBlob(param, 'slope', 'filler', shape, { type: 'constant', value: 0.25 });
    const [first] = written;
    const [expected, found] = [countOf(slope.shape), countOf(first?.shape ?? null)];
    if (first && expected !== null && found !== null && expected !== found) {
      problems.push({ code: 'layer/written-slopes', span: first.span, args: { expected, found } });
    }
    return { tops: [problems.length > 0 ? null : data], params: [slope], problems };
  },
  moments(input) {
    const [{ mean = null, std = null } = {}] = input.params;
    if (mean === null || std === null) return null;
    // For randomly drawn slopes, their root mean square, which the second moment depends on.
    const below = std === 0 ? mean : Math.sqrt(mean * mean + std * std);
    return pointwiseMoments(input, {
      value: (x) => (x > 0 ? x : below * x),
      slope: (x) => (x > 0 ? 1 : below),
      rising: below >= 0,
    });
  },
};
