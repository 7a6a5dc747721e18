/**
 * Layers with the same name but different shapes in two nets that share weights, as those of one solver do: the weights
 * of one net do not load into the other.
 */
import type { StateAnalysis, Weight } from '../infer/types';
import { formatShape, isKnown, sameShape } from '../net/shape';
import type { Elsewhere, Problem } from '../problems';

/** Another net that is meant to hold the same weights. */
export interface Sibling extends Elsewhere {
  /** The file name to display. */
  readonly file: string;
  readonly states: readonly StateAnalysis[];
}

/**
 * At most one problem a layer, at its name: for its first blob that differs, and the first sibling that it differs
 * from.
 */
export function drift(states: readonly StateAnalysis[], siblings: readonly Sibling[]): readonly Problem[] {
  if (siblings.length === 0) return [];
  const own = blobsOf(states);
  const problems = new Map<string, Problem>();
  for (const { file, uri, text, states: others } of siblings) {
    for (const [key, theirs] of blobsOf(others)) {
      const ours = own.get(key);
      const name = theirs.layer.name;
      if (
        !ours ||
        problems.has(name) ||
        !isKnown(ours.shape) ||
        !isKnown(theirs.shape) ||
        sameShape(ours.shape, theirs.shape)
      )
        continue;
      problems.set(name, {
        code: 'net/drift',
        span: ours.layer.nameSpan,
        args: { layer: name, role: ours.role, shape: formatShape(ours.shape), other: formatShape(theirs.shape), file },
        related: [{ code: 'drifts-here', span: theirs.layer.nameSpan, args: { file }, elsewhere: { uri, text } }],
      });
    }
  }
  return [...problems.values()];
}

const roles = /(^|[_\-.])(train|val|test|trainval|deploy|inference|net)(?=[_\-.]|$)/gi;

/** A file name without its extension and without words for the use of a net, such as `train` or `deploy`. */
export function stemOf(name: string): string {
  return name
    .replace(/\.prototxt$/, '')
    .replace(roles, '')
    .replace(/^[_\-.]+/, '');
}

/** By layer name and blob index, as Caffe copies trained layers (net.cpp, CopyTrainedLayersFrom). */
function blobsOf(states: readonly StateAnalysis[]): ReadonlyMap<string, Weight> {
  const blobs = new Map<string, Weight>();
  for (const { layers } of states) {
    for (const { params } of layers) {
      for (const weight of params) {
        const key = `${weight.index} ${weight.layer.name}`;
        if (!blobs.has(key)) blobs.set(key, weight);
      }
    }
  }
  return blobs;
}
