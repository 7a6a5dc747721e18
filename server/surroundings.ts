/** What lies around a document and bears on it: the solver of its net, its mean files, the first bytes of its file. */
import type { FileReference } from '#core/analysis';
import { shapeOfBlobProto } from '#core/net/blob-proto';
import type { Files } from './runtime';
import { solverBeside, type Solver } from './solver-beside';
import { folderOf, hasFolder, join } from './uris';

export interface Surroundings {
  readonly solver: Solver | undefined;
  /** By the path as the net spells it. */
  readonly meanShapes: ReadonlyMap<string, readonly number[]>;
  /** A byte-order mark, which editors hide and Caffe refuses. */
  readonly startsWithMark: boolean;
}

export const nothingAround: Surroundings = { solver: undefined, meanShapes: new Map(), startsWithMark: false };

const maxMeanBytes = 1 << 26;

export async function surroundingsOf(uri: string, references: readonly FileReference[], files: Files): Promise<Surroundings> {
  if (!hasFolder(uri)) return nothingAround;
  const [solver, meanShapes, startsWithMark] = await Promise.all([
    solverBeside(uri, files).catch(() => undefined),
    readMeanShapes(uri, references, files),
    hasMark(uri, files),
  ]);
  return { solver, meanShapes, startsWithMark };
}

export function sameSurroundings(a: Surroundings, b: Surroundings): boolean {
  return describe(a) === describe(b);
}

async function readMeanShapes(uri: string, references: readonly FileReference[], files: Files): Promise<ReadonlyMap<string, readonly number[]>> {
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
    return first === 0xef && second === 0xbb && third === 0xbf;
  } catch {
    return false;
  }
}

function describe({ solver, meanShapes, startsWithMark }: Surroundings): string {
  return JSON.stringify([solver, [...meanShapes], startsWithMark]);
}
