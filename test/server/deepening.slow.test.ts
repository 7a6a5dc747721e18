/** The verdicts on the signal of a large net are reported after its other problems. */
import { afterEach, expect, test, vi } from 'vitest';
import {
  DiagnosticRefreshRequest,
  DocumentDiagnosticRequest,
  type ClientCapabilities,
  type Diagnostic,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { createDeepening } from '#server/deepening';
import { deepNet } from '../support/deep-net';
import { inProcess, runtimeOf, type Session } from '../support/session';

const uri = 'file:///nets/deep.prototxt';
const large = `${deepNet('type: "xavier"', 60)}layer { name: "drop" type: "Dropout" bottom: "score" top: "nobody" }\n`;

let session: Session | undefined;
afterEach(async () => {
  await session?.end();
  session = undefined;
});

function reported(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ code, range }) => `${range.start.line} ${String(code)}`);
}

test('pushes diagnostics at once, and again with the verdicts', async () => {
  session = await inProcess();
  await session.open(uri, large);
  const [first, second] = [await session.diagnostics(uri), await session.diagnostics(uri)];
  expect(reported(first.diagnostics)).toContain('124 check/unused-blob');
  expect(reported(first.diagnostics).join()).not.toContain('signal/');
  expect(reported(second.diagnostics)).toEqual(
    expect.arrayContaining([...reported(first.diagnostics), '23 signal/vanishing-xavier']),
  );
  expect([first.version, second.version]).toEqual([1, 1]);
});

test('keeps verdicts at their positions until the next version is analyzed', async () => {
  session = await inProcess();
  await session.open(uri, large);
  const has = ({ diagnostics }: { readonly diagnostics: readonly Diagnostic[] }): boolean =>
    reported(diagnostics).join().includes('signal/');
  const before = await session.diagnostics(uri, has);
  await session.change(uri, 2, `# a comment\n${large}`);
  const [first, second] = [
    await session.diagnostics(uri, ({ version }) => version === 2),
    await session.diagnostics(uri, ({ version }) => version === 2),
  ];
  expect(reported(first.diagnostics)).toEqual(
    before.diagnostics.map(({ code, range }) => `${range.start.line + 1} ${String(code)}`),
  );
  expect(second.diagnostics).toEqual(first.diagnostics);
  await session.change(uri, 3, `# prototxt-disable signal/vanishing-xavier\n${large}`);
  expect(reported((await session.diagnostics(uri, ({ version }) => version === 3)).diagnostics).join()).not.toContain(
    'signal/vanishing-xavier',
  );
  await session.change(uri, 4, large.replaceAll('xavier', 'msra'));
  await session.diagnostics(uri, ({ version }) => version === 4);
  expect(reported((await session.diagnostics(uri, ({ version }) => version === 4)).diagnostics).join()).not.toContain(
    'signal/vanishing-xavier',
  );
});

test('reports the verdicts of a small net with its other problems', async () => {
  session = await inProcess();
  await session.open(uri, deepNet('type: "gaussian" std: 0.01', 4));
  expect(reported((await session.diagnostics(uri)).diagnostics).join()).toContain('signal/vanishing-filler');
});

async function asked(capabilities: ClientCapabilities): Promise<() => Promise<string>> {
  const { client, open } = (session = await inProcess({}, { textDocument: { diagnostic: {} }, ...capabilities }));
  await open(uri, large);
  return async () => {
    const report = await client.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
    return report.kind === 'full' ? reported(report.items).join() : '';
  };
}

test('answers a pull request at once, and asks the client to pull again', async () => {
  const ask = await asked({ workspace: { diagnostics: { refreshSupport: true } } });
  const again = vi.fn();
  session?.client.onRequest(DiagnosticRefreshRequest.type, again);
  expect(await ask()).not.toContain('signal/');
  const known = again.mock.calls.length;
  await expect.poll(() => again.mock.calls.length, { timeout: 60_000 }).toBe(known + 1);
  expect(await ask()).toContain('signal/vanishing-xavier');
});

test("answers with all problems if the client can't be asked to pull again", async () => {
  const ask = await asked({});
  expect(await ask()).toContain('signal/vanishing-xavier');
});

test('stops after an edit, and reports nothing more', async () => {
  const waiting: (() => void)[] = [];
  const cancelled = vi.fn();
  const deepen = vi.fn(() => true);
  const runtime = {
    ...runtimeOf({}),
    timer: { after: (_: number, run: () => void) => (waiting.push(run), cancelled) },
  };
  const analysis = analyze(large, { dialect: bvlc });
  const deepening = createDeepening(runtime, { analysis: () => analysis, deepen });
  const document = TextDocument.create(uri, 'prototxt', 1, large);
  const first = deepening.begin(document);
  expect(deepening.begin(document)).toBe(first);
  waiting.shift()?.();
  expect([waiting.length, deepen.mock.calls.length]).toEqual([1, 0]);
  deepening.end(uri);
  expect(await first).toBe(false);
  expect(cancelled).toHaveBeenCalledOnce();
  waiting.length = 0;
  const second = deepening.begin(document);
  for (let step = waiting.shift(); step; step = waiting.shift()) step();
  expect(await second).toBe(true);
  expect(deepen).toHaveBeenCalledOnce();
});
