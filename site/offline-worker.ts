/**
 * The service worker: keeps all files of one version of the page, and answers from them, so that the page never mixes two
 * versions and needs no network after the first visit. ONNX Runtime is kept once a net has been run.
 */

interface Files {
  /** A hash of all files. */
  readonly version: string;
  /** Paths relative to this script, the page itself as ``. */
  readonly first: readonly string[];
  /** Kept when they are first asked for; their own hashes, since they seldom change. */
  readonly later: Readonly<Record<string, string>>;
}

interface Extendable {
  readonly waitUntil: (work: Promise<unknown>) => void;
}

interface Fetch extends Extendable {
  readonly request: Request;
  readonly respondWith: (answer: Promise<Response>) => void;
}

interface Scope {
  readonly siteFiles: Files;
  readonly importScripts: (path: string) => void;
  readonly registration: { readonly scope: string };
  readonly clients: { readonly claim: () => Promise<void> };
  addEventListener(kind: 'install' | 'activate', handle: (event: Extendable) => void): void;
  addEventListener(kind: 'fetch', handle: (event: Fetch) => void): void;
}

const scope = globalThis as unknown as Scope;
// Written by `npm run web`.
scope.importScripts('files.js');
const { version, first, later } = scope.siteFiles;
const base = scope.registration.scope;
const own = `prototxt-lens ${version}`;
const laterName = (path: string): string => `prototxt-lens later ${later[path]}`;

scope.addEventListener('install', (event) => event.waitUntil(install()));

/** A file of an older version, from the browser's own cache, would not fit to the others. */
async function install(): Promise<void> {
  const cache = await caches.open(own);
  await cache.addAll(first.map((path) => new Request(new URL(path, base), { cache: 'no-cache' })));
}

scope.addEventListener('activate', (event) => event.waitUntil(activate()));

/** No page uses an older version any more. */
async function activate(): Promise<void> {
  const current = new Set([own, ...Object.keys(later).map(laterName)]);
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith('prototxt-lens ') && !current.has(name)).map((name) => caches.delete(name)),
  );
  await scope.clients.claim();
}

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && request.url.startsWith(base)) event.respondWith(answer(request));
});

async function answer(request: Request): Promise<Response> {
  const { origin, pathname } = new URL(request.url);
  const address = `${origin}${pathname}`.replace(/\/index\.html$/, '/');
  const path = address.slice(base.length);
  const kept = await (await caches.open(own)).match(address);
  if (kept) return kept;
  return path in later ? fromLater(request, path) : fetch(request);
}

async function fromLater(request: Request, path: string): Promise<Response> {
  const cache = await caches.open(laterName(path));
  const kept = await cache.match(request);
  if (kept) return kept;
  const answered = await fetch(request);
  if (answered.ok) await cache.put(request, answered.clone());
  return answered;
}
