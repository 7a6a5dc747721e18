/** An isolated shell for each test: files are in memory, and the output is returned. */
import { resolve } from 'node:path';
import { URI } from 'vscode-uri';
import type { Io } from '#cli/io';
import { run } from '#cli/dispatch';
import { english } from '#core/messages/en/index';
import { plainEngine } from '#core/random/plain-engine';
import { memoryFiles } from '../support/memory-files';
import { decodeImage, inProcess } from '../support/runtime';

export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
  /** Text files that were written, by path. */
  readonly written?: Readonly<Record<string, string>>;
  /** Binary files that were created, by path. */
  readonly created?: Readonly<Record<string, Uint8Array>>;
}

export interface Shell {
  /** By path; strings are encoded as UTF-8. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly input?: string;
  readonly diskFull?: boolean;
  /** The reader closes the pipe after this many writes. */
  readonly piecesRead?: number;
}

/** Runs a command line, whose arguments are separated by spaces. */
export async function shell(
  command: string,
  { files = {}, input = '', piecesRead = Infinity, diskFull = false }: Shell = {},
): Promise<Ran> {
  const encoder = new TextEncoder();
  let out = '';
  let err = '';
  let pieces = 0;
  const written: Record<string, string> = {};
  const created: Record<string, Uint8Array> = {};
  const uriOf = (path: string): string => URI.file(resolve(path)).toString();
  const io: Io = {
    write: async (text) => {
      if (++pieces > piecesRead) return false;
      out += text;
      return true;
    },
    complain: (sentence) => {
      err += `prototxt-lens: ${sentence}\n`;
    },
    files: memoryFiles(Object.fromEntries(Object.entries(files).map(([path, content]) => [uriOf(path), content]))),
    uriOf,
    start: inProcess,
    decodeImage,
    create: async (path, existing) => {
      if (existing === 'keep' && path in files) throw Object.assign(new Error(`EEXIST: ${path}`), { code: 'EEXIST' });
      const chunks: Uint8Array[] = [];
      return {
        write: async (bytes) => {
          if (diskFull) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
          chunks.push(bytes.slice());
        },
        commit: async () => {
          const whole = Buffer.concat(chunks);
          if (existing instanceof Uint8Array) written[path] = new TextDecoder().decode(whole);
          else created[path] = whole;
        },
        abandon: async () => undefined,
      };
    },
    serveTools: async () => undefined,
    engine: plainEngine,
    readInput: async () => encoder.encode(input),
    version: () => '1.2.3',
    language: english,
  };
  const status = await run(
    command.split(' ').filter((part) => part !== ''),
    io,
  );
  return {
    status,
    out,
    err,
    ...(Object.keys(written).length > 0 ? { written } : {}),
    ...(Object.keys(created).length > 0 ? { created } : {}),
  };
}

/** The objects of JSON Lines. */
export function objects(out: string): readonly Record<string, unknown>[] {
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
