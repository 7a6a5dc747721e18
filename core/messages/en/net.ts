import type { netCodes } from '../../codes/net';

export const net: Record<keyof typeof netCodes, string> = {
  'net/unknown-layer-type': 'Unknown layer type: {type}.',
  'net/fork-layer-type': '{type} is not in {dialect}; {forks} have it.',
  'net/missing-layer-type': 'This layer has no type.',
  'net/unknown-bottom': 'Unknown bottom blob {name}: no layer before {layer} makes it.',
  'net/top-made-twice': 'Blob {name} is already made by layer {other}.',
  'net/bottom-count': '{type} takes {expected}, found {found}.',
  'net/top-count': '{type} makes {expected}, found {found}.',
  'net/too-many-params': 'Layer {layer} has {blobs} learnable blobs, but {found} param fields.',
};
