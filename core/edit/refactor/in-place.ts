/** Layers whose top is their bottom, and back. */
import type { Analysis } from '../../analysis/analysis';
import { wouldOverwrite } from '../../checks/in-place';
import type { StateAnalysis } from '../../infer/types';
import type { Layer, Net } from '../../net/model';
import type { Fix } from '../change';
import { changesTo, renameTop } from '../rename-top';
import { statesOf } from '../states';

/** Undefined where the layer does not work in place, or another blob is meant by its name in some state. */
export function leaveInPlace(analysis: Analysis, layer: Layer): Fix | undefined {
  const top = layer.tops.find(({ inPlaceOf }) => inPlaceOf >= 0);
  return top && renameTop(analysis, top.span);
}

/**
 * Gives the layer's top the name of its bottom. Undefined where the layer's type is not made for it, or another layer reads
 * the bottom too, in some state: it would read what this layer makes of it.
 */
export function makeInPlace(analysis: Analysis, layer: Layer): Fix | undefined {
  const [bottom, ...otherBottoms] = layer.bottoms;
  const [top, ...otherTops] = layer.tops;
  const fits = analysis.dialect.layers.get(layer.type)?.skeleton?.inPlace === true;
  if (
    !fits ||
    !bottom ||
    !top ||
    otherBottoms.length + otherTops.length > 0 ||
    top.name === bottom.name ||
    top.automatic
  )
    return undefined;
  const states = statesOf(analysis).map((state) => analysis.state(state));
  if (states.some((state) => !isAlone(state.net, layer) || takesTooMuch(state, layer))) return undefined;
  const changes = changesTo(analysis, [top.span], bottom.name);
  return changes && { id: 'make-in-place', args: { layer: layer.name, blob: bottom.name }, changes };
}

/** True where a layer below needs what the layer would overwrite. */
function takesTooMuch(state: StateAnalysis, { span }: Layer): boolean {
  const here = state.layers.find(({ layer }) => layer.span.start === span.start);
  return here !== undefined && wouldOverwrite(here, state);
}

/** True where the net lacks the layer, or nothing but it reads its bottom, and no other blob takes the name behind it. */
function isAlone({ layers, blobs }: Net, { span }: Layer): boolean {
  const here = layers.find((layer) => layer.span.start === span.start);
  const [bottom] = here?.bottoms ?? [];
  if (!here || !bottom) return true;
  const { blob } = bottom;
  if (!blob) return false;
  const nReaders = layers.reduce((n, { bottoms }) => n + bottoms.filter((ref) => ref.blob?.id === blob.id).length, 0);
  const isLoss = (layers[blob.layer]?.message.entries ?? []).some(({ field }) => field.name === 'loss_weight');
  return nReaders === 1 && !isLoss && !blobs.some(({ name, id }) => name === blob.name && id > blob.id);
}
