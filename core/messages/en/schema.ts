import type { schemaCodes } from '../../codes/schema';

export const schema: Record<keyof typeof schemaCodes, string> = {
  'schema/unknown-field': '{message} has no field named {name}.',
  'schema/fork-field': '{name} is not in {dialect}, but in {forks}.',
  'schema/fork-enum-value': '{found} is a value of {name} in {forks}, not in {dialect}.',
  'schema/misplaced-field': '{name} is not a field of {message}. Move it into {place}.',
  'schema/other-caffe':
    '{names} {count:belongs|belong} to another Caffe ({owners}); layers that use {count:it|them} are not checked. Name your proto with `# prototxt: schema=…`.',
  'schema/unlikely-value': 'No known Caffe with {name} accepts this use of it ({owners}). Check its value.',
  'schema/unknown-name':
    "Unknown {what} '{name}': no known Caffe has it. Correct it, or name your proto with `# prototxt: schema=…`.",
  'schema/unknown-names': '{count} names are in no known Caffe: {names}. Name your proto with `# prototxt: schema=…`.',
  'schema/unknown-name-here': "Unknown {what} '{name}'.",
  'schema/broken-proto':
    "Nets are read by this proto, and it can't be read: {reason}. Its last good state holds until it can.",
  'schema/placeholder':
    '{found} stands for a value that is filled in before Caffe reads the file: it is taken as unknown, here and wherever such words are.',
  'schema/unknown-extension': '{name} is no extension that {message} has.',
  'schema/expected-type': '{name} takes {expected}, found {found}.',
  'schema/out-of-range': '{found} is out of range for {name} ({type}).',
  'schema/unknown-enum-value': '{name} has no value {found}; it takes {values}.',
  'schema/set-twice': '{name} is set twice, and takes one value.',
  'schema/not-repeated': '{name} takes one value, not a list.',
  'schema/missing-required': '{message} needs {name}.',
};
