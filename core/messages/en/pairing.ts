/** What is said of a layer whose net starts from the weights of a file. `{name}` is filled in. */
export const pairingSentences = {
  loaded: 'Loaded from {file}.',
  absent: 'Not in {file}: starts from its filler.',
  'absent-alone': 'Not in {file}: starts as the layer sets it.',
  'blob-count': 'Caffe stops: {found} {found:blob|blobs} in {file}, {expected} here.',
  shape: 'Caffe stops: {blob} is {found} in {file}, {expected} here.',
  'value-count': 'Caffe stops: {blob} has {found} {found:value|values} in {file}, whose own shape asks for {expected}.',
  unknown: 'In {file}; whether it fits is not known, since its shape here is not.',
  ignored: 'In {file} but not in this net, and ignored by Caffe: {layers}.',
} as const;
