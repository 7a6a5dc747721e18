/** The solver of a net: a file in the same folder whose `net` or `train_net` names it. */
import { analyze } from '#core/analysis';
import { chooseDialect } from '#core/choose-dialect';
import type { Message } from '#core/schema/message';
import { solverFacts, trains, type SolverFacts } from '#core/solver/of-net';
import type { Files } from './runtime';
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
  // A file that calls itself a solver is asked first: in a large folder the rest need not be read.
  const ordered = [...names].sort((a, b) => Number(b.includes('solver')) - Number(a.includes('solver')) || (a < b ? -1 : 1));
  for (const name of ordered.slice(0, maxFiles)) {
    const solver = await solverIn(join(folder, name), files);
    if (solver && trains(solver, own)) return { name, ...solverFacts(solver) };
  }
  return undefined;
}

async function solverIn(uri: string, files: Files): Promise<Message | undefined> {
  try {
    if ((await files.stat(uri)).size > maxBytes) return undefined;
    const text = new TextDecoder().decode(await files.read(uri));
    if (!/net\s*:/.test(text)) return undefined;
    const { kind, message } = analyze(text, { dialect: chooseDialect });
    return kind === 'solver' ? message : undefined;
  } catch {
    // A file that went away, or that may not be read, is no solver.
    return undefined;
  }
}
