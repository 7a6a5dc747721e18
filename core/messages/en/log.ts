/** What is said of a line of Caffe's log. */
export const log = {
  parse: 'Here, at line {line}, column {column}, Caffe could not read the text: {text}',
  bottom: 'Caffe: {text}. No layer before {layer} makes this blob, in the phase that Caffe built.',
  top: 'Caffe: {text} Give this top another name.',
  type: 'Caffe: {text}. This build lacks the type: check upper and lower case, or take the fork that has it.',
  layer: 'Caffe: {text}',
  file: 'Caffe: {text}. The file is named here; a path that does not begin with a stroke counts from where Caffe was started.',
  check: 'Caffe: {text}',
  'shapes-agree': 'All {count} {count:shape|shapes} of the log are those of this net.',
  'shape-differs':
    'Caffe made {blob} {shape}, and here it is {ours}: the log is of another version of this net, or {layer} reads other data.',
  'no-layer': 'None of the layers in the log is in this net.',
  'not-here': 'Nothing of this in this file: {text}',
  nothing:
    'No line of this is known. Paste what Caffe printed before it stopped, from “Creating Layer” or “Error parsing” on.',
} as const satisfies Readonly<Record<string, string>>;
