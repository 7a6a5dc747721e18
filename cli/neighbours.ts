/** What files around a net or a solver say of it, as in the editor: nets that are nowhere, layers that drift apart. */
import { basename, dirname, join, resolve } from 'node:path';
import { analyze, type Analysis } from '#core/analysis';
import { drift, stemOf, type Sibling } from '#core/checks/drift';
import { lazy } from '#core/lazy';
import { inTextOrder } from '#core/merge';
import type { Problem } from '#core/problems/index';
import { netFields } from '#core/references';
import { isSolverName } from '#core/solver/of-net';
import { foldersAbove } from '#files/folders-above';
import type { Io } from './io';
import { load } from './load';
import type { Options } from './options';

/**
 * The same analysis, whose problems are also those that only other files show; these are read when it is asked for them.
 * `others` are those that are known already.
 */
export function withNeighbours(
  analysis: Analysis,
  path: string,
  { dialect }: Options,
  io: Io,
  others: readonly Problem[],
): Analysis {
  const around = lazy(() => [
    ...others,
    ...(analysis.kind === 'net' ? driftOf(analysis, path, dialect, io) : missingNets(analysis, path, io)),
  ]);
  return Object.create(analysis, {
    problems: { get: () => inTextOrder([...analysis.problems, ...around()]) },
    problemsIn: {
      value: (state: Parameters<Analysis['problemsIn']>[0]) =>
        inTextOrder([...analysis.problemsIn(state), ...around()]),
    },
  }) as Analysis;
}

/** As many are compared: more are not of one net. */
const maxSiblings = 8;

function driftOf(analysis: Analysis, path: string, dialect: Options['dialect'], io: Io): readonly Problem[] {
  const folder = dirname(path);
  const own = basename(path);
  const names = io
    .list(folder)
    .filter((name) => name !== own && name.endsWith('.prototxt') && stemOf(name) === stemOf(own));
  const paths = new Map([...names].sort().map((file) => [join(folder, file), file]));
  for (const [net, spelt] of netsOfSolvers(path, dialect, io)) if (!paths.has(net)) paths.set(net, spelt);
  const siblings = [...paths].slice(0, maxSiblings).flatMap(([at, file]): readonly Sibling[] => {
    const loaded = load(at, io);
    if (loaded.kind !== 'text') return [];
    const sibling = analyze(loaded.text, { dialect });
    return sibling.kind === 'net'
      ? [{ uri: at, text: loaded.text, file, states: sibling.states.map(sibling.state) }]
      : [];
  });
  return siblings.length === 0 ? [] : drift(analysis.states.map(analysis.state), siblings);
}

/** The other nets of the solvers that name this one, which lie beside it or in a folder above; as the solver spells them. */
function netsOfSolvers(path: string, dialect: Options['dialect'], io: Io): ReadonlyMap<string, string> {
  const own = basename(path);
  const nets = new Map<string, string>();
  for (const folder of foldersAbove(path, dirname)) {
    for (const solver of solversIn(folder, io)) {
      const loaded = load(solver, io);
      if (loaded.kind !== 'text' || !loaded.text.includes(own)) continue;
      const { kind, references } = analyze(loaded.text, { dialect });
      const named =
        kind === 'solver'
          ? references
              .filter(({ field }) => netFields.has(field))
              .map((net) => ({ spelt: net.path, at: findNet(net.path, solver, io) }))
          : [];
      if (!named.some(({ at }) => at !== undefined && isSame(at, path))) continue;
      for (const { spelt, at } of named) if (at !== undefined && !isSame(at, path)) nets.set(at, spelt);
    }
  }
  return nets;
}

/** Files called solvers, in the folder and in folders of it that are called so. */
function solversIn(folder: string, io: Io): readonly string[] {
  return io
    .list(folder)
    .toSorted()
    .flatMap((name) => {
      if (isSolverName(name)) return [join(folder, name)];
      if (!/solver/i.test(name) || name.includes('.')) return [];
      return io
        .list(join(folder, name))
        .filter(isSolverName)
        .map((inner) => join(folder, name, inner));
    });
}

function isSame(a: string, b: string): boolean {
  return resolve(a) === resolve(b);
}

function missingNets({ references }: Analysis, path: string, io: Io): readonly Problem[] {
  return references
    .filter(({ field, path: net }) => netFields.has(field) && findNet(net, path, io) === undefined)
    .map((net): Problem => ({ code: 'solver/net-not-found', span: net.span, args: { path: net.path } }));
}

/** Looked for beside the solver, in the folders above it, and from the working directory. */
function findNet(net: string, solver: string, io: Io): string | undefined {
  const folders = [...foldersAbove(solver, dirname), '.'];
  return [net, ...folders.map((folder) => join(folder, net))].find((candidate) =>
    io.list(dirname(candidate)).includes(basename(candidate)),
  );
}
