/**
 * Reads names, types and shapes of a `.caffemodel`, a NetParameter in protobuf's binary form, by ranges: values are
 * skipped, so that a file of gigabytes takes a few reads per layer. Supports V1 and V0 layers as well.
 */
import { placeless, type ArgumentsOf, type Code, type Problem } from '../problems';
import { decodeUtf8 } from '../text/utf8';
import { largestMessage } from '../wire';
import {
  eachField,
  readLimits,
  Unreadable,
  windowed,
  wires,
  type FileBytes,
  type FileField,
  type ReadRange,
} from './binary-fields';
import { foreignness } from './foreign';
import { typeOfV0Name, typeOfV1Number } from './layer-type';
import { readBlob, type ModelBlob } from './read-blob';

export interface ModelLayer {
  readonly name: string;
  /** As the current format names it, also in older ones; empty where the file has none. */
  readonly type: string;
  readonly blobs: readonly ModelBlob[];
}

/** The oldest layers in it: LayerParameter is current; V1LayerParameter and, within it, V0LayerParameter came before. */
export type ModelAge = 'current' | 'V1' | 'V0';

export type Model =
  | { readonly kind: 'model'; readonly layers: readonly ModelLayer[]; readonly age: ModelAge }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** `size` in bytes; `path` is used in problems; `window`: see `windowed`. Rejects only as `read` does. */
export async function readModel(path: string, size: number, read: ReadRange, window?: number): Promise<Model> {
  if (size > largestMessage) return problem('weights/model-over-limit', { path, size, limit: largestMessage });
  const file = windowed(size, read, window);
  const foreign = foreignness(await file.peek(0, 64), size);
  if (foreign) return problem(foreignCodes[foreign], { path });
  const draft: Draft = { layers: [], ages: new Set(), entered: false };
  try {
    await readLayers(draft, file);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const { trouble } = error;
    const cutLayer = trouble.kind === 'cut-off' && (trouble.number === net.layer || trouble.number === net.v1Layers);
    return { kind: 'problem', problem: unreadable(error, path, size, draft.entered || cutLayer) };
  }
  const { layers, ages } = draft;
  if (layers.length === 0) return problem('weights/not-a-model', { path });
  return { kind: 'model', layers, age: ages.has('V0') ? 'V0' : ages.has('V1') ? 'V1' : 'current' };
}

const foreignCodes = {
  empty: 'weights/model-empty',
  hdf5: 'weights/model-hdf5',
  pointer: 'weights/model-pointer',
} as const;

/** `isModel`: the file has layers, so it is a damaged model rather than another kind of file. */
export function unreadable({ trouble }: Unreadable, path: string, size: number, isModel: boolean): Problem {
  switch (trouble.kind) {
    case 'fields':
      return placeless('weights/model-too-many-fields', { path, limit: trouble.limit });
    case 'names':
      return placeless('weights/model-long-names', { path, limit: trouble.limit });
    case 'cut-off':
      if (isModel) return placeless('weights/model-cut-off', { path, at: trouble.at, size });
      break;
    default:
      if (isModel) return placeless('weights/model-damaged', { path, at: trouble.at });
  }
  return placeless('weights/not-a-model', { path });
}

/** Field numbers of NetParameter and of layers in each format. */
const net = { name: 1, v1Layers: 2, layer: 100 } as const;
const formats = {
  current: { name: 1, type: 2, blobs: 7 },
  v1: { name: 4, type: 5, blobs: 6, v0: 1 },
  v0: { name: 1, type: 2, blobs: 50 },
} as const;

interface Draft {
  readonly layers: ModelLayer[];
  readonly ages: Set<ModelAge>;
  /** Whether a layer was found, complete or not. */
  entered: boolean;
}

async function readLayers(draft: Draft, file: FileBytes): Promise<void> {
  await eachField(file, 0, file.size, ({ number, wire, from, start, end }) => {
    const isBytes = wire === wires.bytes;
    // A mean file or the state of a solver, which has a number here.
    if (number === net.name && !isBytes) throw new Unreadable({ kind: 'invalid', at: from });
    if (!isBytes || (number !== net.layer && number !== net.v1Layers)) return undefined;
    draft.entered = true;
    return layerOf(file, start, end, number === net.layer ? formats.current : formats.v1).then(({ layer, isV0 }) => {
      draft.layers.push(layer);
      if (number === net.v1Layers) draft.ages.add(isV0 ? 'V0' : 'V1');
    });
  });
}

interface Format {
  readonly name: number;
  /** A string, but an enum in V1. */
  readonly type: number;
  readonly blobs: number;
  /** The field that holds a V0 layer. */
  readonly v0?: number;
}

/** A layer while it is read: protobuf merges a message that occurs twice. */
interface LayerDraft {
  name: string;
  type: string;
  readonly blobs: ModelBlob[];
}

const emptyDraft = (): LayerDraft => ({ name: '', type: '', blobs: [] });

async function layerOf(
  file: FileBytes,
  from: number,
  to: number,
  format: Format,
): Promise<{
  readonly layer: ModelLayer;
  /** True for a layer that holds a V0 layer. */
  readonly isV0: boolean;
}> {
  const own = emptyDraft();
  const inner = emptyDraft();
  let isV0 = false;
  const useBytes = async (draft: LayerDraft, field: FileField, { name, type, blobs, v0 }: Format): Promise<void> => {
    const { number, start: at, end } = field;
    if (number === name) draft.name = (await nameAt(file, at, end)) || draft.name;
    else if (number === blobs) draft.blobs.push(await readBlob(file, at, end));
    else if (number === type && v0 === undefined) draft.type = await nameAt(file, at, end);
    else if (number === v0) {
      isV0 = true;
      await read(inner, at, end, formats.v0);
    }
  };
  const read = (draft: LayerDraft, start: number, end: number, format: Format): Promise<void> =>
    eachField(file, start, end, (field) => {
      if (field.number === format.type && field.wire === wires.varint && format.v0 !== undefined)
        draft.type = typeOfV1Number(field.value);
      return field.wire === wires.bytes ? useBytes(draft, field, format) : undefined;
    });
  await read(own, from, to, format);
  const layer = {
    name: own.name || inner.name,
    type: own.type || typeOfV0Name(inner.type),
    blobs: [...inner.blobs, ...own.blobs],
  };
  return { layer, isV0 };
}

async function nameAt(file: FileBytes, start: number, end: number): Promise<string> {
  if (end - start > readLimits.name) throw new Unreadable({ kind: 'names', limit: readLimits.name });
  file.spend('names', end - start);
  return decodeUtf8(await file.peek(start, end - start));
}

function problem<C extends Code>(code: C, args: ArgumentsOf<C>): Model {
  return { kind: 'problem', problem: placeless(code, args) };
}
