/** What lies around a document and bears on it: the solver of its net, its mean files, the first bytes of its file. */
import type { Analysis, FileReference } from '#core/analysis';
import type { Sibling } from '#core/checks/drift';
import type { Language } from '#core/messages/language';
import { shapeOfBlobProto } from '#core/net/blob-proto';
import { modelAt, type PairedModel } from './models';
import type { Files } from './runtime';
import { findNets, siblingsOf, type NetPlaces } from './neighbours';
import { solverBeside, type Solver } from './solver-beside';
import { netsOfSolvers } from './solver-nets';
import { folderOf, hasFolder, join } from './uris';

export interface Surroundings {
  readonly solver: Solver | undefined;
  /** By the path as the net spells it. */
  readonly meanShapes: ReadonlyMap<string, readonly number[]>;
  /** A byte-order mark of UTF-8 or UTF-16, which editors hide and Caffe refuses. */
  readonly startsWithMark: boolean;
  /** Of a solver: where its nets are. */
  readonly nets: NetPlaces;
  /** Of a net: others that hold the same weights. */
  readonly siblings: readonly Sibling[];
  /** The file of weights that the net starts from. */
  readonly model: PairedModel | undefined;
}

export const nothingAround: Surroundings = {
  solver: undefined,
  meanShapes: new Map(),
  startsWithMark: false,
  nets: new Map(),
  siblings: [],
  model: undefined,
};

const noNets: NetPlaces = new Map();
const maxMeanBytes = 1 << 26;

export interface Looking {
  /** The folders that the editor has open, as URIs. */
  readonly workspace: readonly string[];
  /** The URI of the file of weights, see `modelUri`. */
  readonly model: string | undefined;
  /** For why it can't be read. */
  readonly language: Language;
}

export async function surroundingsOf(
  uri: string,
  { kind, references }: Analysis,
  { workspace, model, language }: Looking,
  files: Files,
): Promise<Surroundings> {
  if (!hasFolder(uri)) return nothingAround;
  const [solver, meanShapes, startsWithMark, nets, siblings, paired] = await Promise.all([
    solverBeside(uri, files).catch(() => undefined),
    readMeanShapes(uri, references, files),
    hasMark(uri, files),
    kind === 'solver' ? findNets(uri, references, workspace, files) : noNets,
    kind === 'net'
      ? netsOfSolvers(uri, workspace, files)
          .then((named) => siblingsOf(uri, named, files))
          .catch(() => [])
      : [],
    model === undefined ? undefined : modelAt(model, files, language),
  ]);
  return { solver, meanShapes, startsWithMark, nets, siblings, model: paired };
}

export function sameSurroundings(a: Surroundings, b: Surroundings): boolean {
  return describe(a) === describe(b);
}

async function readMeanShapes(
  uri: string,
  references: readonly FileReference[],
  files: Files,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const paths = new Set(references.filter(({ field }) => field === 'mean_file').map(({ path }) => path));
  const shapes = new Map<string, readonly number[]>();
  for (const path of paths) {
    const shape = await meanShape(join(folderOf(uri), path), files);
    if (shape) shapes.set(path, shape);
  }
  return shapes;
}

async function meanShape(uri: string, files: Files): Promise<readonly number[] | undefined> {
  try {
    const { size } = await files.stat(uri);
    return size > maxMeanBytes ? undefined : shapeOfBlobProto(await files.read(uri));
  } catch {
    return undefined;
  }
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

function describe({ solver, meanShapes, startsWithMark, nets, siblings, model }: Surroundings): string {
  return JSON.stringify([
    solver,
    [...meanShapes],
    startsWithMark,
    [...nets],
    siblings.map(({ uri, text }) => [uri, text]),
    model,
  ]);
}
