/** Problems of fields and their values; explained in `docs/problems/schema.md`. */
import type { ProblemKind } from './kind';

export const schemaProblems = {
  'schema/unknown-field': {
    severity: 'error',
    says: '{message} has no field {name}.',
    caffe: 'Message type "caffe.{message}" has no field named "{name}".',
  },
  'schema/fork-field': {
    severity: 'error',
    once: 'name',
    says: '{dialect} has no field {name}; it exists in {forks}.',
    help: 'Select such a schema, or remove the field.',
    also: ['message'],
  },
  'schema/fork-enum-value': {
    severity: 'error',
    once: 'name',
    says: '{dialect} has no value {found} of {name}; it exists in {forks}.',
    help: 'Select such a schema, or use another value.',
    also: ['type'],
  },
  'schema/misplaced-field': {
    severity: 'error',
    says: '{name} is not a field of {message}.',
    help: 'Move it into {place}.',
    also: ['inside', 'as'],
  },
  'schema/other-caffe': {
    severity: 'information',
    says: 'Names of other Caffes ({owners}): {names}. Layers that use them are not checked.',
    help: 'Name your proto with `# prototxt: schema=…`.',
    also: ['name', 'all'],
  },
  'schema/unlikely-value': {
    severity: 'warning',
    once: 'name',
    says: 'Every known Caffe that has {name} ({owners}) rejects this value.',
    help: 'Check its type, and whether it may be repeated.',
  },
  'schema/unknown-name': {
    severity: 'warning',
    once: 'name',
    says: "Unknown {what} '{name}': no known Caffe has it.",
    help: 'Correct it, or name your proto with `# prototxt: schema=…`.',
  },
  'schema/unknown-names': {
    severity: 'warning',
    says: 'No known Caffe has these {count} names: {names}.',
    help: 'Name your proto with `# prototxt: schema=…`.',
    also: ['all'],
  },
  'schema/unknown-name-here': {
    severity: 'hint',
    says: "Unknown {what} '{name}'.",
  },
  'schema/placeholder': {
    severity: 'information',
    once: 'code',
    says: '{found} is a template placeholder: its value is treated as unknown.',
  },
  'schema/broken-proto': {
    severity: 'error',
    says: 'Cannot use this proto: {reason}.',
    help: 'Until it is fixed, nets use its last valid version, if any.',
  },
  'schema/unread-field': {
    severity: 'information',
    says: 'This field is not read: {reason}.',
    help: 'Give it the type that BVLC has, to have it checked.',
  },
  'schema/unknown-extension': {
    severity: 'error',
    says: '{message} has no extension {name}.',
  },
  'schema/expected-type': {
    severity: 'error',
    says: '{name} needs {expected}, found {found}.',
  },
  'schema/out-of-range': {
    severity: 'error',
    says: '{found} is out of range for {name} ({type}).',
  },
  'schema/unknown-enum-value': {
    severity: 'error',
    says: '{name} has no value {found}.',
    help: 'Use one of {values}.',
  },
  'schema/set-twice': {
    severity: 'error',
    says: '{name} is set twice, but takes one value.',
    help: 'Remove one of them.',
  },
  'schema/not-repeated': {
    severity: 'error',
    says: '{name} takes one value, not a list.',
    help: 'Remove the brackets, or all values but one.',
  },
  'schema/missing-required': {
    severity: 'error',
    says: '{message} needs {name}.',
    help: 'Add it.',
  },
} as const satisfies Readonly<Record<`schema/${string}`, ProblemKind>>;
