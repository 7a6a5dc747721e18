/** What files around a net or a solver say of it, as in the editor: nets that are nowhere, layers that drift apart. */
import { basename, dirname, join } from 'node:path';
import { analyze, type Analysis } from '#core/analysis';
import { drift, stemOf, type Sibling } from '#core/checks/drift';
import { lazy } from '#core/lazy';
import { inTextOrder } from '#core/merge';
import type { Problem } from '#core/problems';
import { netFields } from '#core/references';
import type { Io } from './io';
import { load } from './load';
import type { Options } from './options';

/**
 * The same analysis, whose problems are also those that only other files show; these are read when it is asked for them.
 * `others` are those that are known already.
 */
export function withNeighbours(analysis: Analysis, path: string, { dialect }: Options, io: Io, others: readonly Problem[]): Analysis {
  const around = lazy(() => [...others, ...(analysis.kind === 'net' ? driftOf(analysis, path, dialect, io) : missingNets(analysis, path, io))]);
  return Object.create(analysis, {
    problems: { get: () => inTextOrder([...analysis.problems, ...around()]) },
    problemsIn: { value: (state: Parameters<Analysis['problemsIn']>[0]) => inTextOrder([...analysis.problemsIn(state), ...around()]) },
  }) as Analysis;
}

/** As many are compared: more are not of one net. */
const maxSiblings = 8;

function driftOf(analysis: Analysis, path: string, dialect: Options['dialect'], io: Io): readonly Problem[] {
  const folder = dirname(path);
  const own = basename(path);
  const names = io.list(folder).filter((name) => name !== own && name.endsWith('.prototxt') && stemOf(name) === stemOf(own));
  const siblings = [...names].sort().slice(0, maxSiblings).flatMap((file): readonly Sibling[] => {
    const loaded = load(join(folder, file), io);
    if (loaded.kind !== 'text') return [];
    const sibling = analyze(loaded.text, { dialect });
    return sibling.kind === 'net' ? [{ uri: join(folder, file), text: loaded.text, file, states: sibling.states.map(sibling.state) }] : [];
  });
  return siblings.length === 0 ? [] : drift(analysis.states.map(analysis.state), siblings);
}

/** Looked for beside the solver, in the folders above it, and from the working directory. */
function missingNets({ references }: Analysis, path: string, io: Io): readonly Problem[] {
  const nets = references.filter(({ field }) => netFields.has(field));
  const folders = nets.length === 0 ? [] : [...ancestorsOf(path), '.'];
  return nets
    .filter((net) => ![net.path, ...folders.map((folder) => join(folder, net.path))].some((candidate) => io.list(dirname(candidate)).includes(basename(candidate))))
    .map((net): Problem => ({ code: 'solver/net-not-found', span: net.span, args: { path: net.path } }));
}

const maxAncestors = 8;

function ancestorsOf(path: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = dirname(path); folders.length < maxAncestors && folders.at(-1) !== folder; folder = dirname(folder)) folders.push(folder);
  return folders;
}
