/** The files that affect how a net or solver is read, read once for the editor, the command line and the tests. */
import type { Analysis } from '#core/analysis/analysis';
import type { Sibling } from '#core/checks/drift';
import { schemaDirective, targetDirective } from '#core/comments/comments';
import type { Dialect } from '#core/dialects/dialect';
import type { Language } from '#core/messages/language';
import type { TargetReading } from '#core/targets/target';
import { readMean } from '#core/weight-files/read-mean';
import { failure, type Files } from './files';
import { namedModel, readPaired, type PairedModel } from './models';
import { reasonOf } from './reason';
import type { Schemas } from './schemas';
import { siblingsOf } from './siblings';
import { caffesOfNets } from './net-caffes';
import { placesOf, placesOfNets, solverReader, type Solver } from './solvers';
import { readTargets } from './targets';
import type { Place } from './text-files';
import { hasFolder } from './uris';

export interface Surroundings {
  readonly solver: Solver | undefined;
  /** By the path as written in the net. */
  readonly meanShapes: ReadonlyMap<string, readonly number[]>;
  /** URIs of the mean files that exist, by the same path. */
  readonly meanFiles: ReadonlyMap<string, string>;
  /** A byte-order mark of UTF-8 or UTF-16, which editors hide and Caffe rejects. */
  readonly startsWithMark: boolean;
  /** For a solver: the paths of nets that don't exist. */
  readonly missingNets: ReadonlySet<string>;
  /** For a solver: the Caffes that the nets it names are for, where their texts tell; each once. */
  readonly netCaffes: readonly Dialect[];
  /** For a net: others that share its weights. */
  readonly siblings: readonly Sibling[];
  /** The weights file that the net starts from. */
  readonly model: PairedModel | undefined;
  /** The user's own targets, by the path as written in the net or in `LookedAt.targets`. */
  readonly targets: ReadonlyMap<string, TargetReading>;
  /** By the path as written: why a file that the text names could not be read, to end a sentence with. */
  readonly unread: ReadonlyMap<string, string>;
}

export const nothingAround: Surroundings = {
  solver: undefined,
  meanShapes: new Map(),
  meanFiles: new Map(),
  startsWithMark: false,
  missingNets: new Set(),
  netCaffes: [],
  siblings: [],
  model: undefined,
  targets: new Map(),
  unread: new Map(),
};

export interface LookOptions {
  readonly files: Files;
  /** URIs of the open folders, or of the command line's working directory. */
  readonly roots: readonly string[];
  readonly schemas: Schemas;
  /** For the reasons in `unread`. */
  readonly language: Language;
  /** The most bytes of a model, if the host has a limit. */
  readonly largestModel?: number | undefined;
}

export interface LookedAt {
  readonly uri: string;
  readonly analysis: Pick<Analysis, 'text' | 'kind' | 'references'>;
  /** The URI of the weights file that the user chose. */
  readonly chosenModel?: string | undefined;
  /** Targets that are asked for: names and paths. */
  readonly targets?: readonly string[] | undefined;
}

/**
 * Reads what surrounds a file. Never rejects: files that can't be read are left out, and `unread` gives the reason if the text
 * names them.
 */
export type Look = (about: LookedAt) => Promise<Surroundings>;

/** Files that several nets share are read once, so use a look only as long as files don't change. */
export function createLook({ files, roots, schemas, language, largestModel }: LookOptions): Look {
  const solvers = solverReader(files, schemas, roots);
  return async ({ uri, analysis: { text, kind, references }, chosenModel, targets = [] }) => {
    await schemas.ready(uri, text);
    if (!hasFolder(uri)) return nothingAround;
    const named = kind === 'net' ? namedModel(uri, references, chosenModel) : undefined;
    const means = new Set(references.filter(({ field }) => field === 'mean_file').map(({ path }) => path));
    const inComments = references.filter(({ field }) => field === targetDirective).map(({ path }) => path);
    const [solver, nets, siblings, model, startsWithMark, meanPlaces, own] = await Promise.all([
      kind === 'net' ? solvers.beside(uri) : undefined,
      placesOfNets(uri, kind === 'solver' ? references : [], roots, files),
      kind === 'net' ? solvers.netsWith(uri).then((others) => siblingsOf(uri, others, files, schemas)) : [],
      named && readPaired(named, files, largestModel, language),
      hasMark(uri, files),
      placesOf(uri, means, roots, files),
      readTargets([...targets, ...inComments], uri, roots, files),
    ]);
    const netCaffes = await caffesOfNets(nets, files, schemas);
    const { shapes, failed } = await readMeans(meanPlaces, files);
    const protos = references.flatMap(({ field, path }): readonly (readonly [string, unknown])[] => {
      const trouble = field === schemaDirective ? schemas.troubleWith(uri, path) : undefined;
      return trouble?.kind === 'unreadable' ? [[path, trouble.error]] : [];
    });
    const unread = [...unreadable(nets), ...failed, ...own.failed, ...protos];
    return {
      solver,
      meanShapes: shapes,
      meanFiles: new Map(
        [...meanPlaces].flatMap(([path, place]) => (place.kind === 'file' ? [[path, place.uri]] : [])),
      ),
      startsWithMark,
      missingNets: new Set([...nets].flatMap(([path, place]) => (place.kind === 'missing' ? [path] : []))),
      netCaffes,
      siblings,
      model,
      targets: own.targets,
      unread: new Map(unread.map(([path, error]) => [path, reasonOf(error, language)])),
    };
  };
}

export function sameSurroundings(a: Surroundings, b: Surroundings): boolean {
  return describe(a) === describe(b);
}

function unreadable(places: ReadonlyMap<string, Place>): readonly (readonly [string, unknown])[] {
  return [...places].flatMap(([path, place]) => (place.kind === 'unreadable' ? [[path, place.error] as const] : []));
}

async function readMeans(
  places: ReadonlyMap<string, Place>,
  files: Files,
): Promise<{
  readonly shapes: ReadonlyMap<string, readonly number[]>;
  readonly failed: readonly (readonly [string, unknown])[];
}> {
  const shapes = new Map<string, readonly number[]>();
  const failed = [...unreadable(places)];
  for (const [path, place] of places) {
    if (place.kind !== 'file') continue;
    try {
      const mean = await readMean(place.size, (start, end) => files.readRange(place.uri, start, end));
      if (mean.kind === 'mean') shapes.set(path, mean.blob.shape);
      else failed.push([path, failure(mean.code, path, mean.args)]);
    } catch (error) {
      failed.push([path, error]);
    }
  }
  return { shapes, failed };
}

async function hasMark(uri: string, files: Files): Promise<boolean> {
  try {
    const [first, second, third] = await files.readRange(uri, 0, 3);
    const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
    return isUtf16 || (first === 0xef && second === 0xbb && third === 0xbf);
  } catch {
    return false;
  }
}

function describe({
  solver,
  meanShapes,
  startsWithMark,
  missingNets,
  netCaffes,
  siblings,
  model,
  targets,
  unread,
}: Surroundings): string {
  return JSON.stringify([
    solver,
    [...meanShapes],
    startsWithMark,
    [...missingNets],
    netCaffes.map(({ id }) => id),
    siblings.map(({ uri, text }) => [uri, text]),
    model,
    [...targets],
    [...unread],
  ]);
}
