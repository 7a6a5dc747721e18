/** Hovers, in Markdown; also used for tooltips of hints. Lines of a code block are plain text. */
export const hover = {
  // A blob.
  'blob/title': '**{name}** · {shape}',
  'blob/unmade': '**{name}**\n\nNo earlier layer produces this blob in {state}.',
  'blob/made-by': 'produced by **{layer}** ({type}), line {line}',
  'blob/made-in-place': 'produced by **{layer}** ({type}, in place), line {line}',
  'blob/readers': 'read by {layers}',
  'blob/no-readers': 'not read by any layer: an output of the net',
  'blob/version': 'version {version} of {versions}: each in-place layer creates a new version',
  // A layer.
  'layer/title': '**{name}** · {type}',
  'layer/unknown': '{dialect} has no layer of this type, so its tops are unknown.',
  'layer/no-top': '(no top)',
  'layer/columns': '| blob | shape | initial values |',
  'layer/rate-columns': ' learning rate | weight decay |',
  'layer/no-filler': 'no `{field}`: ',
  'layer/solver': 'Rates from `{solver}`, the solver next to this file.',
  // A name that is only known from public repositories.
  owners: 'Defined in {owners}.',
  'owners/and-more': 'Defined in {owners} and {count} more {count:repository|repositories}.',
  'count/bottoms': 'Takes {count} {count:bottom|bottoms}.',
  'count/bottoms-at-least': 'Takes at least {count} {count:bottom|bottoms}.',
  'count/bottoms-range': 'Takes {min} to {max} bottoms.',
  'count/tops': 'Produces {count} {count:top|tops}.',
  'count/tops-at-least': 'Produces at least {count} {count:top|tops}.',
  'count/tops-range': 'Produces {min} to {max} tops.',
  // The Caffe that a file is read by.
  'schema/asked': 'Schema: {dialect}, as specified.',
  'schema/plain': 'Schema: {dialect}.',
  'schema/names': 'Schema: {dialect}, because BVLC Caffe lacks {names}.',
  'schema/more-names': 'Schema: {dialect}, because BVLC Caffe lacks {names} and {count} more {count:name|names}.',
  // A filler.
  'filler/title': '**{filler}** fills {blobs} of **{layer}**',
  'filler/true-fans': 'actual connections: fan_in = {in}   fan_out = {out}',
  'filler/values': 'values: {values}',
  'filler/dead': '**No effect: {filler} never reads it.**',
  'filler/fans': 'Caffe computes fan_in = count / shape[0] and fan_out = count / shape[1] from the shape of the blob',
  'filler/fans-deconvolution':
    '{fans}. Axis 0 of Deconvolution weights is the input channels, so fan_in is `num_output` / group × kernel size.',
  'filler/fans-transpose': '{fans}. With `transpose`, axis 0 is the inputs, so fan_in is `num_output`.',
  'filler/fans-embed': '{fans}. Axis 0 of Embed weights is the indices, so fan_in is `num_output`.',
  'filler/fans-group':
    'With `group: {group}`, each output depends on 1/{group} of the inputs: fan_in takes this into account, fan_out does not.',
  'filler/elsewhere': 'PyTorch: `{pytorch}`  \nKeras: `{keras}`',
  // Distributions of values.
  'values/unknown': 'unknown',
  'values/constant': 'all {value}',
  'values/uniform': 'from {min} to {max}, std {std}',
  'values/normal': 'normal, mean {mean}, std {std}',
  'values/sparse': '{percent}% normal with std {std}, the others 0; overall std {stdOfAll}',
  'values/unitball': 'positive, each row sums to 1; mean {mean}, std {std}',
  'values/unit-sphere': 'normal, then each row scaled to length 1; mean {mean}, std {std}',
  'values/identity': '1 on the diagonal, 0 elsewhere; mean {mean}, std {std}',
  'values/table': 'fixed kernels from the source code of this Caffe; Prototxt Lens does not include their values',
  'values/bilinear': 'bilinear kernel, mean {mean}, std {std}',
  'values/written': 'written in this file: from {min} to {max}, mean {mean}, std {std}',
  // A multiplier.
  'rate/title': '**{name}** of the {role} of **{layer}** ({shape})',
  'rate/learning': 'learning rate = base_lr × lr_mult = {product}',
  'rate/decay': 'decay = weight_decay × decay_mult = {product}',
  'rate/solver': 'with `{solver}`, the solver next to this file. {doc}',
  // A solver's learning rate.
  'schedule/title': '**{field}** · learning rate of the policy *{policy}* at iteration i',
  'schedule/columns': '| iteration | learning rate |',
  // A target in a comment.
  'target/title': '**{name}** {version}, of {date}',
  'target/source': 'Rules from its source code; {count} layer types.',
  'target/source and documents': 'Rules from its source code and documents; {count} layer types.',
  'target/documents': 'Rules from documents alone; {count} layer types.',
  'target/no-problems': 'Nothing is reported about this net.',
  'target/problems': '{count} {count:warning|warnings} about this net.',
  // A field.
  'field/title': '**{name}** · {type}',
  'field/default': ' · default {value}',
  'field/zero': ' · default {value} (none declared)',
  'field/foreign': '**{name}**\n\nNot a field of {message} in {dialect}. {owners} has it.',
  'field/foreign-several': '**{name}**\n\nNot a field of {message} in {dialect}. {owners} have it.',
} as const;
