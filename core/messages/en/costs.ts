/** A layer's costs in hovers and hints. `{name}` is filled in. */
export const costSentences = {
  params: '{count} {count:parameter|parameters}',
  macs: '{count} {count:multiply–accumulate|multiply–accumulates}',
  macsOfBatch: '{macs} per batch of {batch}',
  field: 'receptive field {size}',
  fieldStride: 'receptive field {size}, stride {stride}',
  paramsOfAll: "{percent}% of the net's parameters",
  macsOfAll: "{percent}% of the net's MACs",
  memory: '{size} for its tops',
  hintParams: '{count} params',
  hintMacs: '{count} MACs',
} as const;
