/** The built server as a process, started as by another editor. */
import { closeSync, existsSync, openSync } from 'node:fs';
import { spawn, spawnSync, type ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HoverRequest, type Hover } from 'vscode-languageserver-protocol';
import { session, type Session } from '../support/client';

let server: ChildProcessByStdio<Writable, Readable, null>;
let talk: Session;

// One for all tests: what it survives includes the texts of the tests before.
beforeAll(async () => {
  server = spawn(process.execPath, ['dist/server/node.cjs', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  talk = await session(server.stdout, server.stdin, {});
});

afterAll(async () => {
  await talk.end();
  server.kill();
});

const net =
  'layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 1 dim: 4 } } }\nlayer { name: "ip" type: "InnerProduct" bottom: "d" top: "ip" inner_product_param { num_output: 2 weight_filler { type: "xavier" } } }\n';

test('speaks LSP: problems and a hover', async () => {
  await talk.open('untitled:net', net.replace('"d" top: "ip"', '"e" top: "ip"'));
  expect((await talk.diagnostics('untitled:net')).diagnostics.map(({ code }) => code)).toEqual(['net/unknown-bottom']);
  await talk.change('untitled:net', 2, net);
  expect((await talk.diagnostics('untitled:net', ({ version }) => version === 2)).diagnostics).toEqual([]);
  const position = { line: 1, character: net.indexOf('xavier') - net.indexOf('\n') };
  const hover = (await talk.client.sendRequest(HoverRequest.type, {
    textDocument: { uri: 'untitled:net' },
    position,
  })) as Hover;
  expect(JSON.stringify(hover.contents)).toContain('√(3 / 4) = 0.8660254');
});

test.each([
  ['bytes of an image', Array.from({ length: 20_000 }, (_, i) => String.fromCharCode((i * 7919) % 256)).join('')],
  ['NULs', '\0'.repeat(5000)],
  ['lone surrogates', 'layer { name: "\uD800" \uDC00 }'.repeat(200)],
  ['brackets without end', 'layer {'.repeat(100_000)],
  ['one endless line', `name: "${'x'.repeat(5_000_000)}`],
])('handles %s without crashing or hanging', async (name, text) => {
  await talk.open(`untitled:${name}`, text);
  expect((await talk.diagnostics(`untitled:${name}`)).diagnostics.length).toBeGreaterThan(0);
  await talk.open(`untitled:net beside ${name}`, net);
  expect((await talk.diagnostics(`untitled:net beside ${name}`)).diagnostics).toEqual([]);
});

test.each([
  ['--version', 0, /^\d+\.\d+\.\d+\n$/],
  ['--help', 0, /--stdio/],
  ['--stdoi', 2, /--stdio/],
])('answers %s on the command line', (option, code, text) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/server/node.cjs', option], {
    encoding: 'utf8',
  });
  expect(status).toBe(code);
  expect(code === 0 ? stdout : stderr).toMatch(text);
});

test.skipIf(!existsSync('/dev/full'))('reports a full disk in one line', () => {
  const full = openSync('/dev/full', 'w');
  const { status, stderr } = spawnSync(process.execPath, ['dist/cli/main.cjs', 'inspect', 'examples/lenet.prototxt'], {
    stdio: ['ignore', full, 'pipe'],
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  closeSync(full);
  expect(status).toBe(2);
  expect(stderr).toBe('prototxt-lens: cannot write the output: the disk is full\n');
});
