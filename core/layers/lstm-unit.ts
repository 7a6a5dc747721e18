/** One step of an LSTM: cell (1, N, D), gates (1, N, 4·D), markers (1, N) → new cell and hidden state. Source: lstm_unit_layer.cpp. */
import type { LayerRule } from '../net/rules';
import { formatShape } from '../net/shape';
import type { Problem } from '../problems';
import { atBottom } from './shared/at';
import { noMacs } from './shared/macs';
import { samePlace } from './shared/windows';
import { reshape } from '../graph/operators';
import { lstmUnitNodes } from './shared/recurrent-nodes';

const axesOf = [3, 3, 2];

export const lstmUnit: LayerRule = {
  type: 'LSTMUnit',
  summary:
    'One step of an LSTM, from cell (1, N, D), gates (1, N, 4·D) and markers (1, N). Tops: new cell and hidden state, (1, N, D).',
  noGradient: [2],
  arity: { bottoms: { min: 3, max: 3 }, tops: { min: 2, max: 2 } },
  macs: noMacs,
  window: samePlace,
  onnx: ({ bottoms: [cell, gates, markers] }) => {
    if (!cell || !gates || !markers) return 'unknown';
    const [, streams = 0, size = 0] = cell.shape;
    const next = lstmUnitNodes(
      reshape(gates, [streams, 4 * size]),
      reshape(cell, [streams, size]),
      reshape(markers, [streams, 1]),
    );
    return [next.cell, next.hidden].map((value) => reshape(value, cell.shape));
  },
  setUp({ layer, bottoms }) {
    const [cell = null] = bottoms;
    const streams = cell?.[1] ?? null;
    const problems: Problem[] = [];
    bottoms.forEach((shape, i) => {
      if (shape === null) return;
      const args = { shape: formatShape(shape), axes: axesOf[i] ?? 3 };
      if (shape.length !== axesOf[i]) problems.push(atBottom(layer, i, 'layer/unit-axes', args));
      else if (shape[0] !== null && shape[0] !== 1) problems.push(atBottom(layer, i, 'layer/unit-first', args));
      else if (streams !== null && shape[1] !== null && shape[1] !== streams)
        problems.push(atBottom(layer, i, 'layer/unit-streams', { ...args, streams }));
    });
    const [hidden = null, gates = null] = [cell?.[2], bottoms[1]?.[2]];
    if (problems.length === 0 && hidden !== null && gates !== null && gates !== 4 * hidden) {
      problems.push(atBottom(layer, 1, 'layer/unit-gates', { found: gates, expected: 4 * hidden, hidden }));
    }
    const top = problems.length > 0 ? null : cell;
    return { tops: [top, top], params: [], problems };
  },
};
