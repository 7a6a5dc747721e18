/**
 * Measures in interleaved rounds: each contender runs once per round, so that a slow phase of the machine affects all of them.
 */
export interface Contender {
  readonly name: string;
  readonly run: () => unknown;
  /** Repetitions within a round, for fast contenders. */
  readonly times: number;
}

export interface Timing {
  readonly name: string;
  readonly median: number;
  readonly p90: number;
  /** The median, over the rounds, of this contender's time divided by the first one's in the same round. */
  readonly ratio: number;
}

/** Times in ms per run. All contenders are warmed up first with the same number of rounds. */
export async function inRounds(contenders: readonly Contender[], rounds: number): Promise<readonly Timing[]> {
  for (let round = 0; round < rounds; round++) for (const contender of contenders) await time(contender);
  const times = contenders.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [i, contender] of contenders.entries()) times[i]?.push(await time(contender));
  }
  return contenders.map(({ name }, i) => timing(name, times[i] ?? [], times[0] ?? []));
}

export function timing(name: string, times: readonly number[], base: readonly number[]): Timing {
  return {
    name,
    median: quantile(times, 0.5),
    p90: quantile(times, 0.9),
    ratio: quantile(
      times.map((ms, i) => ms / (base[i] ?? NaN)),
      0.5,
    ),
  };
}

export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? NaN;
}

/** Awaits only promises: awaiting other values would take time too. */
async function time({ run, times }: Contender): Promise<number> {
  const start = performance.now();
  for (let i = 0; i < times; i++) {
    const result = run();
    if (result instanceof Promise) await result;
  }
  return (performance.now() - start) / times;
}
