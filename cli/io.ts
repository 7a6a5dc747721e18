/** The environment of the commands, so that tests can run them in process. */
import type { Language } from '#core/messages/language';
import type { Engine } from '#core/random/engine';
import type { Existing, Files, Sink } from '#project/files';
import type { Image } from '#run/image-input';
import type { RunRequest } from '#run/messages';
import type { Running } from '#run/start';
import type { ToolContext } from '#tools/tool';

export interface Io {
  /** Writes to standard output. Resolves to false once the reader has closed the pipe; the command should then end silently. */
  readonly write: (text: string) => Promise<boolean>;
  /** Writes a sentence to standard error, after the program's name. */
  readonly complain: (sentence: string) => void;
  readonly files: Files;
  /** The URI of a path from the command line. */
  readonly uriOf: (path: string) => string;
  /** See `createFile` in `project/node/writer.ts`. */
  readonly create: (path: string, existing: Existing) => Promise<Sink>;
  readonly engine: () => Engine;
  /** Starts a run in a worker, which loads the runtime on first use. */
  readonly start: (request: RunRequest | Promise<RunRequest>) => Running;
  /** A PNG or JPEG file, decoded; undefined if the bytes are neither. Rejects if it is damaged. */
  readonly decodeImage: (bytes: Uint8Array) => Promise<Image | undefined>;
  /** Offers the tools to a language model over standard input and output, until the input ends. */
  readonly serveTools: (context: ToolContext) => Promise<void>;
  readonly readInput: () => Promise<Uint8Array>;
  readonly version: () => string;
  /** The user's language. JSON output is always English. */
  readonly language: Language;
}

/** Success: nothing that Caffe would reject was found. */
export const exitOk = 0;
/** `check` found an error, or `format --check` a file that is not formatted. */
export const exitRefused = 1;
/** A file could not be read, or the command line is invalid. */
export const exitUsage = 2;
