import { resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { languageOf } from '#core/messages/languages';
import { fastEngine } from '#core/random/wasm-engine';
import { nodeFiles } from '#project/node/files';
import { besideProgram, versionBeside } from '#project/node/version';
import { createFile } from '#project/node/writer';
import { nodeChannel } from '#run/node';
import { startRun } from '#run/start';
import type { Io } from './io';

/** What the commands need of a Node process. */
export interface NodeProcess {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The world of a Node process. `write` rejects where the output can't be written for another reason than a closed pipe. */
export function nodeIo({ stdin, stdout, stderr, argv, env }: NodeProcess): Io {
  let closed = false;
  // Each write tells its own failure; without a listener the stream's event would end the process.
  for (const stream of [stdout, stderr]) stream.on('error', () => undefined);
  return {
    write: (text) =>
      new Promise((resolve, reject) => {
        if (closed) return resolve(false);
        stdout.write(text, (error?: NodeJS.ErrnoException | null) => {
          // A reader that has seen enough, such as `head`, closes the pipe.
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
    readInput: async () => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of stdin) chunks.push(chunk);
      return Buffer.concat(chunks);
    },
    version: () => versionBeside(argv[1] ?? '.') ?? 'unknown',
    // As POSIX ranks them; an empty one counts as not set.
    language: languageOf(env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG']),
  };
}
