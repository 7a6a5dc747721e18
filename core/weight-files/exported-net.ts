/** A net as weight files store it: its layers, and the indices of their blobs in the plan. */
import type { StateAnalysis } from '../infer/types';
import { isKnown } from '../net/shape';
import type { Problem } from '../problems';
import { littleEndian } from '../weights/crc32';
import type { PlanDraw } from '../weights/draw';
import { passingRoom } from '../weights/parts';

export interface ExportedNet {
  readonly name: string;
  readonly layers: readonly ExportedLayer[];
}

export interface ExportedLayer {
  readonly name: string;
  readonly type: string;
  readonly bottoms: readonly string[];
  readonly tops: readonly string[];
  readonly blobs: readonly ExportedBlob[];
}

export interface ExportedBlob {
  /** Index in `DrawPlan.blobs`. */
  readonly blob: number;
  readonly shape: readonly number[];
}

/** The net, or the first reason why it can't be written: a blob of unknown shape or filler. */
export type Exportable =
  | { readonly kind: 'net'; readonly net: ExportedNet }
  | { readonly kind: 'problem'; readonly problem: Problem };

/**
 * Only the layers named `only`, if given. A layer whose blobs are unknown is left out: Caffe then fills it itself, but
 * rejects a layer that is present without its blobs.
 */
export function exportedNet({ net, layers }: StateAnalysis, draw: PlanDraw, only?: string): Exportable {
  const exported: ExportedLayer[] = [];
  let next = 0;
  for (const { layer, params, draws } of layers) {
    const first = next;
    next += params.length;
    if ((only !== undefined && layer.name !== only) || (params.length === 0 && draws === null)) continue;
    const blobs: ExportedBlob[] = [];
    for (const [i, { shape, role }] of params.entries()) {
      if (!isKnown(shape) || !draw.facts(first + i)) {
        return {
          kind: 'problem',
          problem: { code: 'weights/unknown-values', span: layer.nameSpan, args: { layer: layer.name, blob: role } },
        };
      }
      blobs.push({ blob: first + i, shape });
    }
    const names = (refs: readonly { readonly name: string }[]): readonly string[] => refs.map(({ name }) => name);
    exported.push({
      name: layer.name,
      type: layer.type,
      bottoms: names(layer.bottoms),
      tops: names(layer.tops),
      blobs,
    });
  }
  return { kind: 'net', net: { name: net.name, layers: exported } };
}

const nothing = new Float32Array();

/** In bytes. */
export function valueBytes({ shape }: ExportedBlob): number {
  return 4 * shape.reduce((product, dim) => product * dim, 1);
}

/**
 * The values of a blob, little-endian, in chunks that are valid until the next is requested; an empty chunk is a pause.
 * `room`: where they are drawn, if they are to be kept.
 */
export function* partsOf(
  { blob }: Pick<ExportedBlob, 'blob'>,
  draw: PlanDraw,
  room = passingRoom(),
): Generator<Uint8Array> {
  for (const { part } of draw.parts(blob, room)) yield littleEndian(part?.values ?? nothing);
}
