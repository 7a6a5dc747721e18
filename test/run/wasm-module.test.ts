import { expect, test } from 'vitest';
import { compiled, standsForModule, whileInstantiated } from '#run/wasm-module';

interface Host {
  readonly instantiate: (source: unknown) => Promise<{ readonly instance?: { readonly exports: object } }>;
}

const host = (): Host => (globalThis as unknown as { readonly WebAssembly: Host }).WebAssembly;

/** A module that exports a memory of no pages under a name of one letter. */
function bytesOf(name: string): Uint8Array {
  const memory = [5, 3, 1, 0, 0];
  const exported = [7, 5, 1, 1, name.charCodeAt(0), 2, 0];
  return new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, ...memory, ...exported]);
}

async function namesIn(bytes: Uint8Array): Promise<readonly string[]> {
  const { instance } = await host().instantiate(bytes);
  return Object.keys(instance?.exports ?? {});
}

test('no bytes stand for the module, and other bytes for themselves', async () => {
  const names = await whileInstantiated(await compiled(bytesOf('a')), async () => [
    ...(await namesIn(standsForModule)),
    ...(await namesIn(bytesOf('b'))),
  ]);
  expect(names).toEqual(['a', 'b']);
});

test('afterwards no bytes are refused again, also after a failure', async () => {
  const before = host().instantiate;
  await expect(
    whileInstantiated(await compiled(bytesOf('a')), () => Promise.reject(new Error('failed'))),
  ).rejects.toThrow('failed');
  expect(host().instantiate).toBe(before);
  await expect(namesIn(standsForModule)).rejects.toThrow();
});
