/** The seed that weights are drawn with: as asked, else the one of the solver beside the net, else Caffe's own tests' 1701. */
import { basename, dirname, join } from 'node:path';
import { analyze } from '#core/analysis';
import { solverFacts, solversFirst, trains } from '#core/solver/of-net';
import { seedOf, usualSeed } from '#core/weights/seed';
import type { Io } from './io';
import { load } from './load';
import type { Options } from './options';

export interface Seed {
  readonly value: number;
  /** The solver that says so. */
  readonly solver: string | undefined;
}

const maxFiles = 200;

export function seedFor(netPath: string, { seed, dialect }: Pick<Options, 'seed' | 'dialect'>, io: Io): Seed {
  if (seed !== undefined) return { value: seed, solver: undefined };
  const folder = dirname(netPath);
  const names = io.list(folder).filter((name) => name.endsWith('.prototxt') && name !== basename(netPath));
  for (const name of solversFirst(names).slice(0, maxFiles)) {
    const loaded = load(join(folder, name), io);
    if (loaded.kind !== 'text' || !/\bnet\s*:/.test(loaded.text)) continue;
    const { kind, message } = analyze(loaded.text, { dialect });
    if (kind !== 'solver' || !message || !trains(message, basename(netPath))) continue;
    const own = seedOf(solverFacts(message));
    return own === undefined ? { value: usualSeed, solver: undefined } : { value: own, solver: name };
  }
  return { value: usualSeed, solver: undefined };
}
