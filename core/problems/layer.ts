/** Problems of layers at set-up: what Caffe CHECKs while it sets up one layer; explained in `docs/problems/layer.md`. */
import type { ProblemKind } from './kind';

export const layerProblems = {
  'layer/axes-differ': {
    severity: 'error',
    says: '{blob} is {shape}, and Caffe joins only blobs with as many axes as {first} ({expected}): reshape one of them.',
  },
  'layer/axis-and-dim': {
    severity: 'error',
    says: 'Either axis or {old} should be specified, not both: remove `{old}`.',
  },
  'layer/axis-out-of-range': {
    severity: 'error',
    says: 'axis {axis} is out of range: the blob is {shape}, and Caffe takes -{axes} to {last}. Use one of these.',
  },
  'layer/base-not-positive': {
    severity: 'error',
    says: 'Caffe takes the logarithm of `base` and stops at {base}: use a finite number above 0, or leave it out (-1) for e.',
  },
  'layer/base-one': {
    severity: 'error',
    says: 'log divides by the logarithm of its base, which is 0 for 1, and Caffe stops: use another base, or leave it out (-1) for e.',
  },
  'layer/blob-too-large': {
    severity: 'error',
    says: 'Blob size exceeds INT_MAX: {shape} is more than 2147483647 values. Make it smaller.',
  },
  'layer/channels-differ': {
    severity: 'error',
    says: '{blob} has {found} {found:channel|channels} and {data} has {expected}: Caffe compares feature vectors of the same length.',
  },
  'layer/coefficient-count': {
    severity: 'error',
    says: 'Eltwise takes one coefficient per bottom blob: {found} for {bottoms} here. Add or remove some, or all.',
  },
  'layer/column-buffer-too-large': {
    severity: 'error',
    says: 'Blob size exceeds INT_MAX: unrolled for the multiplication, one image takes {values} values. Make kernel or image smaller.',
  },
  'layer/concat-shapes-differ': {
    severity: 'error',
    says: '{blob} is {shape}: axis {other} is {found}, and {expected} in the bottoms before it. Only axis {axis}, along which Caffe joins them, may differ.',
  },
  'layer/counts-differ': {
    severity: 'error',
    says: '{type} compares value by value, and {blob} has {found} {found:value|values} while {data} has {expected}: make their shapes agree.',
  },
  'layer/cover-extends': {
    severity: 'error',
    says: '{blob} is {shape}, and its shape extends past that of the first bottom ({data}) when applied from axis {axis} on: lower `axis`, or give {blob} fewer axes.',
  },
  'layer/cover-mismatch': {
    severity: 'error',
    says: 'dimension mismatch: {blob} is {shape}, and axis {axis} of the first bottom ({data}) is {expected}, not {found}. Make the sizes agree, or begin at another `axis`.',
  },
  'layer/crop-axes': {
    severity: 'error',
    says: '{blob} is {shape}: Caffe takes the new size of each axis from it, and needs {expected} {expected:axis|axes}. Reshape it.',
  },
  'layer/cudnn-axes': {
    severity: 'error',
    says: "CuDNN's input must have 2 spatial axes, and Caffe stops at {axes} with `engine: CUDNN`: remove `engine`, or use CAFFE.",
  },
  'layer/cudnn-dilation': {
    severity: 'error',
    says: "CuDNN doesn't support the dilated convolution, and Caffe stops at `dilation: {dilation}` with `engine: CUDNN`: remove `engine`.",
  },
  'layer/crop-offset-count': {
    severity: 'error',
    says: 'Number of offset values must be equal to the number of dimensions from axis on: {found} for {expected} here. One offset counts for all axes.',
  },
  'layer/crop-out-of-bounds': {
    severity: 'error',
    says: 'The crop for dimension {axis} is out of bounds: {size} {size:value|values} from offset {offset} on do not fit into {dim}. Make the offset or the size smaller.',
  },
  'layer/dim-negative': {
    severity: 'error',
    says: 'Caffe stops at a negative dimension: {dim}. Write the size, 0 or more.',
  },
  'layer/dummy-shape-count': {
    severity: 'error',
    says: "Must specify 'shape' once, or once per top blob: {found} {found:shape|shapes} for {tops} {tops:top|tops}. Write one for all, or one for each.",
  },
  'layer/embed-size': {
    severity: 'error',
    says: 'EmbedLayer {name} must be positive, and Caffe stops at {value}: write `{name}`.',
  },
  'layer/empty-bottom': {
    severity: 'error',
    says: '{blob} is {shape}, which holds no values, and Caffe stops when {type} asks for its memory: make all dimensions positive.',
  },
  'layer/empty-loss': {
    severity: 'error',
    says: '{blob} is {shape}, which holds no values, and Caffe stops when it writes the loss weight into its gradient: remove `loss_weight`.',
  },
  'layer/empty-parameter': {
    severity: 'warning',
    says: 'A parameter without values has no memory to share: Caffe sets it up, and stops in the first Forward. Make all dimensions positive.',
  },
  'layer/empty-top': {
    severity: 'error',
    says: 'This blob has no values, and Caffe stops as the filler asks for its memory: make all dimensions positive.',
  },
  'layer/filler-count': {
    severity: 'error',
    says: 'Number of data fillers must be 0, 1 or equal to the number of tops: {found} for {tops}. Add or remove some.',
  },
  'layer/filter-tops': {
    severity: 'error',
    says: 'Filter needs a top for each bottom but the selector: {expected}, found {found}.',
  },
  'layer/first-dimensions-differ': {
    severity: 'error',
    says: '{data} and {blob} should have the same first dimension, and Caffe stops at {expected} and {found}: give both the same batch.',
  },
  'layer/flatten-range': {
    severity: 'error',
    says: 'Flatten joins the axes from `axis` to `end_axis`, and Caffe stops as axis {axis} lies behind {end}: swap or change them.',
  },
  'layer/four-axes': {
    severity: 'error',
    says: 'Input must have 4 axes, corresponding to (num, channels, height, width): {blob} is {shape}. Reshape it.',
  },
  'layer/global-pooling-kernel': {
    severity: 'error',
    says: 'With Global_pooling: true Filter size cannot specified: the window is the whole image. Remove `{name}`.',
  },
  'layer/global-pooling-window': {
    severity: 'error',
    says: 'With Global_pooling: true; only pad = 0 and stride = 1: remove `{name}`.',
  },
  'layer/group-channels': {
    severity: 'error',
    says: 'The bottom has {channels} {channels:channel|channels}, which {group} groups do not divide: Caffe stops (channels_ % group_ == 0). Use a `group` that divides them.',
  },
  'layer/group-outputs': {
    severity: 'error',
    says: '{outputs} {outputs:output|outputs} cannot be split into {group} groups.',
    help: 'Make `num_output` a multiple of `group`.',
    caffe: 'Number of output should be multiples of group',
  },
  'layer/group-zero': {
    severity: 'error',
    says: 'Caffe divides by `group`, and crashes at {group}: use 1 for no groups.',
  },
  'layer/half-of-pair': {
    severity: 'error',
    says: 'Caffe stops as only {name} of {pair} is given: add the other.',
  },
  'layer/hdf5-output-bottoms': {
    severity: 'warning',
    says: 'Caffe sets the layer up, and stops in the first Forward: {blob} is {shape}, and an HDF5 file takes blobs of at most 4 axes, as many items of each as {data} has ({items}).',
  },
  'layer/in-place': {
    severity: 'error',
    says: '{type} layer does not allow in-place computation: give its top another name than {blob}.',
  },
  'layer/index-axes': {
    severity: 'error',
    says: 'The indices must be a blob of one axis, and {blob} is {shape}: flatten it.',
  },
  'layer/infogain-matrix': {
    severity: 'error',
    says: 'The matrix must have {classes} × {classes} = {expected} {expected:value|values}, and {blob} has {found}.',
  },
  'layer/infogain-normalize': {
    severity: 'error',
    says: 'normalize is deprecated, and InfogainLoss stops at it: use `normalization`.',
  },
  'layer/infogain-source': {
    severity: 'error',
    says: 'Infogain matrix source must be specified: name a file in `source`, or give the matrix as third bottom.',
  },
  'layer/item-counts-differ': {
    severity: 'error',
    says: 'Inputs must have the same dimension: an item of {data} has {expected} {expected:value|values}, and one of {blob} has {found}.',
  },
  'layer/kernel-missing': {
    severity: 'error',
    says: 'kernel_size must be specified: Caffe does not know how large the window is. Add `kernel_size`.',
  },
  'layer/kernel-not-positive': {
    severity: 'error',
    says: 'Filter dimensions must be nonzero: Caffe stops at `{name}` {value}. Use 1 or more.',
  },
  'layer/label-count': {
    severity: 'error',
    says: 'Number of labels must match number of predictions: {data} makes {expected} along the class axis, and {blob} has {found}.',
  },
  'layer/learned-statistics': {
    severity: 'error',
    says: 'Cannot configure batch normalization statistics as layer parameters: `lr_mult` must be 0, not {found}. Write `lr_mult: 0`, or remove the `param`s.',
  },
  'layer/legacy-axes': {
    severity: 'error',
    says: '{blob} is {shape}, and {type} sees blobs as N×C×H×W: Caffe stops at more than 4 axes. Reshape it.',
  },
  'layer/legacy-count': {
    severity: 'error',
    says: "Must specify '{name}' once, or once per top blob: {found} for {tops} {tops:top|tops}. Write one for all, or one for each.",
  },
  'layer/legacy-in-forward': {
    severity: 'warning',
    says: 'Caffe sets the layer up, and stops in the first Forward: {type} then sees {blob}, {shape}, as N×C×H×W, which has 4 axes at most. Reshape it.',
  },
  'layer/local-size-even': {
    severity: 'error',
    says: 'LRN only supports odd values for local_size: {size} is even. Use one more or one less.',
  },
  'layer/loss-weights-missing': {
    severity: 'error',
    says: 'loss_weight must be specified once per top blob: a loss without any counts as having one, and Caffe stops. Add `loss_weight: 1 loss_weight: 0`.',
  },
  'layer/loss-weights-moved': {
    severity: 'error',
    says: "Other layers read '{blob}', and Caffe gives its loss_weight, and with it all of this layer's, to a copy: a loss is then counted as one weight, and two tops need two. Use one top, or don't read '{blob}'.",
  },
  'layer/markers-axes': {
    severity: 'error',
    says: 'bottom[1] must have exactly 2 axes -- (#timesteps, #streams): {blob} is {shape}. Reshape it.',
  },
  'layer/markers-differ': {
    severity: 'error',
    says: 'The markers {blob} are {shape}, and the sequence has {data} steps and streams: they must agree.',
  },
  'layer/negative-dimension': {
    severity: 'error',
    says: 'This blob would be {shape}, and Caffe stops at a negative dimension: change what makes it negative.',
  },
  'layer/no-channels': {
    severity: 'error',
    says: '{type} needs an axis of channels, the second: {blob} is {shape}. Reshape it.',
  },
  'layer/no-labels': {
    severity: 'error',
    says: '{blob} holds no values, and {type} divides by their number: Caffe crashes. Give it one label for each prediction.',
  },
  'layer/no-spatial-axes': {
    severity: 'error',
    says: 'There is no axis behind the channels to slide over: the bottom has {axes}. Reshape it, or lower `axis`.',
  },
  'layer/not-one': {
    severity: 'error',
    says: '{type} needs {blob} with {axis} 1, and it is {shape}: reshape it.',
  },
  'layer/num-axes-beyond': {
    severity: 'error',
    says: 'end_axis = axis + num_axes is out of range: {axis} + {num_axes} is more than {axes}, the number of axes of {shape}. Use -1 for all that follow.',
  },
  'layer/num-axes-negative': {
    severity: 'error',
    says: 'num_axes must be >= 0, or -1 for all that follow: Caffe stops at {num_axes}.',
  },
  'layer/num-axes-past': {
    severity: 'error',
    says: "The blob's shape extends past that of the bottom ({shape}) when it covers {num_axes} {num_axes:axis|axes} from axis {axis} on: lower `num_axes` or `axis`, or use -1 for all that follow.",
  },
  'layer/num-output-missing': {
    severity: 'error',
    says: '`num_output` is missing: without it the layer has no output, and Caffe stops. Add it.',
  },
  'layer/num-output-not-positive': {
    severity: 'error',
    says: '`num_output` must be above 0, and Caffe stops at {value}: write how many outputs the layer has.',
  },
  'layer/old-axis-out-of-range': {
    severity: 'error',
    says: '{old} out of range: {axis} is no axis of {shape}. It counts from 0; use `axis` to count from the end.',
  },
  'layer/output-empty': {
    severity: 'error',
    says: 'The kernel leaves nothing of the bottom ({shape}): the top would be {top}, and Caffe stops as an empty blob has no memory. Make the kernel smaller, or pad.',
  },
  'layer/output-negative': {
    severity: 'error',
    says: 'The output would be {size} here: a kernel of {kernel} (dilation {dilation}) on {input} with pad {pad}, and Caffe stops at a negative dimension. Make the kernel smaller, or pad more.',
  },
  'layer/pad-too-large': {
    severity: 'error',
    says: 'The pad ({pad}) must be smaller than the kernel ({kernel}): else a window would see nothing but padding, and Caffe stops. Lower the pad, or enlarge the kernel.',
  },
  'layer/pair-and-plain': {
    severity: 'error',
    says: 'Either `{plain}` or {pair} should be specified; not both: remove one.',
  },
  'layer/pair-needs-two-axes': {
    severity: 'error',
    says: '{pair} can only be used for 2D: the bottom has {axes} {axes:axis|axes} behind the channels. Give one value for each, in the plain field.',
  },
  'layer/param-too-large': {
    severity: 'error',
    says: "Blob size exceeds INT_MAX: the layer's {role} would be {shape}, more than 2147483647 values. Make it smaller.",
  },
  'layer/pooling-padding': {
    severity: 'error',
    says: 'Padding implemented only for average and max pooling: Caffe stops at {pool}. Remove the pad, or pool by MAX or AVE.',
  },
  'layer/product-coefficients': {
    severity: 'error',
    says: 'Eltwise layer only takes coefficients for summation: remove them, or use `operation: SUM`.',
  },
  'layer/pyramid-height': {
    severity: 'error',
    says: '`pyramid_height` must be above 0, and Caffe stops at {levels}: write how many levels there are.',
  },
  'layer/pyramid-too-high': {
    severity: 'error',
    says: 'Level {level} needs {bins} bins a side, too many for {shape}: its padding is no smaller than its window, and Caffe stops. Lower `pyramid_height`.',
  },
  'layer/reshape-axis': {
    severity: 'error',
    says: 'axis {axis} is out of range: the bottom is {shape}, so the highest is {axes}, and -1 is behind its last axis.',
  },
  'layer/reshape-by-zero': {
    severity: 'error',
    says: 'The other dimensions make 0 values, and Caffe crashes as it divides {total} by that to infer this one.',
  },
  'layer/reshape-copy': {
    severity: 'error',
    says: '0 copies axis {axis} of the bottom, which is {shape} and has none: write a number, or -1.',
  },
  'layer/reshape-count': {
    severity: 'error',
    says: 'Output count must match input count: {top} has {found} {found:value|values}, and the bottom ({shape}) has {expected}.',
  },
  'layer/reshape-indivisible': {
    severity: 'error',
    says: 'Bottom count ({total}, {shape}) must be divisible by the product of the specified dimensions ({explicit}).',
  },
  'layer/reshape-negative': {
    severity: 'error',
    says: 'Caffe stops at a dimension of {dim}: use a number above 0, 0 to copy, or -1 to infer.',
  },
  'layer/reshape-two-inferred': {
    severity: 'error',
    says: 'At most a single value of -1 may be specified: Caffe infers one dimension from the others.',
  },
  'layer/scalar-bottom': {
    severity: 'error',
    says: '{blob} is a single value without axes, and {type} needs one: Caffe stops. Reshape it.',
  },
  'layer/python-class': {
    severity: 'error',
    says: 'A Python layer is made by the class `layer` of `module`, and Python stops where either has no name: write `{name}`.',
  },
  'layer/second-top': {
    severity: 'error',
    says: '{type} sets up an inner softmax that has one top, and Caffe stops at the loss weights of two: use one top, and a Softmax layer beside it.',
  },
  'layer/selector-shape': {
    severity: 'error',
    says: 'Selector blob dimensions must be singletons (1), except the first: {blob} is {shape}.',
  },
  'layer/sequence-axes': {
    severity: 'error',
    says: 'bottom[0] must have at least 3 axes -- (#timesteps, #streams, ...): {blob} is {shape}. Reshape it.',
  },
  'layer/shape-and-legacy': {
    severity: 'error',
    says: 'Both shape and legacy fields were specified: remove `shape`, or {old}.',
  },
  'layer/shape-count': {
    severity: 'error',
    says: "Must specify 'shape' once, once per top blob, or not at all: {found} {found:shape|shapes} for {tops} {tops:top|tops}. Write one for all, or one for each.",
  },
  'layer/shapes-differ': {
    severity: 'error',
    says: '{blob} is {shape}, and {first} is {expected}: {type} needs bottoms of the same shape.',
  },
  'layer/slice-point-beyond': {
    severity: 'error',
    says: 'slice_point {point} lies beyond the {dim} {dim:value|values} of the axis: the last part would be negative, and Caffe stops.',
  },
  'layer/slice-point-count': {
    severity: 'error',
    says: 'This number of tops ({tops}) needs {expected} slice points, found {found}: give one for each cut between tops, or none for equal parts.',
  },
  'layer/slice-point-order': {
    severity: 'error',
    says: 'Slice points must rise: {point} is not above {previous}.',
  },
  'layer/slice-tops': {
    severity: 'error',
    says: '{tops} tops are more than the {dim} {dim:value|values} of the axis: Caffe stops.',
  },
  'layer/slice-uneven': {
    severity: 'error',
    says: 'Number of top blobs ({tops}) should evenly divide input slice axis {axis} ({dim}): change the tops, or add slice points.',
  },
  'layer/spatial-count': {
    severity: 'error',
    says: '`{name}` must be specified once, or once per spatial dimension: {found} {found:value|values} for {axes}. Add or remove some.',
  },
  'layer/state-shape': {
    severity: 'error',
    says: 'The hidden state {blob} must be {expected}, and is {shape}: Caffe stops (shape mismatch). Reshape it.',
  },
  'layer/static-axes': {
    severity: 'error',
    says: 'The static input {blob} needs its streams first and values behind: it is {shape}. Reshape it.',
  },
  'layer/static-streams': {
    severity: 'error',
    says: 'The static input {blob} has {found} {found:stream|streams}, and the sequence {expected}: they must agree.',
  },
  'layer/stride-crash': {
    severity: 'error',
    says: 'Caffe crashes as it divides by a stride of {value} (`{name}`): give both `stride_h` and `stride_w`.',
  },
  'layer/stride-not-positive': {
    severity: 'error',
    says: 'Stride dimensions must be nonzero: Caffe stops at `{name}` {value}. Use 1 or more.',
  },
  'layer/tiles-missing': {
    severity: 'error',
    says: 'Number of tiles must be specified: add `tiles`.',
  },
  'layer/tiles-not-positive': {
    severity: 'error',
    says: 'Number of tiles must be positive: Caffe stops at {tiles}. Use 1 or more.',
  },
  'layer/too-many-axes': {
    severity: 'error',
    says: 'This blob would have {axes} axes, and Caffe takes at most {limit}: join some.',
  },
  'layer/top-k-below-one': {
    severity: 'error',
    says: 'top_k must not be less than 1: Caffe stops at {top_k}. Use 1 for the best one.',
  },
  'layer/top-k-too-large': {
    severity: 'error',
    says: 'top_k must be at most the number of values to choose from: {top_k} is more than {limit}. Lower `top_k`, or choose along another axis.',
  },
  'layer/unit-axes': {
    severity: 'error',
    says: '{blob} must have {axes} {axes:axis|axes}, and is {shape}: reshape it.',
  },
  'layer/unit-first': {
    severity: 'error',
    says: 'The first axis of {blob} must be 1, one time step, and it is {shape}: slice the sequence into steps.',
  },
  'layer/unit-gates': {
    severity: 'error',
    says: '{blob} must have 4 values for each of the {hidden} of the cell, {expected}, and it has {found}: change the layer that makes it.',
  },
  'layer/unit-streams': {
    severity: 'error',
    says: '{blob} is {shape}, and the cell has {streams} {streams:stream|streams}: they must agree.',
  },
  'layer/written-count': {
    severity: 'error',
    says: 'Incorrect number of weight blobs: {found} `blobs` stand in the layer, and it takes {expected}. Add or remove some, or all.',
  },
  'layer/written-empty': {
    severity: 'error',
    says: 'A blob without values has no memory to copy into, and Caffe stops: {shape}. Make all dimensions positive, or remove the blob.',
  },
  'layer/written-missing': {
    severity: 'warning',
    says: 'Caffe sets the layer up with the {blobs} `blobs` that stand in it, and dies in the first Forward as it reads its {role}, {shape}: add that blob, or remove all.',
  },
  'layer/written-shape': {
    severity: 'error',
    says: 'Incorrect {role} shape: expected shape {expected}; instead, shape was {found}. Change this blob, or the field of the layer that says otherwise.',
  },
  'layer/written-slopes': {
    severity: 'error',
    says: 'Negative slope size is inconsistent with prototxt config: the layer takes {expected} {expected:slope|slopes}, and this blob has {found}. Change the blob or `channel_shared`.',
  },
  'layer/written-unfit': {
    severity: 'warning',
    says: 'Caffe sets the layer up with this blob, {found}, but reads its {role} as {shape}: Forward takes values that are not those of the blob. Change one of the two.',
  },
  'layer/written-values': {
    severity: 'error',
    says: 'Caffe copies as many values as the shape says: {shape} takes {expected}, and `{field}` has {found}. Add or remove some.',
  },
} as const satisfies Readonly<Record<`layer/${string}`, ProblemKind>>;
