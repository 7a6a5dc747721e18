/** Reads a mean file, a BlobProto in protobuf's binary form, and checks what Caffe checks when it loads one. */
import { largestMessage } from '../wire';
import { Unreadable, windowed, type ReadRange } from './binary-fields';
import { foreignness } from './foreign';
import { maxAxes, readBlob, type ModelBlob } from './read-blob';

export type MeanFile =
  | { readonly kind: 'mean'; readonly blob: ModelBlob }
  /** `code` is a key of `Language.reasons`, whose sentences take `args`. */
  | { readonly kind: 'unfit'; readonly code: string; readonly args: Readonly<Record<string, number>> };

/**
 * The blob of a file of `size` bytes; its values are skipped. Rejects only as `read` does. Unfit is a file that protobuf
 * cannot parse, or that fails in Blob::Reshape or Blob::FromProto (blob.cpp).
 */
export async function readMean(size: number, read: ReadRange): Promise<MeanFile> {
  if (size > largestMessage) return unfit('EOVERLIMIT', { limit: largestMessage });
  const file = windowed(size, read);
  const foreign = foreignness(await file.peek(0, 64), size);
  if (foreign) return unfit(foreignCodes[foreign]);
  try {
    const blob = await readBlob(file, 0, size);
    return misfit(blob) ?? { kind: 'mean', blob };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const { trouble } = error;
    if (trouble.kind === 'fields' || trouble.kind === 'names') return unfit('EFIELDS', { limit: trouble.limit });
    const isBlob = trouble.kind === 'cut-off' && trouble.number !== undefined && trouble.number <= lastNumber;
    return unfit(isBlob ? 'ECUTOFF' : 'ENOTBLOB');
  }
}

const foreignCodes = { empty: 'EEMPTY', hdf5: 'EHDF5', pointer: 'EPOINTER' } as const;
/** Of the fields of a BlobProto. */
const lastNumber = 9;

function misfit({ shape, isLegacy, count: found }: ModelBlob): MeanFile | undefined {
  if (!isLegacy && shape.length === 0 && found === 0) return unfit('ENOTBLOB');
  if (shape.length > maxAxes) return unfit('EAXES', { limit: maxAxes });
  const negative = shape.find((dim) => dim < 0);
  if (negative !== undefined) return unfit('ENEGATIVE', { dim: negative });
  const expected = shape.reduce((product, dim) => product * dim, 1);
  return found === expected ? undefined : unfit('EVALUES', { found, expected });
}

function unfit(code: string, args: Readonly<Record<string, number>> = {}): MeanFile {
  return { kind: 'unfit', code, args };
}
