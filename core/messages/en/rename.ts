/** Why a name can't be changed, or its uses be listed. */
export const rename = {
  nothing: 'Only blobs, layers and shared params can be renamed here.',
  empty: 'A name cannot be empty: Caffe treats it as not set.',
  'line-break': 'A name cannot contain a line break.',
  'blob-taken': "A blob named '{name}' already exists in line {line}; the net would be connected to it.",
  'layer-taken': "A layer named '{name}' already exists in line {line}; trained weights are copied by name.",
  'param-taken': "A param named '{name}' already exists in line {line}; the blobs would be shared.",
  'too-many-uses': 'This name is used {count} times; at most {limit} uses can be listed.',
} as const;
