/**
 * Where a field belongs that stands in the wrong message of a layer: `num_output` beside `convolution_param`, `lr_mult` beside
 * `param`, or a name of the V0 and V1 formats in a layer of the current one.
 */
import type { LayerRule, Registry } from '../net/rules';
import type { FieldHome, FieldType, MessageType } from '../schema/types';
import type { FieldNode } from '../text/tree';

type HomeOf = (field: FieldNode, message: MessageType, layerType: string) => FieldHome | undefined;

/** By the layers of one Caffe: a field has a home only where its value fits there. */
export function homesIn(layers: Registry<LayerRule>, layer: MessageType | undefined): HomeOf {
  if (!layer) return () => undefined;
  return ({ name, value }, message, layerType) => {
    const rule = layers.get(layerType);
    const inLayer = (inside: string, as: string): FieldHome | undefined => {
      const field = (inside === '' ? layer : layer.fields.get(inside)?.message)?.fields.get(as);
      return field && fits(field, value) ? { inside, name: as } : undefined;
    };
    const places = message === layer ? placesBelow(rule) : placesAround(rule, message, layer);
    for (const inside of places) {
      const home = inLayer(inside, name) ?? (message === layer ? inLayer(inside, currentNames[name] ?? '') : undefined);
      if (home) return home;
    }
    return undefined;
  };
}

/** Names of V0 and V1 layers that have another one today (upgrade_proto.cpp). */
const currentNames: Readonly<Record<string, string>> = {
  batchsize: 'batch_size',
  biasterm: 'bias_term',
  blob_share_mode: 'share_mode',
  blobs_lr: 'lr_mult',
  cropsize: 'crop_size',
  kernelsize: 'kernel_size',
  meanfile: 'mean_file',
  weight_decay: 'decay_mult',
};

/** Fields of the layer itself that hold what may stand beside them by mistake. */
function placesBelow(rule: LayerRule | undefined): readonly string[] {
  const own = rule?.param === undefined ? [] : [rule.param];
  return [...own, 'param', ...(rule?.alsoReads?.includes('transform_param') ? ['transform_param'] : [])];
}

/** For a field in `param`, in the layer's own parameters or in `transform_param`: the layer, and the other two. */
function placesAround(rule: LayerRule | undefined, message: MessageType, layer: MessageType): readonly string[] {
  const below = placesBelow(rule).map((name) => [name, layer.fields.get(name)?.message] as const);
  if (!below.some(([, type]) => type === message)) return [];
  return [...below.flatMap(([name, type]) => (type === message ? [] : [name])), ''];
}

function fits({ kind }: FieldType, value: FieldNode['value']): boolean {
  const [first] = value?.kind === 'list' ? value.items : [value];
  if (!first) return false;
  if (first.kind === 'message') return kind === 'message';
  const isText = kind === 'string' || kind === 'bytes';
  return kind !== 'message' && isText === (first.token === 'string');
}
