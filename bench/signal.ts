/** The forecast of the signal, beside the analysis that it is made from. */
import { testState, trainState } from '#core/net/state';
import { forecast } from '#core/signal/forecast';
import { toAnalysis } from './engine';
import { inRounds, type Timing } from './rounds';

/** Batch normalisation by the batch, and by statistics that are still 0: the second is where numbers grow beyond all bounds. */
export function forecasts(text: string, rounds: number): Promise<readonly Timing[]> {
  const learning = toAnalysis(text.replaceAll('use_global_stats: true', 'use_global_stats: false')).state(trainState);
  const testing = toAnalysis(text).state(testState);
  return inRounds([
    { name: 'text → analysis, all states', run: () => toAnalysis(text), times: 1 },
    { name: 'forecast, forward and back, TRAIN', run: () => forecast(learning), times: 2 },
    { name: 'forecast, forward and back, TEST', run: () => forecast(testing), times: 2 },
  ], rounds);
}
