/** A plain static server for the built page: with gzip and validators, as hosts of static pages have. It records what was asked. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface Site {
  /** With a slash at its end. */
  readonly address: string;
  /** Paths, in the order of the requests. */
  readonly asked: readonly string[];
  /** Of the bodies that were sent, compressed. */
  readonly bytes: () => number;
  /** Forgets requests and bytes so far. */
  readonly forget: () => void;
  readonly stop: () => Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
};

interface Packed {
  readonly body: Buffer;
  readonly tag: string;
}

/** Under `/lens/`, since a page may be in a folder of a site. */
export async function serveSite(folder: string): Promise<Site> {
  const base = '/lens/';
  const asked: string[] = [];
  let bytes = 0;
  const packed = new Map<string, Packed>();
  const packedOf = (path: string): Packed => {
    const known = packed.get(path);
    if (known) return known;
    const content = readFileSync(path);
    const made = { body: gzipSync(content), tag: `"${createHash('sha256').update(content).digest('hex')}"` };
    packed.set(path, made);
    return made;
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    asked.push(pathname);
    const inside = pathname.startsWith(base) ? pathname.slice(base.length) : '../';
    const path = join(folder, inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside);
    if (!path.startsWith(normalize(folder)) || !existsSync(path) || !statSync(path).isFile())
      return void response.writeHead(404).end();
    const { body, tag } = packedOf(path);
    if (request.headers['if-none-match'] === tag) return void response.writeHead(304).end();
    bytes += body.length;
    const type = types[extname(path)] ?? 'text/plain; charset=utf-8';
    response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip', etag: tag }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    address: `http://127.0.0.1:${port}${base}`,
    asked,
    bytes: () => bytes,
    forget: () => {
      asked.length = 0;
      bytes = 0;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
