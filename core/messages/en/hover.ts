/** What hovers say, in Markdown; tooltips of hints are made of the same. Lines of a block are plain text. */
export const hover = {
  // A blob.
  'blob/title': '**{name}** · {shape}',
  'blob/unmade': '**{name}**\n\nNothing before makes this blob in {state}.',
  'blob/made-by': 'made by **{layer}** ({type}), line {line}',
  'blob/made-in-place': 'made by **{layer}** ({type}, in place), line {line}',
  'blob/readers': 'read by {layers}',
  'blob/no-readers': 'read by no layer: an output of the net',
  'blob/version': 'version {version} of {versions}: layers that work in place make new ones',
  // A layer.
  'layer/title': '**{name}** · {type}',
  'layer/unknown': '{dialect} has no layer of this type: its tops are unknown.',
  'layer/no-top': '(no top)',
  'layer/columns': '| blob | shape | starts as |',
  'layer/rate-columns': ' learning rate | decay |',
  'layer/no-filler': 'no `{field}`: ',
  'layer/solver': 'Rates with `{solver}` beside this file.',
  // What is known of a name from public repositories alone.
  owners: 'Defined in {owners}.',
  'owners/and-more': 'Defined in {owners} and {count} more {count:repository|repositories}.',
  'count/bottoms': 'Takes {count} {count:bottom|bottoms}.',
  'count/bottoms-at-least': 'Takes {count} {count:bottom|bottoms} or more.',
  'count/bottoms-range': 'Takes {min} to {max} bottoms.',
  'count/tops': 'Makes {count} {count:top|tops}.',
  'count/tops-at-least': 'Makes {count} {count:top|tops} or more.',
  'count/tops-range': 'Makes {min} to {max} tops.',
  // Which Caffe a file is read by.
  'schema/asked': 'Read by {dialect}, as it is told to.',
  'schema/plain': 'Read by {dialect}.',
  'schema/names': 'Read by {dialect}: BVLC Caffe lacks {names}.',
  // A filler.
  'filler/title': '**{filler}** fills {blobs} of **{layer}**',
  'filler/true-fans': 'truly: fan_in = {in}   fan_out = {out}, as the layer is connected',
  'filler/values': 'values: {values}',
  'filler/dead': '**{filler} never reads it.**',
  'filler/fans':
    'Caffe takes fan_in = count / shape[0] and fan_out = count / shape[1] of the blob as it lies in memory',
  'filler/fans-deconvolution':
    "{fans}. A deconvolution's blob has its inputs first, so fan_in counts the values of the *outputs*.",
  'filler/fans-transpose': '{fans}. With `transpose` the inputs come first, so fan_in is `num_output`.',
  'filler/fans-embed': "{fans}. Embed's blob has the indices first, so fan_in is `num_output`.",
  'filler/fans-group':
    'With `group: {group}` each output sees 1/{group} of the inputs: fan_in says so, fan_out does not.',
  // How values are distributed.
  'values/unknown': 'unknown',
  'values/constant': 'all {value}',
  'values/uniform': 'from {min} to {max}, std {std}',
  'values/normal': 'normal, mean {mean}, std {std}',
  'values/sparse': 'normal with std {std}, {percent} % of them, else 0; std {stdOfAll} in all',
  'values/unitball': 'positive, rows sum to 1; mean {mean}, std {std}',
  'values/unit-sphere': 'normal, then rows scaled to a length of 1; mean {mean}, std {std}',
  'values/identity': '1 on the diagonal, else 0; mean {mean}, std {std}',
  'values/table': 'ready kernels in the source of that Caffe; their values are not known here',
  'values/bilinear': 'bilinear kernel, mean {mean}, std {std}',
  'values/written': 'written in this file: from {min} to {max}, mean {mean}, std {std}',
  // A multiplier.
  'rate/title': '**{name}** of the {role} of **{layer}** ({shape})',
  'rate/learning': 'learning rate = base_lr × lr_mult = {product}',
  'rate/decay': 'decay = weight_decay × decay_mult = {product}',
  'rate/solver': 'with `{solver}` beside this file. {doc}',
  // A solver's learning rate.
  'schedule/title': '**{field}** · the learning rate of policy *{policy}* at iteration i',
  'schedule/columns': '| iteration | learning rate |',
  // A field.
  'field/title': '**{name}** · {type}',
  'field/default': ' · default {value}',
  'field/zero': ' · default {value} (none declared)',
  'field/foreign': '**{name}**\n\nNot a field of {message} in {dialect}. {owners} has it.',
  'field/foreign-several': '**{name}**\n\nNot a field of {message} in {dialect}. {owners} have it.',
} as const;
