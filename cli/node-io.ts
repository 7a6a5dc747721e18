import { resolve } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { URI } from 'vscode-uri';
import { languageOf } from '#core/messages/languages';
import { fastEngine } from '#core/random/wasm-engine';
import { decodeImage } from '#project/decode-image';
import { nodeFiles } from '#project/node/files';
import { partBeside, versionBeside } from '#project/node/version';
import { createFile } from '#project/node/writer';
import type { Channel } from '#run/messages';
import { startRun } from '#run/start';
import { tools } from '#tools/index';
import type { Io } from './io';

/** The parts of a Node process that the commands need. */
export interface NodeProcess {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * The environment of a Node process. `nextWorker`: starts one, for a run. `write` rejects if the output can't be written,
 * except if the pipe is closed.
 */
export function nodeIo({ stdin, stdout, stderr, argv, env }: NodeProcess, nextWorker: () => Channel): Io {
  let closed = false;
  const complain = (sentence: string): void => void stderr.write(`prototxt-lens: ${sentence}\n`);
  const version = (): string => versionBeside(argv[1] ?? '.') ?? 'unknown';
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
    complain,
    files: nodeFiles,
    uriOf: (path) => URI.file(resolve(path)).toString(),
    create: createFile,
    start: (request) => startRun(nextWorker(), request),
    engine: () => fastEngine(),
    decodeImage: (bytes) => decodeImage(bytes, () => partBeside(argv[1] ?? '.', '../run/libjpegturbowasm_decode.wasm')),
    serveTools: async (context) => {
      // A separate bundle, see esbuild.mjs.
      const { serveTools } = await import('./mcp-server');
      await serveTools({ tools, context, version: version() }, stdin, stdout, complain);
    },
    readInput: async () => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of stdin) chunks.push(chunk as Uint8Array);
      return Buffer.concat(chunks);
    },
    version,
    // In the order of precedence that POSIX defines; an empty variable counts as unset.
    language: languageOf(env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG']),
  };
}
