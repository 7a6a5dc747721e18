/** Problems that the last run of a net measured; explained in `docs/problems/run.md`. */
import type { ProblemKind } from './kind';

export const runProblems = {
  'run/dead-units': {
    severity: 'information',
    once: 'code',
    says: 'Dead units: {silent} of {count} outputs of {layer} are 0 for the whole batch.',
    help: 'Use weights with mean 0, and biases of at least 0.',
  },
  'run/exploding': {
    severity: 'information',
    once: 'code',
    says: 'Exploding signal: after {layer}, the second moment is {value} × that of the input.',
    help: 'Use a filler that scales by fan_in (xavier, msra), or smaller values.',
  },
  'run/exploding-gradient': {
    severity: 'information',
    once: 'code',
    says: 'Exploding gradient: at {layer}, the second moment is {value} × that at the output.',
    help: 'Use a filler that scales by its fans (xavier, msra), or smaller values.',
  },
  'run/not-finite': {
    severity: 'information',
    once: 'code',
    says: '{layer} ({type}) has values that are infinite or not a number.',
    help: 'Use smaller weights, or a smaller input.',
  },
  'run/saturated': {
    severity: 'information',
    once: 'code',
    says: '{percent} % of the values of {layer} ({type}) are saturated.',
    help: 'Use smaller weights, or a BatchNorm layer before it.',
  },
  'run/vanishing': {
    severity: 'information',
    once: 'code',
    says: 'Vanishing signal: after {layer}, the second moment is {value} × that of the input.',
    help: 'Use a filler that scales by fan_in (xavier, or msra before ReLU).',
  },
  'run/vanishing-gradient': {
    severity: 'information',
    once: 'code',
    says: 'Vanishing gradient: at {layer}, the second moment is {value} × that at the output.',
    help: 'Use a filler that scales by its fans (xavier, or msra before ReLU).',
  },
} as const satisfies Readonly<Record<`run/${string}`, ProblemKind>>;
