/** A layer's costs in hovers and hints. `{name}` is filled in. */
export const costSentences = {
  params: '{count} {count:parameter|parameters}',
  paramsOfAll: '{count} {count:parameter|parameters} ({percent}% of the net)',
  macs: '{count} {count:multiply–accumulate|multiply–accumulates}',
  macsOfAll: '{count} {count:multiply–accumulate|multiply–accumulates} ({percent}% of the net)',
  memory: '{size} for its tops',
  field: 'Receptive field in the input: {size}.',
  fieldStride: 'Receptive field in the input: {size}, stride {stride}, starting at {start}.',
  hintParams: '{count} params',
  hintMacs: '{count} MACs',
} as const;
