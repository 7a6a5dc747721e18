/** Why a name can't be changed. */
export const rename = {
  nothing: 'Only the names of blobs, layers and shared params can be changed here.',
  empty: 'A name needs a letter: without one Caffe takes it as not given.',
  'line-break': "A name can't go over the end of a line.",
  'blob-taken': 'A blob is called “{name}” already, in line {line}: the net would be wired to it.',
  'layer-taken': 'A layer is called “{name}” already, in line {line}: trained weights are loaded by name.',
  'param-taken': 'A param is called “{name}” already, in line {line}: the blobs would be shared.',
} as const;
