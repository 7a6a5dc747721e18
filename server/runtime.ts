/** The world as the server sees it: what differs between Node, a web worker and a test. */
import type { Engine } from '#core/random/engine';
import type { Sink } from '#files/write-beside';

export interface Runtime {
  readonly files: Files;
  readonly log: Log;
  readonly timer: Timer;
  /** Makes an engine of Caffe's random numbers, the quickest that runs here. */
  readonly engine: () => Engine;
  /** Of this package; undefined where nobody can tell. */
  readonly version: string | undefined;
}

/** Files and folders by URI. Every promise is rejected where there is no such file, or it can't be reached. */
export interface Files {
  readonly read: (uri: string) => Promise<Uint8Array>;
  /** The bytes in [start, end), fewer where the file ends before. */
  readonly readRange: (uri: string, start: number, end: number) => Promise<Uint8Array>;
  readonly stat: (uri: string) => Promise<FileStat>;
  /** The names in a folder, in no order. */
  readonly list: (uri: string) => Promise<readonly string[]>;
  readonly write: (uri: string, bytes: Uint8Array) => Promise<void>;
  /** A file of so many bytes, written bit by bit; rejects with EEXIST where there is one that is to be kept. */
  readonly create: (uri: string, size: number, existing: 'keep' | 'replace') => Promise<Sink>;
  /** The most bytes of a file that is made here; undefined where the disk is the limit. */
  readonly largestFile: number | undefined;
}

export interface FileStat {
  /** In bytes. */
  readonly size: number;
  readonly kind: 'file' | 'folder' | 'other';
}

export interface Log {
  readonly error: (message: string) => void;
}

export interface Timer {
  /** Runs once after so many milliseconds, unless it is cancelled by calling the result. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
}
