/** Every kind of problem by its code. Each family is a file, and is explained in `docs/problems/<family>.md`. */
import type { CountsIn, NamesIn } from './braces';
import { checkProblems } from './check';
import { commentProblems } from './comment';
import { dataProblems } from './data';
import { fileProblems } from './file';
import { fillerProblems } from './filler';
import { forkProblems } from './fork';
import type { CodeInfo, ProblemKind } from './kind';
import { layerProblems } from './layer';
import { netProblems } from './net';
import { onnxProblems } from './onnx';
import { runProblems } from './run';
import { schemaProblems } from './schema';
import { signalProblems } from './signal';
import { solverProblems } from './solver';
import { syntaxProblems } from './syntax';
import { targetProblems } from './target';
import { weightsProblems } from './weights';

export const problemTable = {
  ...checkProblems,
  ...commentProblems,
  ...dataProblems,
  ...fileProblems,
  ...fillerProblems,
  ...forkProblems,
  ...layerProblems,
  ...netProblems,
  ...onnxProblems,
  ...runProblems,
  ...schemaProblems,
  ...signalProblems,
  ...solverProblems,
  ...syntaxProblems,
  ...targetProblems,
  ...weightsProblems,
} as const;

type Table = typeof problemTable;
export type Code = keyof Table;

type SentenceOf<Kind, Part extends string> =
  Kind extends Readonly<Record<Part, infer Sentence extends string>> ? Sentence : never;

/** Names in this project's sentences of a kind of problem, which each language must have. */
export type OwnNames<Kind> = NamesIn<SentenceOf<Kind, 'says'> | SentenceOf<Kind, 'help'>>;

export type ArgumentNames<C extends Code> =
  | OwnNames<Table[C]>
  | NamesIn<SentenceOf<Table[C], 'caffe'>>
  | (Table[C] extends { readonly also: readonly (infer Name extends string)[] } ? Name : never);

/** Names of the numbers that select a word. */
export type CountNames<C extends Code> = CountsIn<SentenceOf<Table[C], 'says'> | SentenceOf<Table[C], 'help'>>;

export const allCodes = Object.keys(problemTable) as readonly Code[];

export function isCode(name: string): name is Code {
  return Object.hasOwn(problemTable, name);
}

export function kindOf(code: Code): ProblemKind {
  return problemTable[code];
}

export function infoOf(code: Code): CodeInfo {
  return problemTable[code];
}

/** True for a problem that makes Caffe reject the file. */
export function isError({ code }: { readonly code: Code }): boolean {
  return problemTable[code].severity === 'error';
}

/** The name of the page in `docs/problems/` that explains a code. */
export function pageOf(code: Code): string {
  return code.slice(0, code.indexOf('/'));
}
