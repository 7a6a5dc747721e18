/** Codes of data layers; explained in `docs/problems/data.md`. */
import { information, type CodeInfo } from './code-info';

export const dataCodes = {
  'data/unknown-record-shape': information,
} as const satisfies Record<string, CodeInfo>;
