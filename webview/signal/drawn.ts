/** Which scenarios have a line in the charts. */
import type { SignalLayer, SignalScenario } from '#protocol/signal';

const ways = ['forward', 'back'] as const;

/**
 * Whether its line connects any two layers in a chart. The scales are logarithmic: a net whose weights are all 0 has none.
 */
export function isDrawn(scenario: SignalScenario, layers: readonly SignalLayer[]): boolean {
  return ways.some((way) => {
    const isThere = (i: number): boolean => layers[i]?.ends === false && (scenario[way][i] ?? 0) > 0;
    return layers.some(({ from }, i) => isThere(i) && from.some(isThere));
  });
}
