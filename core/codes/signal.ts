/** Codes of what the forecast of the signal shows; explained in `docs/problems/signal.md`. */
import { advice, type CodeInfo } from './code-info';

export const signalCodes = {
  'signal/dead': advice,
  'signal/exploding': advice,
  'signal/exploding-filler': advice,
  'signal/exploding-gradient': advice,
  'signal/exploding-gradient-filler': advice,
  'signal/saturating': advice,
  'signal/vanishing': advice,
  'signal/vanishing-filler': advice,
  'signal/vanishing-gradient': advice,
  'signal/vanishing-gradient-filler': advice,
  'signal/vanishing-xavier': advice,
} as const satisfies Record<string, CodeInfo>;
