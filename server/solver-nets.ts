/** The nets that solvers name together with a net: the one that tests it, or trains what it deploys, wherever they lie. */
import { analyze } from '#core/analysis';
import { chooseDialect } from '#core/choose-dialect';
import { isSolverName } from '#core/solver/of-net';
import type { Files } from './runtime';
import { findNets } from './neighbours';
import { readText } from './text-files';
import { ancestorsOf, canonical, folderOf, join, nameOf } from './uris';

/** As many solvers are read. */
const maxSolvers = 50;
const maxBytes = 1 << 16;

/** By URI, without the net itself; the path is as the solver spells it. */
export async function netsOfSolvers(
  uri: string,
  workspace: readonly string[],
  files: Files,
): Promise<ReadonlyMap<string, string>> {
  const own = canonical(uri);
  const solvers = await solversAround(uri, workspace, files);
  const named = await Promise.all(solvers.map((solver) => netsNamedIn(solver, nameOf(uri), workspace, files)));
  const nets = new Map<string, string>();
  for (const found of named) {
    if (!found.some((net) => net.uri === own)) continue;
    for (const net of found) if (net.uri !== own && !nets.has(net.uri)) nets.set(net.uri, net.path);
  }
  return nets;
}

/** A net that no open folder holds is looked at with so many folders above it. */
const fewFolders = 3;

/** Files called solvers in the net's folder, in those above it as far as the editor has them open, and in folders called so there. */
async function solversAround(uri: string, workspace: readonly string[], files: Files): Promise<readonly string[]> {
  const roots = workspace.map((root) => canonical(root).replace(/\/*$/, '/'));
  const all = ancestorsOf(uri);
  const open = all.filter((folder) => roots.some((root) => `${canonical(folder)}/`.startsWith(root)));
  const folders = open.length > 0 ? open : all.slice(0, fewFolders);
  const solvers: string[] = [];
  for (const folder of folders) {
    for (const name of await namesIn(folder, files)) {
      if (isSolverName(name)) solvers.push(join(folder, name));
      else if (/solver/i.test(name) && !name.includes('.') && folder !== folderOf(uri)) {
        const inner = join(folder, name);
        solvers.push(...(await namesIn(inner, files)).filter(isSolverName).map((each) => join(inner, each)));
      }
    }
  }
  return [...new Set(solvers)].slice(0, maxSolvers);
}

async function namesIn(folder: string, files: Files): Promise<readonly string[]> {
  return (await files.list(folder).catch(() => [])).toSorted();
}

interface Named {
  readonly uri: string;
  readonly path: string;
}

async function netsNamedIn(
  solver: string,
  file: string,
  workspace: readonly string[],
  files: Files,
): Promise<readonly Named[]> {
  const text = await readText(solver, maxBytes, files);
  if (!text?.includes(file)) return [];
  const { kind, references } = analyze(text, { dialect: chooseDialect });
  if (kind !== 'solver') return [];
  const places = await findNets(solver, references, workspace, files);
  return [...places].flatMap(([path, uri]) => (uri === undefined ? [] : [{ uri: canonical(uri), path }]));
}
