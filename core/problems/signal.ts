/** Problems that the signal forecast finds; explained in `docs/problems/signal.md`. */
import type { ProblemKind } from './kind';

export const signalProblems = {
  'signal/dead': {
    severity: 'information',
    once: 'code',
    says: 'Dead ReLU: every output of {layer} is ≤ 0 at initialization, so {rectifier} blocks the gradient.',
    help: 'Add a `weight_filler`, unless the weights come from a trained model.',
  },
  'signal/exploding': {
    severity: 'information',
    once: 'code',
    says: 'Exploding signal: after {layer}, the second moment is {value} × that of the input.',
    help: 'Check the fillers and normalization before {layer}.',
  },
  'signal/exploding-filler': {
    severity: 'information',
    once: 'code',
    says: 'Exploding signal: second moment × {value} after {layer}; {count} {filler} {count:layer|layers}: × {gain} each.',
    help: 'Use a filler that scales by fan_in (xavier, msra), or smaller values.',
  },
  'signal/exploding-gradient': {
    severity: 'information',
    once: 'code',
    says: 'Exploding gradient: at {layer}, the second moment is {value} × that at the output.',
    help: 'Check the fillers and normalization after {layer}.',
  },
  'signal/exploding-gradient-filler': {
    severity: 'information',
    once: 'code',
    says: 'Exploding gradient: second moment × {value} at {layer}; {count} {filler} {count:layer|layers}: × {gain} each.',
    help: 'Use a filler that scales by its fans (xavier, msra), or smaller values.',
  },
  'signal/saturating': {
    severity: 'information',
    once: 'code',
    says: 'About {percent} % of the values of {layer} ({type}) are saturated.',
    help: 'Use smaller weights, or a BatchNorm layer before it.',
  },
  'signal/vanishing': {
    severity: 'information',
    once: 'code',
    says: 'Vanishing signal: after {layer}, the second moment is {value} × that of the input.',
    help: 'Check the fillers and normalization before {layer}.',
  },
  'signal/vanishing-filler': {
    severity: 'information',
    once: 'code',
    says: 'Vanishing signal: second moment × {value} after {layer}; {count} {filler} {count:layer|layers}: × {gain} each.',
    help: 'Use a filler that scales by fan_in (xavier, or msra before ReLU).',
  },
  'signal/vanishing-gradient': {
    severity: 'information',
    once: 'code',
    says: 'Vanishing gradient: at {layer}, the second moment is {value} × that at the output.',
    help: 'Check the fillers and normalization after {layer}.',
  },
  'signal/vanishing-gradient-filler': {
    severity: 'information',
    once: 'code',
    says: 'Vanishing gradient: second moment × {value} at {layer}; {count} {filler} {count:layer|layers}: × {gain} each.',
    help: 'Use a filler that scales by its fans (xavier, or msra before ReLU).',
  },
  'signal/vanishing-xavier': {
    severity: 'information',
    once: 'code',
    says: 'Vanishing signal: second moment × {value} after {layer}; {count} xavier {count:layer|layers}: × {gain} each.',
    help: 'Before ReLU, use msra, which keeps the signal.',
  },
} as const satisfies Readonly<Record<`signal/${string}`, ProblemKind>>;
