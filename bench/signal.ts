/** The forecast of the signal, compared with the analysis that it is based on. */
import { testState, trainState } from '#core/net/state';
import { forecast } from '#core/signal/forecast';
import { toDiagnosticsOf } from './diagnostics';
import { toAnalysis } from './engine';
import { trainingNet } from './net-generator';
import { inRounds, timing, type Timing } from './rounds';

/**
 * BatchNorm with batch statistics, and with stored statistics that are still 0: in the second case, numbers grow without
 * bounds.
 */
export function forecasts(text: string, rounds: number): Promise<readonly Timing[]> {
  const learning = toAnalysis(text.replaceAll('use_global_stats: true', 'use_global_stats: false')).state(trainState);
  const testing = toAnalysis(text).state(testState);
  return inRounds(
    [
      { name: 'text → analysis, all states', run: () => toAnalysis(text), times: 1 },
      { name: 'forecast, forward and back, TRAIN', run: () => forecast(learning), times: 2 },
      { name: 'forecast, forward and back, TEST', run: () => forecast(testing), times: 2 },
    ],
    rounds,
  );
}

/**
 * The time to the first diagnostics after an edit, to the signal's verdicts, and the longest time in between without answering
 * requests.
 */
export async function verdictsOfTraining(rounds: number): Promise<readonly Timing[]> {
  const text = trainingNet(76);
  const longest: number[] = [];
  const timings = await inRounds(
    [
      { name: 'text → LSP diagnostics', run: () => toDiagnosticsOf(text), times: 1 },
      { name: 'text → LSP diagnostics, with verdicts', run: () => toDiagnosticsOf(text, 'all'), times: 1 },
      { name: 'the same in steps', run: () => longest.push(longestStep(text)), times: 1 },
    ],
    rounds,
  );
  const counted = longest.slice(-rounds);
  return [...timings, timing('the longest of these steps', counted, counted)];
}

function longestStep(text: string): number {
  const steps = toAnalysis(text).deeper?.();
  let longest = 0;
  for (let done = steps === undefined; !done; ) {
    const start = performance.now();
    const next = steps?.next();
    done = next?.done ?? true;
    if (next?.done) void next.value.problems;
    longest = Math.max(longest, performance.now() - start);
  }
  return longest;
}
