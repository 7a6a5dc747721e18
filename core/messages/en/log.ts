/**
 * Explanations of messages in a log: first the message (`{text}`) or what it means, then what to do. The sentences of
 * E11001 and so on are about errors of Ascend's ATC, by their numbers in CANN's documentation.
 */
export const log = {
  parse: 'Line {line}, column {column}: {text}',
  field: 'The program that read this file does not know the field {field}. Remove it, or use a program that knows it.',
  bottom: '{text}. No layer before {layer} produces this blob in the phase that was built.',
  top: '{text} Rename this top.',
  type: '{text}. The program that read this file has no layer type {type}. Check the spelling, or use a Caffe that has it.',
  layer: '{text}',
  blobs:
    '{layer} has {net} blobs in this net and {model} in the .caffemodel. Use the net that the weights were trained with, or rename the layer.',
  'blobs-of-batch-norm':
    '{layer} has {net} blobs in this net and {model} in the .caffemodel: NVIDIA’s BatchNorm has 5 (with scale and shift), others have 3. Use the Caffe that wrote the weights.',
  file: '{text}. The file is named here; a relative path starts from the folder where Caffe was started.',
  database: '{text}. The database is named here; a relative path starts from the folder where Caffe was started.',
  write: '{text}. Caffe writes snapshots here: the folder must exist and be writable before training starts.',
  memory: 'Out of memory: {text}. Lower `batch_size` (and raise `iter_size` to keep the effective batch).',
  'memory-of-net':
    'Out of memory: at this batch the net needs {blobs} for blobs and {weights} for weights, and as much again for gradients. Lower `batch_size` and raise `iter_size`.',
  underflow:
    'A loss of 87.3365 is −ln(1.18e−38): the softmax gave the right class probability 0, so training has diverged. Lower `base_lr`, and check the labels, the input’s scale and the initial weights.',
  nan: 'The loss is no longer a number: values overflowed. Lower `base_lr` or set `clip_gradients`, and check the input’s scale and the initial weights.',
  check: '{text}',
  'shapes-agree': 'All {count} {count:shape|shapes} in the log agree with this net.',
  'shape-differs':
    'Caffe computed {shape} for {blob}, this net gives {ours}. The log is from another version of this net, or {layer} read other data.',
  'no-layer': 'None of the layers in the log is in this net. Open the net that Caffe was started with.',
  'not-here': '{text}. The log is about something that is not in this file. Open the file that Caffe was started with.',
  'nothing-but-errors':
    'No line is a known message, but {caffe} would report {count} {count:error|errors} in this file. The first is here.',
  nothing:
    'No line is a known message, and {caffe} accepts this file. Paste the log from “Creating Layer” or “Error parsing” to its end.',
  E11001: 'ATC accepts either `input_dim` or `input_shape`, not both (E11001). Remove one of them.',
  E11003: 'ATC needs 4 `input_dim` for each `input` (E11003). Add the missing ones, or use an Input layer.',
  E11004: 'ATC needs one `input_shape` for each `input` (E11004). Add the missing ones, or use Input layers.',
  E11005: 'ATC finds no shape for this input (E11005). Add `input_shape`, or pass `--input_shape`.',
  E11008: 'ATC has no DetectionOutput (E11008). Change the type to SSDDetectionOutput or FSRDetectionOutput.',
  E11009:
    'ATC has no parser for {layer} of type {type} (E11009). Replace the layer, or register a plugin for its type.',
  E11012: 'ATC finds no layer that produces this bottom (E11012): {text}. Correct its name.',
  E11014: 'ATC finds no layer that reads a top of {layer} (E11014). Check the names of its tops.',
  E11015: 'ATC finds no layer that produces a bottom of {layer} (E11015). Check the names of its bottoms.',
  E11018:
    'ATC accepts only letters, digits and `-` `.` `_` `/` in layer names (E11018). Rename the layer here and in the weights.',
  E11021: 'ATC does not read `layers` (E11021). Upgrade the net to `layer`.',
  E11022: 'ATC finds no `layer` in this file (E11022). Pass the net, not the solver.',
  E11023: 'ATC does not read weights with `layers` (E11023). Upgrade the .caffemodel: prototxt-lens upgrade --weights.',
  E11024: 'ATC finds no `layer` in the weights (E11024). Upgrade the .caffemodel, or pass the right file.',
  E11027: 'ATC rejects a dimension of 0 in the input of {layer} (E11027). Give the shape in full.',
  E11029: 'The weights have no layer {layer} (E11029). Pass the .caffemodel of this net.',
  E11032: 'ATC does not know a field of this file (E11032): {text}. Remove the field.',
  E11033: 'A blob in the weights has another size than {layer} needs (E11033). Pass the .caffemodel of this net.',
  E11035: 'ATC accepts data layers with one top only (E11035). Convert the deploy net, without labels.',
  E11036: 'Two data layers produce the same blob (E11036). Rename one of the tops.',
  E11037: 'ATC rejects a layer without a top (E11037): {layer}. Remove it, or give it a top.',
} as const satisfies Readonly<Record<string, string>>;
