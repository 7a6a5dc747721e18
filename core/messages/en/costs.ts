/** What hovers and hints say of a layer's costs. `{name}` is filled in. */
export const costSentences = {
  params: '{count} {count:value|values} in its blobs',
  paramsOfAll: "{count} {count:value|values} in its blobs, {percent} % of the net's",
  macs: '{count} multiply–accumulates',
  macsOfAll: "{count} multiply–accumulates, {percent} % of the net's",
  memory: '{size} for its tops',
  field: 'Receptive field {size}: what a value of the top sees of the input.',
  fieldStride:
    'Receptive field {size}, in steps of {stride} from {start} on: what a value of the top sees of the input.',
  hintParams: '{count} params',
  hintMacs: '{count} MACs',
} as const;
