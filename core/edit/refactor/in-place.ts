/** Makes a layer work in place, or gives it a top of its own. */
import type { Analysis } from '../../analysis/analysis';
import { wouldOverwrite } from '../../checks/in-place';
import type { StateAnalysis } from '../../infer/types';
import type { Layer, Net } from '../../net/model';
import type { Fix } from '../change';
import { changesTo, renameTop } from '../rename-top';
import { statesOf } from '../states';

/** Undefined where the layer does not work in place, or its name means another blob in some state. */
export function leaveInPlace(analysis: Analysis, layer: Layer): Fix | undefined {
  const top = layer.tops.find(({ inPlaceOf }) => inPlaceOf >= 0);
  return top && renameTop(analysis, top.span);
}

/**
 * Renames the layer's top to its bottom. Undefined where the layer's type does not support it, or where in some state
 * another layer reads the bottom too: it would read the changed values.
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
  if (states.some((state) => !isAlone(state.net, layer) || overwritesNeeded(state, layer))) return undefined;
  const changes = changesTo(analysis, [top.span], bottom.name);
  return changes && { id: 'make-in-place', args: { layer: layer.name, blob: bottom.name }, changes };
}

/** True where a layer below needs what the layer would overwrite. */
function overwritesNeeded(state: StateAnalysis, { span }: Layer): boolean {
  const here = state.layers.find(({ layer }) => layer.span.start === span.start);
  return here !== undefined && wouldOverwrite(here, state);
}

/**
 * True where the net lacks the layer, or the layer is the only reader of its bottom and no later blob has the bottom's
 * name.
 */
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
