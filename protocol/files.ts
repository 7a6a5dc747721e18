/**
 * How a server in a web worker asks its client for files. A `Uint8Array` is sent as it is, since workers exchange structured
 * clones.
 */

import type { FileStat } from '#project/files';

/** By method. A request fails where there is no such file, or it can't be reached. */
export interface FileRequests {
  readonly 'prototxt/fs/read': { readonly params: { readonly uri: string }; readonly result: Uint8Array };
  /** The bytes in [start, end), fewer where the file ends before. */
  readonly 'prototxt/fs/readRange': {
    readonly params: { readonly uri: string; readonly start: number; readonly end: number };
    readonly result: Uint8Array;
  };
  readonly 'prototxt/fs/stat': { readonly params: { readonly uri: string }; readonly result: FileStat };
  /** The names in a folder. */
  readonly 'prototxt/fs/list': { readonly params: { readonly uri: string }; readonly result: readonly string[] };
  readonly 'prototxt/fs/write': {
    readonly params: { readonly uri: string; readonly bytes: Uint8Array };
    readonly result: null;
  };
}

export type FileMethod = keyof FileRequests;
