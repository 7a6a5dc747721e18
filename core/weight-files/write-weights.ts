/** Writes weights as a file in the requested format, as bytes that are drawn while they are written. */
import { isError, placeless, type ArgumentsOf, type Code, type Problem } from '../problems';
import type { StateAnalysis } from '../infer/types';
import { formatState } from '../net/state';
import { largestMessage } from '../wire';
import { caffemodelFile } from './write-caffemodel';
import type { PlanDraw } from '../weights/draw';
import { arrayNames } from './array-names';
import { exportedNet, partsOf, type ExportedBlob, type ExportedLayer } from './exported-net';
import { npyFile, npzFile, type NamedArray, type NumPyArray, type WeightFile } from './write-npz';

export const weightFormats = ['npy', 'npz', 'caffemodel'] as const;
export type WeightFormat = (typeof weightFormats)[number];

export interface ExportRequest {
  readonly format: WeightFormat;
  /** Only this layer; undefined for the whole net, as a `.caffemodel` always is. */
  readonly layer: string | undefined;
  /** Index of the layer's blob that a `.npy` holds. */
  readonly blob: number;
}

export type Export =
  | {
      readonly kind: 'file';
      readonly file: WeightFile;
      readonly blobs: number;
      readonly values: number;
      /** The first layer with an unknown number of draws: Caffe's values differ from there on. */
      readonly unsure: string | undefined;
    }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** Why the weights of the whole net can't be written; undefined if they can. Nothing is laid out for it. */
export function whyNotWritable(analysis: StateAnalysis, draw: PlanDraw): Problem | undefined {
  if (analysis.problems.some(isError)) return placeless('weights/net-rejected', { state: formatState(analysis.state) });
  const exportable = exportedNet(analysis, draw);
  if (exportable.kind === 'problem') return exportable.problem;
  const isEmpty = exportable.net.layers.every(({ blobs }) => blobs.length === 0);
  return isEmpty ? placeless('weights/no-blobs', {}) : undefined;
}

/** `draw` is that of the analysis's own plan. Fails for a net that Caffe rejects. */
export function exportWeights(analysis: StateAnalysis, draw: PlanDraw, request: ExportRequest): Export {
  const { format, layer: wanted } = request;
  if (analysis.problems.some(isError)) return problem('weights/net-rejected', { state: formatState(analysis.state) });
  const exportable = exportedNet(analysis, draw, format === 'caffemodel' ? undefined : wanted);
  if (exportable.kind === 'problem') return exportable;
  const { net } = exportable;
  if (format === 'caffemodel') {
    const file = caffemodelFile(net, draw);
    return file.size > largestMessage
      ? problem('weights/model-too-large', { size: file.size })
      : exported(file, net.layers, draw);
  }
  const layers = net.layers.filter(({ blobs }) => blobs.length > 0);
  if (layers.length === 0)
    return wanted === undefined ? problem('weights/no-blobs', {}) : problem('weights/no-such-layer', { layer: wanted });
  if (format === 'npz') return exported(npzFile(named(layers, draw)), layers, draw);
  const [layer] = layers;
  const blob = layer?.blobs[request.blob];
  if (wanted === undefined) return problem('weights/one-blob', {});
  if (!layer || !blob)
    return problem('weights/no-such-blob', { layer: wanted, blob: request.blob, blobs: layer?.blobs.length ?? 0 });
  return exported(npyFile(arrayOf(blob, draw)), [{ ...layer, blobs: [blob] }], draw);
}

function named(layers: readonly ExportedLayer[], draw: PlanDraw): readonly NamedArray[] {
  const names = arrayNames(layers);
  return layers.flatMap(({ blobs }, i) =>
    blobs.map((blob, k) => ({ name: names[i]?.[k] ?? '', ...arrayOf(blob, draw) })),
  );
}

function arrayOf(blob: ExportedBlob, draw: PlanDraw): NumPyArray {
  return { shape: blob.shape, values: () => partsOf(blob, draw) };
}

function exported(file: WeightFile, layers: readonly ExportedLayer[], draw: PlanDraw): Export {
  const facts = layers.flatMap(({ blobs }) => blobs.map(({ blob }) => draw.facts(blob)));
  return {
    kind: 'file',
    file,
    blobs: facts.length,
    values: facts.reduce((sum, drawable) => sum + (drawable?.count ?? 0), 0),
    unsure: facts.find((drawable) => drawable?.unsure !== undefined)?.unsure,
  };
}

function problem<C extends Code>(code: C, args: ArgumentsOf<C>): Export {
  return { kind: 'problem', problem: placeless(code, args) };
}
