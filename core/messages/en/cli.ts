/** What the commands print besides problems. `{name}` is filled in. */
export const cliSentences = {
  'inspect/required': 'Caffe prints: Memory required for data: {bytes}',
  'signal/chart': 'forward ·  backward o  from {low} to {high}',
  'no-output': 'cannot write the output: {reason}',
  'not-a-net': '{path} is neither a net nor a solver',
  'a-solver': '{path} is a solver, not a net',
  'a-solver-of': '{path} is a solver, not a net; its net is {net}',
  'no-rates': '{path} is a solver without a valid learning rate; see `prototxt-lens check`',
  'weights/written': '{path}: {values} {values:value|values}, {size} bytes, drawn with seed {seed} for {state}',
  'weights/seed-of-solver': 'seed {seed} is the random_seed of {solver}; use --seed N for another',
  'weights/unsure':
    "the number of random values that layer {layer} draws is unknown; later values have the right distribution but differ from Caffe's",
  'weights/not-a-net': '{path} is not a net',
  'weights/one-file': 'weights takes one FILE',
  'weights/no-out': 'weights needs --out FILE; the name must end in .npy, .npz or .caffemodel',
  'weights/exists': '{path} already exists; use --force to replace it',
  'run/state': '{path} can be built in {states}; using {state}; choose another with --phase',
  'run/seed': 'seed {seed}, loss {loss}',
  'run/back': 'gradients from {layer}: root mean square for the first bottom and the first param',
  'run/back-drawn':
    'gradients from {layer}, whose tops get gradients of N(0, 1): root mean square for the first bottom and the first param',
  'run/seed-even': 'seed {seed}, loss {loss}; {formula} = {even} if all classes were equally probable',
  'onnx/one-file': 'onnx takes one FILE',
  'onnx/no-out': 'onnx needs --out FILE; the name must end in .onnx',
  'onnx/written': '{path}: {layers} {layers:layer|layers}, {size} bytes; inputs {inputs}; outputs {outputs}; {check}',
  'onnx/ran': 'checked by running it',
  'onnx/loaded': 'checked by loading it',
  'onnx/missing':
    'cannot export {layers} {layers:layer|layers}; nothing was written. Use --from and --to to cut them out:',
  'onnx/drawn':
    '{layers} {layers:layer is|layers are} not in {path} and {layers:uses its filler|use their fillers}: {names}',
  'upgrade/no-out': 'upgrade --weights FILE needs --out FILE',
  'upgrade/written': '{path}: {layers} {layers:layer|layers}, {size} bytes',
  'upgrade/current': '{path} is already in the current format; nothing was written',
} as const;
