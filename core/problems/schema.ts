/** Problems of fields and their values; explained in `docs/problems/schema.md`. */
import type { ProblemKind } from './kind';

export const schemaProblems = {
  'schema/unknown-field': {
    severity: 'error',
    says: '{message} has no field named {name}.',
  },
  'schema/fork-field': {
    severity: 'error',
    once: 'name',
    says: '{name} is not in {dialect}, but in {forks}.',
    also: ['message'],
  },
  'schema/fork-enum-value': {
    severity: 'error',
    once: 'name',
    says: '{found} is a value of {name} in {forks}, not in {dialect}.',
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
    says: 'No Caffe known to have {name} ({owners}) accepts this use of it.',
    help: 'Check its value.',
  },
  'schema/unknown-name': {
    severity: 'warning',
    once: 'name',
    says: "Unknown {what} '{name}': no known Caffe has it.",
    help: 'Correct it, or name your proto with `# prototxt: schema=…`.',
  },
  'schema/unknown-names': {
    severity: 'warning',
    says: '{count} names are in no known Caffe: {names}.',
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
    says: '{found} stands for a value that is filled in before Caffe reads the file: it is taken as unknown, here and wherever such words are.',
  },
  'schema/broken-proto': {
    severity: 'error',
    says: "Nets are read by this proto, and it can't be read: {reason}. Its last good state holds until it can.",
  },
  'schema/unknown-extension': {
    severity: 'error',
    says: '{name} is no extension that {message} has.',
  },
  'schema/expected-type': {
    severity: 'error',
    says: '{name} takes {expected}, found {found}.',
  },
  'schema/out-of-range': {
    severity: 'error',
    says: '{found} is out of range for {name} ({type}).',
  },
  'schema/unknown-enum-value': {
    severity: 'error',
    says: '{name} has no value {found}; it takes {values}.',
  },
  'schema/set-twice': {
    severity: 'error',
    says: '{name} is set twice, and takes one value.',
  },
  'schema/not-repeated': {
    severity: 'error',
    says: '{name} takes one value, not a list.',
  },
  'schema/missing-required': {
    severity: 'error',
    says: '{message} needs {name}.',
  },
} as const satisfies Readonly<Record<`schema/${string}`, ProblemKind>>;
