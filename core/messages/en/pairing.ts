/** Hovers about the weights file that a layer starts from. `{name}` is filled in. */
export const pairingSentences = {
  loaded: 'Loaded from {file}.',
  absent: 'Not in {file}: initialized by its filler.',
  'absent-alone': 'Not in {file}: initialized by the layer itself.',
  'blob-count': 'Caffe aborts: {found} {found:blob|blobs} in {file}, {expected} here.',
  shape: 'Caffe aborts: {blob} is {found} in {file}, {expected} here.',
  axes: 'Caffe aborts: {blob} has more than {limit} axes in {file}.',
  'value-count':
    'Caffe aborts: {blob} has {found} {found:value|values} in {file}, but its shape there needs {expected}.',
  unknown: 'In {file}; its shape here is unknown, so it cannot be compared.',
  ignored: 'In {file} but not in this net, so Caffe ignores: {layers}.',
} as const;
