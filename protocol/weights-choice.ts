/** Which blob is shown: the requested one, if the net still has it. */
import type { Cursor } from './page';
import type { LayerAsked, WeightsAnswer } from './weights';
import type { BlobView, LayerView } from '#core/weights/view';

export interface Wish {
  /** The layer's name; empty for the first layer. */
  readonly layer: string;
  readonly role: string;
}

export interface Chosen {
  readonly index: number;
  readonly layer: LayerView;
  readonly blob: BlobView;
}

/** The layer with that name, else the first one; its blob with that role, else its first one. */
export function choose({ layers }: WeightsAnswer, { layer: name, role }: Wish): Chosen | undefined {
  const index = Math.max(
    0,
    layers.findIndex((layer) => layer.name === name),
  );
  const layer = layers[index];
  const blob = layer?.blobs.find((candidate) => candidate.role === role) ?? layer?.blobs[0];
  return layer && blob ? { index, layer, blob } : undefined;
}

/** The layer at a line, else the next one below, else the last; undefined if there are no layers. */
export function layerAtLine({ layers, lines }: WeightsAnswer, line: number): LayerView | undefined {
  const inside = lines.findIndex(([first, last]) => first <= line && line <= last);
  const below = inside >= 0 ? inside : lines.findIndex(([first]) => first > line);
  return layers[below >= 0 ? below : layers.length - 1];
}

/** The name of the layer that is asked for, or that is at the cursor. */
export function layerAskedBy(to: Cursor | LayerAsked, answer: WeightsAnswer | null | undefined): string | undefined {
  if (to.kind === 'show') return to.layer;
  return answer ? layerAtLine(answer, to.line)?.name : undefined;
}
