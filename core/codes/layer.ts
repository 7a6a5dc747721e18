/** Codes of layers at set-up: what Caffe CHECKs while it sets up one layer; explained in `docs/problems/layer.md`. */
import type { CodeInfo } from './code-info';

export const layerCodes = {
} as const satisfies Record<string, CodeInfo>;
