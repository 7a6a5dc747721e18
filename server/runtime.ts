/** The world as the server sees it: what differs between Node, a web worker and a test. */
import type { Engine } from '#core/random/engine';
import type { Existing, Files, Sink } from '#project/files';

export interface Runtime {
  readonly files: HostFiles;
  readonly log: Log;
  readonly timer: Timer;
  /** Makes an engine of Caffe's random numbers, the quickest that runs here. */
  readonly engine: () => Engine;
  /** Of this package; undefined where nobody can tell. */
  readonly version: string | undefined;
}

/** Files that can be written too. */
export interface HostFiles extends Files {
  /** A file of so many bytes, written bit by bit; rejects with EEXIST where there is one that is to be kept. */
  readonly create: (uri: string, size: number, existing: Exclude<Existing, Uint8Array>) => Promise<Sink>;
  /** The most bytes of a file that is made or read in ranges here; undefined where the disk is the limit. */
  readonly largestFile: number | undefined;
}

export interface Log {
  readonly error: (message: string) => void;
}

export interface Timer {
  /** Runs once after so many milliseconds, unless it is cancelled by calling the result. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
}
