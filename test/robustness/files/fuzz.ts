/**
 * Reads files of any content: the script of a thread, which gets `Counts` and answers with `Fuzzed`. The first file that
 * breaks a promise ends it with an error.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { generator } from '../../support/random';
import { changed, soundMean, soundModel } from './binaries';
import { hostileProto } from './protos';
import { netsRead, useMean, useModel, useProto } from './read';

export interface Counts {
  readonly protos: number;
  readonly models: number;
  readonly means: number;
}

export interface Fuzzed {
  /** How many inputs of each kind were read, and how many of them could be used. */
  readonly read: Counts;
  readonly used: Counts;
}

async function run(counts: Counts): Promise<Fuzzed> {
  const used = { protos: 0, models: 0, means: 0 };
  const each = async (kind: keyof Counts, use: (below: (below: number) => number) => unknown): Promise<void> => {
    for (let seed = 1; seed <= counts[kind]; seed++) {
      try {
        if (await use(generator(seed * 7919))) used[kind]++;
      } catch (error) {
        throw new Error(`${kind} ${seed}: ${error instanceof Error ? error.stack : String(error)}`, { cause: error });
      }
    }
  };
  await each('models', (below) => useModel(changed(soundModel(below), below)));
  await each('means', (below) => useMean(changed(soundMean(below), below)));
  await each('protos', (below) => useProto(hostileProto(below), netsRead[below(netsRead.length)] ?? ''));
  return { read: counts, used };
}

parentPort?.postMessage(await run(workerData as Counts));
