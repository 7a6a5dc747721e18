/** The tools over MCP, asked by the client of its SDK, which also compares each answer with the schema of the tool. */
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mcpServer } from '#cli/mcp-server';
import { tools } from '#tools/index';
import { smallNet } from '../support/small-nets';
import { toolContext } from '../support/tools';

let client: Client;
beforeAll(async () => {
  const context = toolContext({
    'net.prototxt': smallNet,
    'weights.caffemodel': new Uint8Array(100),
  });
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  client = new Client({ name: 'test', version: '1' });
  await mcpServer({ tools, context, version: '1.2.3' }).connect(theirs);
  await client.connect(ours);
  // From here on, the client compares each answer with the schema in this list.
  await client.listTools();
});
afterAll(() => client.close());

const ask = async (name: string, input: Readonly<Record<string, unknown>>): Promise<CallToolResult> =>
  (await client.callTool({ name, arguments: input })) as CallToolResult;

const textOf = ({ content: [first] }: CallToolResult): string => (first?.type === 'text' ? first.text : '');

test('lists the tools, each with what it is for, its input and its answer', async () => {
  const { tools: listed } = await client.listTools();
  expect(listed.map(({ name }) => name)).toEqual(tools.map(({ name }) => name));
  for (const { name, description = '', inputSchema, outputSchema, annotations } of listed) {
    expect(description, name).toMatch(/\bUse it\b/);
    expect(inputSchema, name).toMatchObject({ type: 'object', additionalProperties: false });
    expect(outputSchema, name).toMatchObject({ type: 'object' });
    expect(annotations, name).toMatchObject({ readOnlyHint: true, openWorldHint: false });
  }
});

const inputs: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  prototxt_explain_log: { path: 'net.prototxt', log: 'Check failed: x' },
  prototxt_layers: { type: 'Convolution' },
  prototxt_fields: { message: 'SolverParameter' },
  prototxt_fillers: {},
};

test.each(tools.map(({ name }) => name))('%s answers in its schema, as an object and as text', async (name) => {
  const answer = await ask(name, inputs[name] ?? { path: 'net.prototxt' });
  expect(answer.isError).toBeUndefined();
  expect(JSON.parse(textOf(answer))).toEqual(answer.structuredContent);
});

test.each(tools.map(({ name }) => name))('%s explains every wrong input', async (name) => {
  const wrong: readonly Readonly<Record<string, unknown>>[] = [
    { nonsense: 1 },
    { path: 3, text: 3, message: 3, type: 3, schema: 3 },
    { text: ['layer'], message: null, schema: 'bvlcc', log: '' },
    { path: '/etc/passwd', message: 'x', schema: '/etc/passwd.proto', log: '' },
    { path: '../secret.prototxt', message: 'x', schema: '../secret.proto', log: '' },
    { path: 'weights.caffemodel', message: 'x'.repeat(1e5), schema: 'x'.repeat(1e5), log: '' },
    { path: '//host/share/net.prototxt', message: '', schema: '\\\\host\\share\\my.proto', log: '' },
    { schema: '\u0000', path: '\u0000', message: '\u001b[2J', log: '' },
  ];
  for (const input of wrong) {
    const answer = await ask(name, input);
    expect([answer.isError, answer.structuredContent], JSON.stringify(input).slice(0, 100)).toEqual([true, undefined]);
    expect(textOf(answer)).not.toMatch(/bug in Prototxt Lens|[\p{Cc}]/u);
    expect(textOf(answer).length).toBeLessThan(2000);
  }
});

test('says where a path may be', async () => {
  expect(textOf(await ask('prototxt_check', { path: '../x.prototxt' }))).toBe(
    'Cannot read ../x.prototxt: it is outside the folders that may be read.',
  );
  expect(textOf(await ask('prototxt_check', { path: '../x.prototxt', text: smallNet }))).toMatch(/outside/);
  expect(textOf(await ask('prototxt_check', { path: 'weights.caffemodel' }))).toMatch(/holds weights; name the net/);
  expect(textOf(await ask('prototxt_check', {}))).toBe('Give `path` or `text`.');
  expect(textOf(await ask('prototxt_check', { text: '', txt: '' }))).toBe('Invalid input: there is no input txt.');
});

test('answers for any text, if need be that it is too long', async () => {
  for (const text of ['', '{', '\u0000'.repeat(1000), '{'.repeat(50_000), `a: "${'x'.repeat(1e6)}`])
    expect((await ask('prototxt_check', { text })).isError).toBeUndefined();
  const huge = await ask('prototxt_check', { text: '#'.repeat(9_000_000) });
  expect(huge.structuredContent).toMatchObject({ problems: [{ code: 'file/too-large' }] });
  expect(textOf(await ask('prototxt_shapes', { text: '#'.repeat(9_000_000) }))).toMatch(/neither a net nor a solver/);
});

test('an unknown tool is an error of the protocol', async () => {
  await expect(ask('prototxt_delete', {})).rejects.toThrow('There is no tool prototxt_delete.');
});
