/** Problems of what the forecast of the signal shows; explained in `docs/problems/signal.md`. */
import type { ProblemKind } from './kind';

export const signalProblems = {
  'signal/dead': {
    severity: 'information',
    once: 'code',
    says: 'Nothing of {layer} is above 0, neither by its weights nor by its bias, so {rectifier} passes 0 on and no gradient back: it stays as it is, unless its weights come from a trained model.',
  },
  'signal/exploding': {
    severity: 'information',
    once: 'code',
    says: 'The signal has grown to {value} × the second moment of the input when it leaves {layer}.',
  },
  'signal/exploding-filler': {
    severity: 'information',
    once: 'code',
    says: 'The signal has grown to {value} × the second moment of the input when it leaves {layer}: each of {count} layers with {filler} makes it {gain} × as large. Use a filler that scales by fan_in (xavier, msra), or a smaller one.',
  },
  'signal/exploding-gradient': {
    severity: 'information',
    once: 'code',
    says: 'The gradient has grown to {value} × that of the output when it leaves {layer}, on its way back.',
  },
  'signal/exploding-gradient-filler': {
    severity: 'information',
    once: 'code',
    says: 'The gradient has grown to {value} × that of the output when it leaves {layer}, on its way back: each of {count} layers with {filler} makes it {gain} × as large. Use a filler that scales by its fans (xavier, msra), or a smaller one.',
  },
  'signal/saturating': {
    severity: 'information',
    once: 'code',
    says: '{type} bends at about {bend}, and {layer} sees values of about {value}: most of them are at its ends, where hardly a gradient passes.',
  },
  'signal/vanishing': {
    severity: 'information',
    once: 'code',
    says: 'The signal has shrunk to {value} × the second moment of the input when it leaves {layer}.',
  },
  'signal/vanishing-filler': {
    severity: 'information',
    once: 'code',
    says: 'The signal has shrunk to {value} × the second moment of the input when it leaves {layer}: each of {count} layers with {filler} keeps {gain} × of it. Use a filler that scales by fan_in (xavier, or msra before ReLU).',
  },
  'signal/vanishing-gradient': {
    severity: 'information',
    once: 'code',
    says: 'The gradient has shrunk to {value} × that of the output when it leaves {layer}, on its way back.',
  },
  'signal/vanishing-gradient-filler': {
    severity: 'information',
    once: 'code',
    says: 'The gradient has shrunk to {value} × that of the output when it leaves {layer}, on its way back: each of {count} layers with {filler} keeps {gain} × of it. Use a filler that scales by its fans (xavier, or msra before ReLU).',
  },
  'signal/vanishing-xavier': {
    severity: 'information',
    once: 'code',
    says: 'The signal has shrunk to {value} × the second moment of the input when it leaves {layer}: xavier before ReLU keeps {gain} × of it at each of {count} layers; msra keeps it.',
  },
} as const satisfies Readonly<Record<`signal/${string}`, ProblemKind>>;
