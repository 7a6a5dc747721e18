/**
 * Pairs a net with the model that its weights are loaded from, as Caffe does (net.cpp, CopyTrainedLayersFrom): by layer
 * names. A layer of the model that the net lacks is ignored; one of the net that the model lacks keeps the values of
 * its fillers. Where a layer has another number of blobs, or a blob another shape, Caffe aborts.
 */
import type { InferredLayer, StateAnalysis } from '../infer/types';
import type { Shape } from '../net/shape';
import { maxAxes, type ModelBlob } from './read-blob';
import type { Model, ModelLayer } from './read-caffemodel';

export type LayerPairing =
  | { readonly kind: 'loaded' }
  /** Keeps the values of its fillers. */
  | { readonly kind: 'absent' }
  /** `found` in the model, `expected` by the net. */
  | { readonly kind: 'blob-count'; readonly found: number; readonly expected: number }
  | { readonly kind: 'shape'; readonly role: string; readonly found: readonly number[]; readonly expected: Shape }
  /** The model's blob has more axes than Caffe's blobs may have. */
  | { readonly kind: 'axes'; readonly role: string }
  /** The model's number of values does not match its own shape. */
  | { readonly kind: 'value-count'; readonly role: string; readonly found: number; readonly expected: number }
  /** The net's own shapes or blobs are not known. */
  | { readonly kind: 'unknown' };

export interface Pairing {
  /** For each layer of the state that has, or may have, blobs, by its index. */
  readonly layers: ReadonlyMap<number, LayerPairing>;
  /** Layers of the model with blobs that have no layer in the net. */
  readonly ignored: readonly string[];
}

export function pair({ layers }: StateAnalysis, model: Extract<Model, { kind: 'model' }>): Pairing {
  const first = new Map<string, InferredLayer>();
  for (const inferred of layers) if (!first.has(inferred.layer.name)) first.set(inferred.layer.name, inferred);
  const found = new Map<number, LayerPairing>();
  const ignored: string[] = [];
  for (const source of model.layers) {
    const target = first.get(source.name);
    if (!target && source.blobs.length > 0) ignored.push(source.name);
    // Caffe aborts at the first mismatch; among several matching sources of one name the last wins.
    if (target && !aborts(found.get(target.layer.index))) found.set(target.layer.index, compare(target, source));
  }
  const paired = layers.flatMap(({ layer, params, draws }): readonly (readonly [number, LayerPairing])[] => {
    const known = found.get(layer.index);
    if (params.length === 0 && draws !== null) return known && aborts(known) ? [[layer.index, known]] : [];
    return [[layer.index, known ?? { kind: 'absent' }]];
  });
  return { layers: new Map(paired), ignored };
}

/** What the net has at the place of a blob of the model. */
export interface BlobPairing {
  readonly role: string;
  readonly expected: Shape;
  /** Null if it is not known. */
  readonly fits: boolean | null;
}

/** For each blob of a layer of the model that the net has as well. */
export function pairBlobs({ params }: InferredLayer, { blobs }: ModelLayer): readonly BlobPairing[] {
  return params
    .slice(0, blobs.length)
    .map(({ shape, role }, i) => ({ role, expected: shape, fits: fitsShape(shape, blobs[i] as ModelBlob) }));
}

/** True where Caffe aborts. */
export function aborts(pairing: LayerPairing | undefined): boolean {
  switch (pairing?.kind) {
    case 'shape':
    case 'axes':
    case 'blob-count':
    case 'value-count':
      return true;
    default:
      return false;
  }
}

function compare({ params, draws }: InferredLayer, { blobs }: ModelLayer): LayerPairing {
  if (params.length === 0 && draws === null) return { kind: 'unknown' };
  if (params.length !== blobs.length) return { kind: 'blob-count', found: blobs.length, expected: params.length };
  let unsure = false;
  for (const [i, { shape, role }] of params.entries()) {
    const source = blobs[i] as ModelBlob;
    if (source.shape.length > maxAxes) return { kind: 'axes', role };
    const fits = fitsShape(shape, source);
    if (fits === false) return { kind: 'shape', role, found: source.shape, expected: shape };
    unsure ||= fits === null;
    const expected = source.shape.reduce((product, dim) => product * dim, 1);
    if (source.count !== expected) return { kind: 'value-count', role, found: source.count, expected };
  }
  return { kind: unsure ? 'unknown' : 'loaded' };
}

/**
 * As Blob::ShapeEquals: the four legacy dimensions match a shape of at most four axes, padded with 1 in front. Null
 * where it is not known.
 */
function fitsShape(shape: Shape, { shape: found, isLegacy }: ModelBlob): boolean | null {
  if (shape === null) return null;
  if (isLegacy ? shape.length > 4 : shape.length !== found.length) return false;
  const filled = isLegacy ? [...new Array<number>(4 - shape.length).fill(1), ...shape] : shape;
  if (filled.some((dim, i) => (dim === null ? (found[i] ?? 0) < 0 : dim !== found[i]))) return false;
  return filled.includes(null) ? null : true;
}
