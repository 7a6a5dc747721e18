/**
 * Finds where a field in the wrong message of a layer belongs: `num_output` beside `convolution_param`, `lr_mult`
 * beside `param`, or a V0 or V1 name in a layer of the current format.
 */
import type { LayerRule, Registry } from '../net/rules';
import type { FieldHome, FieldType, MessageType } from '../schema/types';
import type { FieldNode } from '../text/tree';

type HomeOf = (field: FieldNode, message: MessageType, layerType: string) => FieldHome | undefined;

/** For the layers of one Caffe. A field has a home only where its value has the right type there. */
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

/** Names of V0 and V1 layers that were renamed in the current format (upgrade_proto.cpp). */
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

/** Fields of the layer that hold messages whose fields may have been written beside them by mistake. */
function placesBelow(rule: LayerRule | undefined): readonly string[] {
  const own = rule?.param === undefined ? [] : [rule.param];
  return [...own, 'param', ...(rule?.alsoReads?.includes('transform_param') ? ['transform_param'] : [])];
}

/**
 * For a field in `param`, in the layer's own parameters or in `transform_param`: the layer, and the other two messages.
 */
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
