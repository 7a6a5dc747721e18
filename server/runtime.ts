/** The server's host: what differs between Node, a web worker and a test. */
import type { Engine } from '#core/random/engine';
import type { Existing, Files, Sink } from '#project/files';
import type { Image } from '#run/image-input';
import type { RunRequest } from '#run/messages';
import type { Running } from '#run/start';

export interface Runtime {
  readonly files: HostFiles;
  readonly log: Log;
  readonly timer: Timer;
  /** Creates Caffe's random number generator, in the fastest version that the host supports. */
  readonly engine: () => Engine;
  /** Loads ONNX Runtime in advance, for a run that will probably follow; may do nothing. */
  readonly prepareRun: () => void;
  /** In a worker, which reads ONNX Runtime when it is first asked for. */
  readonly start: (request: RunRequest | Promise<RunRequest>) => Running;
  /** A PNG or JPEG file, decoded; undefined if the bytes are neither. Rejects if it is damaged. */
  readonly decodeImage: (bytes: Uint8Array) => Promise<Image | undefined>;
  /** This package's version; undefined if unknown. */
  readonly version: string | undefined;
}

/** Files that can also be written. */
export interface HostFiles extends Files {
  /** Starts a file of `size` bytes, written in pieces. Rejects with EEXIST if it exists and `existing` is `keep`. */
  readonly create: (uri: string, size: number, existing: Exclude<Existing, Uint8Array>) => Promise<Sink>;
  /** The most bytes of a file that can be written, or read in ranges; undefined if only the disk limits it. */
  readonly largestFile: number | undefined;
}

export interface Log {
  readonly info: (message: string) => void;
  readonly error: (message: string) => void;
}

export interface Timer {
  /** Runs once after `milliseconds`; calling the result cancels it. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
}
