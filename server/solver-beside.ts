/** The solver of a net: a file in the same folder whose `net` or `train_net` names it. */
import { analyze } from '#core/analysis';
import { chooseDialect } from '#core/choose-dialect';
import type { Message } from '#core/schema/message';
import { solverFacts, solversFirst, trains, type SolverFacts } from '#core/solver/of-net';
import type { Files } from './runtime';
import { readText } from './text-files';
import { folderOf, join, nameOf } from './uris';

export interface Solver extends SolverFacts {
  /** The file's name, to be shown. */
  readonly name: string;
}

const maxFiles = 200;
const maxBytes = 1 << 16;

/** The first by name where several fit. */
export async function solverBeside(uri: string, files: Files): Promise<Solver | undefined> {
  const folder = folderOf(uri);
  const own = nameOf(uri);
  const names = (await files.list(folder)).filter((name) => name.endsWith('.prototxt') && name !== own);
  for (const name of solversFirst(names).slice(0, maxFiles)) {
    const solver = await solverIn(join(folder, name), files);
    if (solver && trains(solver, own)) return { name, ...solverFacts(solver) };
  }
  return undefined;
}

async function solverIn(uri: string, files: Files): Promise<Message | undefined> {
  const text = await readText(uri, maxBytes, files);
  if (text === undefined || !/net\s*:/.test(text)) return undefined;
  const { kind, message } = analyze(text, { dialect: chooseDialect });
  return kind === 'solver' ? message : undefined;
}
