/** Workers of a browser, with a browser's classes replaced. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { RunRequest } from '#run/messages';
import { browserChannels } from '#server/browser-channel';

const request = { plan: {}, given: new Map() } as unknown as RunRequest;
const parts = { script: 'script', module: { is: 'module' } };

let started: FakeWorker[] = [];

class FakeWorker {
  readonly messages: unknown[] = [];
  readonly listeners = new Map<string, (event: object) => void>();
  isEnded = false;
  constructor() {
    started.push(this);
  }
  addEventListener(kind: string, listener: (event: object) => void): void {
    this.listeners.set(kind, listener);
  }
  postMessage(message: unknown): void {
    this.messages.push(message);
  }
  terminate(): void {
    this.isEnded = true;
  }
}

beforeEach(() => {
  started = [];
  vi.stubGlobal('Worker', FakeWorker);
});
afterEach(() => void vi.unstubAllGlobals());

test('reads the parts once for all workers, each of which gets the module before what it runs', async () => {
  const load = vi.fn(async () => parts);
  const next = browserChannels(load);
  for (const channel of [next(), next()]) channel.post(request);
  await vi.waitFor(() => expect(started.map(({ messages }) => messages.length)).toEqual([2, 2]));
  for (const { messages } of started) expect(messages).toEqual([parts.module, request]);
  expect(load).toHaveBeenCalledTimes(1);
});

test('says why the parts are missing, and asks again for the next run', async () => {
  const load = vi.fn(async () => parts).mockRejectedValueOnce(new Error('no network'));
  const next = browserChannels(load);
  const reasons: string[] = [];
  next().onEnd((reason) => reasons.push(reason));
  await vi.waitFor(() => expect(reasons).toEqual(['no network']));
  next().post(request);
  await vi.waitFor(() => expect(started).toHaveLength(1));
  expect(load).toHaveBeenCalledTimes(2);
});

test('starts no worker for a run that ended before the parts arrived', async () => {
  let arrive: (made: typeof parts) => void = () => undefined;
  const next = browserChannels(() => new Promise((resolve) => (arrive = resolve)));
  const channel = next();
  channel.post(request);
  channel.end();
  arrive(parts);
  await new Promise((resolve) => setTimeout(resolve));
  expect(started).toEqual([]);
});

test('ends a worker with its run', async () => {
  const channel = browserChannels(async () => parts)();
  await vi.waitFor(() => expect(started).toHaveLength(1));
  channel.end();
  expect(started[0]?.isEnded).toBe(true);
});

test('passes on what a worker replies, and how it ended', async () => {
  const channel = browserChannels(async () => parts)();
  const heard: unknown[] = [];
  channel.onReply((reply) => heard.push(reply));
  channel.onEnd((reason) => heard.push(reason));
  await vi.waitFor(() => expect(started).toHaveLength(1));
  started[0]?.listeners.get('message')?.({ data: { kind: 'progress', done: 0.5 } });
  started[0]?.listeners.get('error')?.({ message: 'out of memory' });
  expect(heard).toEqual([{ kind: 'progress', done: 0.5 }, 'out of memory']);
});
