/** Codes of advice beyond what Caffe refuses; explained in `docs/problems/check.md`. */
import { advice, dead, warning, type CodeInfo } from './code-info';

export const checkCodes = {
  'check/bias-without-term': dead,
  'check/bilinear-channels': advice,
  'check/dead-field': dead,
  'check/in-place': warning,
  'check/no-gradient': warning,
  'check/overwritten': warning,
  'check/random-bias': advice,
  'check/shared-memory': warning,
  'check/swapped-fans': advice,
  'check/unread-param': dead,
  'check/unused-blob': advice,
  'check/xavier-before-relu': advice,
  'check/zero-start': advice,
} as const satisfies Record<string, CodeInfo>;
