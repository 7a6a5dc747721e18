/** Codes of layers, blobs and params of a net; explained in `docs/problems/net.md`. */
import { error, information, type CodeInfo } from './code-info';

export const netCodes = {
  'net/unknown-layer-type': error,
  'net/fork-layer-type': information,
  'net/missing-layer-type': error,
  'net/unknown-bottom': error,
  'net/top-made-twice': error,
  'net/bottom-count': error,
  'net/top-count': error,
  'net/too-many-params': error,
  'net/in-place-of-shared': error,
  'net/include-and-exclude': error,
  'net/loss-weight-count': error,
  'net/propagate-down-count': error,
  'net/shared-shape': error,
  'net/shared-count': error,
  'net/shared-lr-mult': error,
  'net/shared-decay-mult': error,
} as const satisfies Record<string, CodeInfo>;
