import { resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { languageOf } from '#core/messages/languages';
import { fastEngine } from '#core/random/wasm-engine';
import { decodeImage, isImage } from '#project/node/decode-image';
import { nodeFiles } from '#project/node/files';
import { besideProgram, versionBeside } from '#project/node/version';
import { createFile } from '#project/node/writer';
import { nodeChannel } from '#run/node';
import { startRun } from '#run/start';
import type { Io } from './io';

/** The parts of a Node process that the commands need. */
export interface NodeProcess {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The environment of a Node process. `write` rejects if the output can't be written, except if the pipe is closed. */
export function nodeIo({ stdin, stdout, stderr, argv, env }: NodeProcess): Io {
  let closed = false;
  // Each write handles its own errors; without a listener, the stream's event would also end the process.
  for (const stream of [stdout, stderr]) stream.on('error', () => undefined);
  return {
    write: (text) =>
      new Promise((resolve, reject) => {
        if (closed) return resolve(false);
        stdout.write(text, (error?: NodeJS.ErrnoException | null) => {
          // A reader that needs no more output, such as `head`, closes the pipe.
          if (error && error.code !== 'EPIPE') return reject(error);
          closed ||= Boolean(error);
          resolve(!closed);
        });
      }),
    complain: (sentence) => void stderr.write(`prototxt-lens: ${sentence}\n`),
    files: nodeFiles,
    uriOf: (path) => URI.file(resolve(path)).toString(),
    create: createFile,
    start: (request) => startRun(nodeChannel(besideProgram(argv[1] ?? '.', '../run/worker-node.mjs')), request),
    engine: () => fastEngine(),
    decodeImage: async (bytes) =>
      isImage(bytes) ? decodeImage(bytes, besideProgram(argv[1] ?? '.', 'libjpegturbowasm_decode.wasm')) : undefined,
    readInput: async () => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of stdin) chunks.push(chunk);
      return Buffer.concat(chunks);
    },
    version: () => versionBeside(argv[1] ?? '.') ?? 'unknown',
    // In the order of precedence that POSIX defines; an empty variable counts as unset.
    language: languageOf(env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG']),
  };
}
