import { afterEach, expect, test } from 'vitest';
import type { ExtensionContext } from 'vscode';
import { readFileSync } from 'node:fs';
import { registerTools } from '../../client/tools';
import type { Server } from '../../client/server';
import { LanguageModelTextPart, LanguageModelToolResult, lm } from '../support/vscode';

const { registerTool } = lm;
afterEach(() => {
  lm.registerTool = registerTool;
  lm.tools.clear();
});

const context = {
  extension: { packageJSON: JSON.parse(readFileSync('package.json', 'utf8')) as unknown },
} as unknown as ExtensionContext;

/** A server that answers each request with the same. */
function serverThat(answer: unknown, asked: unknown[] = []): Server {
  const request = (...params: readonly unknown[]): Promise<unknown> => {
    asked.push(params);
    return Promise.resolve(answer);
  };
  return { request } as unknown as Server;
}

test('registers every tool of the manifest, which the server answers', async () => {
  const asked: unknown[] = [];
  const registered = registerTools(context, serverThat({ kind: 'answer', json: '{"a":1}' }, asked));
  expect(lm.tools.size).toBe(12);
  const token = {};
  const result = await lm.tools.get('prototxt_check')?.invoke({ input: { path: 'net.prototxt' } }, token);
  expect(asked).toEqual([['prototxt/tool', { name: 'prototxt_check', input: { path: 'net.prototxt' } }, token]]);
  expect(result).toEqual(new LanguageModelToolResult([new LanguageModelTextPart('{"a":1}')]));
  registered.dispose();
  expect(lm.tools.size).toBe(0);
});

test('passes on why there is no answer', async () => {
  registerTools(context, serverThat({ kind: 'error', message: 'Cannot read a: no such file.' }));
  await expect(lm.tools.get('prototxt_check')?.invoke({ input: {} }, {})).rejects.toThrow('Cannot read a');
});

test('registers nothing in an editor without tools', () => {
  lm.registerTool = undefined;
  registerTools(context, serverThat(null)).dispose();
  expect(lm.tools.size).toBe(0);
});
