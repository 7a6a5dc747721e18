/** Caffe's recorded answers in a common form. */
import { readFileSync } from 'node:fs';
import type { NetState, Phase } from '#core/net/model';
import { readShared, readSharedLines, sharedHas } from '../support/shared';

/** The answers of `forks` and `corpus-forks` are from the forks' own builds. */
export const sets = ['layers', 'nets', 'more', 'corpus', 'forks', 'corpus-forks'] as const;
export type SetName = (typeof sets)[number];

export interface Case {
  readonly set: SetName;
  /** A number, or a file's path and phase in the corpus. */
  readonly id: string;
  /** The layer type that the case tests; empty for whole nets. */
  readonly type: string;
  /** The dialect's name. */
  readonly fork: string;
  readonly text: string;
  readonly state: NetState;
  readonly datum: readonly number[] | undefined;
  readonly verdict: Verdict;
}

export type Verdict =
  | { readonly kind: 'accepted'; readonly layers: readonly CaffeLayer[] }
  | { readonly kind: 'refused'; readonly error: string /** Caffe's source file and line. */; readonly at: string };

export interface CaffeLayer {
  readonly name: string;
  readonly type: string;
  /** Shapes in order, or by blob name. */
  readonly tops: readonly (readonly number[])[] | Readonly<Record<string, readonly number[]>>;
  readonly params: readonly CaffeParam[];
}

/** A drawn blob, with its statistics. */
export interface CaffeParam {
  readonly shape: readonly number[];
  readonly mean?: number;
  readonly std: number;
  readonly min?: number;
  readonly max?: number;
  readonly zeros?: number;
  /** The CRC-32 of its bytes after `set_random_seed(1701)`. */
  readonly crc32?: string;
}

/** The cases of one set, in order; without those whose verdict is due to features that the recorded build lacks. */
export function casesOf(set: SetName): readonly Case[] {
  switch (set) {
    case 'corpus':
      return (readSharedLines('corpus/expected.jsonl') as CorpusLine[])
        .filter((line) => line.net)
        .flatMap((line) => corpusStates(set, line));
    case 'corpus-forks':
      return (readSharedLines('corpus/expected-forks.jsonl') as CorpusLine[])
        .filter(({ file }) => sharedHas(`corpus/files/${file}`))
        .flatMap((line) => corpusStates(set, line));
    default:
      return (readSharedLines(`oracle/${set}.jsonl`) as Line[]).map((line) => toCase(set, line));
  }
}

/** The sample kept in the project: accepted cases of every layer type, and whole nets, with Caffe's values. */
export function sampleCases(): readonly Case[] {
  const lines = readFileSync('test/fixtures/nets.jsonl', 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines
    .map((text) => JSON.parse(text) as Line & { readonly set: SetName })
    .map((line) => toCase(line.set, line));
}

interface Line extends Outcome {
  readonly id: number;
  readonly fork?: string;
  readonly type?: string;
  readonly phase: Phase;
  readonly args?: readonly string[];
  readonly prototxt: string;
}

interface Outcome {
  readonly ok: boolean;
  readonly datum?: readonly number[];
  readonly layers?: readonly CaffeLayer[];
  readonly error?: string;
  readonly at?: string;
}

interface CorpusLine {
  readonly file: string;
  readonly net?: boolean;
  readonly fork?: string;
  readonly TRAIN?: Outcome;
  readonly TEST?: Outcome;
}

function toCase(set: SetName, line: Line): Case {
  const { id, fork = 'bvlc', type = '', phase, args = [], prototxt: text } = line;
  return {
    set,
    id: String(id),
    type,
    fork,
    text,
    state: stateOf(phase, args),
    datum: line.datum,
    verdict: verdictOf(line),
  };
}

function verdictOf({ ok, layers = [], error = '', at }: Outcome): Verdict {
  return ok
    ? { kind: 'accepted', layers }
    : { kind: 'refused', error, at: at ?? /^[\w.]+:\d+/.exec(error)?.[0] ?? '(crash)' };
}

function stateOf(phase: Phase, args: readonly string[]): NetState {
  const values = (key: string): string[] =>
    args.filter((arg) => arg.startsWith(`${key}=`)).map((arg) => arg.slice(key.length + 1));
  return { phase, level: Number(values('level')[0] ?? 0), stages: values('stage') };
}

function corpusStates(set: SetName, line: CorpusLine): readonly Case[] {
  const text = readShared(`corpus/files/${line.file}`);
  return (['TRAIN', 'TEST'] as const).flatMap((phase): Case[] => {
    const outcome = line[phase];
    if (!outcome || (!outcome.ok && limits.test(outcome.error ?? ''))) return [];
    const state = { phase, level: 0, stages: [] };
    return [
      {
        set,
        id: `${line.file} ${phase}`,
        type: '',
        fork: line.fork ?? 'bvlc',
        text,
        state,
        datum: outcome.datum,
        verdict: verdictOf(outcome),
      },
    ];
  });
}

/** Features that the recorded build lacks, or files that it could not open. */
const limits =
  /Unknown layer type: (Python|ImageData|WindowData|HDF5Data) |hdf5_data_layer\.cpp|Failed to open|Could not open|crop_size <= (height|width)/;
