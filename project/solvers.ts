/** The solvers of a net: how they initialize it, and which other nets they name, wherever these are. */
import { analyze, type Analysis } from '#core/analysis/analysis';
import { lazy } from '#core/lazy';
import { netFields, type FileReference } from '#core/analysis/references';
import { isSolverName, solverFacts, solversFirst, trains, type SolverFacts } from '#core/solver/of-net';
import { limits, type Files } from './files';
import { pathsTo } from './paths';
import type { Schemas } from './schemas';
import { firstPlace, readText, type Place } from './text-files';
import { ancestorsOf, canonical, folderOf, isWithin, join, nameOf } from './uris';

export interface Solver extends SolverFacts {
  /** The file's name, for display. */
  readonly name: string;
}

export interface SolverReader {
  /** A solver in the net's folder that names a file with the net's name; the first by name if several do. */
  readonly beside: (net: string) => Promise<Solver | undefined>;
  /** The other nets of all solvers that name this net, by URI; the values are the paths as the solver spells them. */
  readonly netsWith: (net: string) => Promise<ReadonlyMap<string, string>>;
}

interface SolverFile {
  readonly uri: string;
  readonly text: string;
  readonly analysis: () => Analysis;
}

const maxBeside = 200;
const maxElsewhere = 50;
/** How many parent folders are searched for a net outside all open folders. */
const fewFolders = 3;

/** Caches what it reads: use one reader only for nets that are looked at together. */
export function solverReader(files: Files, schemas: Schemas, roots: readonly string[]): SolverReader {
  const listed = new Map<string, Promise<readonly string[]>>();
  const kept = new Map<string, Promise<SolverFile | undefined>>();
  const namesIn = (folder: string): Promise<readonly string[]> =>
    keep(listed, folder, () =>
      files.list(folder).then(
        (names) => names.toSorted(),
        () => [],
      ),
    );
  const fileAt = (uri: string): Promise<SolverFile | undefined> =>
    keep(kept, uri, async () => {
      const text = await readText(uri, limits.solver, files);
      if (text === undefined || !/net\s*:/.test(text)) return undefined;
      await schemas.ready(uri, text);
      return { uri, text, analysis: lazy(() => analyze(text, { dialect: schemas.chooserFor(uri) })) };
    });

  /** The solvers among the files that mention the net's file name, as every solver of it must. */
  const naming = async (net: string, uris: readonly string[]): Promise<readonly SolverFile[]> => {
    const own = nameOf(net);
    const found = await Promise.all(uris.map(fileAt));
    return found.filter((file) => file?.text.includes(own) && file.analysis().kind === 'solver') as SolverFile[];
  };

  const urisBeside = async (net: string): Promise<readonly string[]> => {
    const folder = folderOf(net);
    const own = nameOf(net);
    const names = (await namesIn(folder)).filter((name) => name.endsWith('.prototxt') && name !== own);
    return solversFirst(names)
      .slice(0, maxBeside)
      .map((name) => join(folder, name));
  };

  /** Solver files in the open folders above the net, and in folders there whose names contain "solver". */
  const urisElsewhere = async (net: string): Promise<readonly string[]> => {
    const own = folderOf(net);
    const all = ancestorsOf(net);
    const open = all.filter((folder) => roots.some((root) => isWithin(canonical(folder), canonical(root))));
    const solvers: string[] = [];
    for (const folder of open.length > 0 ? open : all.slice(0, fewFolders)) {
      for (const name of await namesIn(folder)) {
        if (isSolverName(name)) solvers.push(join(folder, name));
        else if (/solver/i.test(name) && !name.includes('.')) {
          const inner = join(folder, name);
          solvers.push(...(await namesIn(inner)).filter(isSolverName).map((each) => join(inner, each)));
        }
      }
    }
    return [...new Set(solvers)].filter((uri) => folderOf(uri) !== own).slice(0, maxElsewhere);
  };

  return {
    beside: async (net) => {
      const own = nameOf(net);
      for (const { uri, analysis } of await naming(net, await urisBeside(net))) {
        const { message } = analysis();
        if (message && trains(message, own)) return { name: nameOf(uri), ...solverFacts(message, own) };
      }
      return undefined;
    },
    netsWith: async (net) => {
      const own = canonical(net);
      const solvers = await naming(net, [...(await urisBeside(net)), ...(await urisElsewhere(net))]);
      const named = await Promise.all(
        solvers.map(({ uri, analysis }) => placesOfNets(uri, analysis().references, roots, files)),
      );
      const nets = new Map<string, string>();
      for (const places of named) {
        const found = [...places].flatMap(([path, place]) =>
          place.kind === 'file' ? [{ path, uri: canonical(place.uri) }] : [],
        );
        if (!found.some(({ uri }) => uri === own)) continue;
        for (const { path, uri } of found) if (uri !== own && !nets.has(uri)) nets.set(uri, path);
      }
      return nets;
    },
  };
}

/** Where the nets that a solver names are, by the path as written. */
export async function placesOfNets(
  uri: string,
  references: readonly FileReference[],
  roots: readonly string[],
  files: Files,
): Promise<ReadonlyMap<string, Place>> {
  const paths = new Set(references.filter(({ field }) => netFields.has(field)).map(({ path }) => path));
  return placesOf(uri, paths, roots, files);
}

export async function placesOf(
  uri: string,
  paths: ReadonlySet<string>,
  roots: readonly string[],
  files: Files,
): Promise<ReadonlyMap<string, Place>> {
  return new Map(
    await Promise.all(
      [...paths].map(async (path) => [path, await firstPlace(path, pathsTo(path, uri, roots), files)] as const),
    ),
  );
}

function keep<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}
