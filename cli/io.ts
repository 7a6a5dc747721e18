/** The world as the commands see it, so that a test runs them in process. */
import type { Language } from '#core/messages/language';
import type { Engine } from '#core/random/engine';
import type { Existing, Files, Sink } from '#project/files';
import type { RunRequest } from '#run/messages';
import type { Running } from '#run/start';

export interface Io {
  /** Writes to standard output. Resolves to false once nobody reads any more: stop then, without a word. */
  readonly write: (text: string) => Promise<boolean>;
  /** A sentence to standard error, behind the program's name. */
  readonly complain: (sentence: string) => void;
  readonly files: Files;
  /** Of a path as it is written on the command line. */
  readonly uriOf: (path: string) => string;
  /** See `createFile` in `project/node/writer.ts`. */
  readonly create: (path: string, existing: Existing) => Promise<Sink>;
  readonly engine: () => Engine;
  /** In a worker, which reads the runtime when it is first asked for. */
  readonly start: (request: RunRequest | Promise<RunRequest>) => Running;
  readonly readInput: () => Promise<Uint8Array>;
  readonly version: () => string;
  /** What the person reads. JSON is English whatever it is. */
  readonly language: Language;
}

/** The command did what it was asked, and found nothing that Caffe would refuse. */
export const exitOk = 0;
/** `check` found an error, or `format --check` a file that is not formatted. */
export const exitRefused = 1;
/** A file could not be read, or the command line is wrong. */
export const exitUsage = 2;
