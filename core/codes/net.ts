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
} as const satisfies Record<string, CodeInfo>;
