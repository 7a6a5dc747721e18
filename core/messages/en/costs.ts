/** What hovers and hints say of a layer's costs. `{name}` is filled in. */
export const costSentences = {
  params: '{count} values in its blobs',
  paramsOfAll: '{count} values in its blobs, {percent} % of the net\'s',
  macs: '{count} multiply–accumulates',
  macsOfAll: '{count} multiply–accumulates, {percent} % of the net\'s',
  memory: '{size} for its tops',
  field: 'A value of the top sees {size} of the input.',
  fieldStride: 'A value of the top sees {size} of the input, its neighbour the same {stride} further; the first begins at {start}.',
  hintParams: '{count} params',
  hintMacs: '{count} MACs',
} as const;
