/** Unfinished text has no errors while it is being typed. */
import { DiagnosticRefreshRequest, DocumentDiagnosticRequest } from 'vscode-languageserver-protocol/node';
import { expect, test } from 'vitest';
import { parse } from '#core/text/parser';
import { hostTimer } from '#server/host-timer';
import type { Timer } from '#server/runtime';
import { typedSpan, typingPause } from '#server/typing';
import { inProcessOn, runtimeOf, type Session } from '../support/session';

const uri = 'file:///net.prototxt';
const input =
  'layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }\n';

/** A clock whose long timers end when the test says so. */
function handClock(): { readonly timer: Timer; readonly pass: () => void } {
  const waiting = new Set<() => void>();
  return {
    timer: {
      after: (milliseconds, run) => {
        if (milliseconds < typingPause) return hostTimer.after(milliseconds, run);
        waiting.add(run);
        return () => waiting.delete(run);
      },
    },
    pass: () => {
      for (const run of [...waiting]) {
        waiting.delete(run);
        run();
      }
    },
  };
}

async function typing(text: string): Promise<{
  readonly session: Session;
  readonly type: (text: string) => Promise<readonly string[]>;
  readonly reported: () => Promise<readonly string[]>;
  readonly pass: () => void;
}> {
  const { timer, pass } = handClock();
  const session = await inProcessOn({ ...runtimeOf({}), timer });
  await session.open(uri, text);
  await session.diagnostics(uri);
  let version = 1;
  const reported = async (): Promise<readonly string[]> =>
    (await session.diagnostics(uri)).diagnostics
      .filter(({ severity = 1 }) => severity <= 2)
      .map(({ code }) => String(code));
  return {
    session,
    type: async (next) => {
      await session.change(uri, ++version, next);
      return reported();
    },
    reported,
    pass,
  };
}

test('reports no error in a layer typed key by key until it is closed', async () => {
  const { session, type } = await typing(input);
  const layer = `layer {
  name: "conv1"
  type: "Convolution"
  bottom: "data"
  top: "conv1"
  convolution_param {
    num_output: 20
    kernel_size: 5
  }
}`;
  for (let i = 1; i <= layer.length; i++) {
    const written = layer.slice(0, i);
    // The editor closes brackets automatically.
    const open = [...written.matchAll(/\{/g)].length - [...written.matchAll(/\}/g)].length;
    expect(await type(`${input}${written}${'\n}'.repeat(open)}`), written).toEqual([]);
  }
  await session.end();
});

test('reports an unfinished line when another line is edited', async () => {
  const conv =
    'layer { name: "c" type: "Convolution" bottom: "data" top: "c"\nconvolution_param { num_output: 2 }\n}\n';
  const { session, type } = await typing(`${input}${conv}`);
  expect(await type(`${input}${conv.replace('num_output', 'num_outp')}`)).toEqual([]);
  expect(await type(`${input.replace('8 }', '8 } ')}${conv.replace('num_output', 'num_outp')}`)).toContain(
    'schema/unknown-name',
  );
  await session.end();
});

test('keeps reporting errors elsewhere', async () => {
  const bad = 'layer { name: "x" type: "Softmx" bottom: "data" top: "x" }\n';
  const { session, type } = await typing(`${input}${bad}`);
  expect(await type(`${input}${bad}l`)).toEqual(['net/unknown-layer-type']);
  await session.end();
});

test('reports after a pause, once', async () => {
  const { session, type, reported, pass } = await typing(input);
  expect(await type(`${input}layer { name: "a" type: "Softmx" bottom: "data" top: "a" }`)).toEqual([]);
  pass();
  expect(await reported()).toEqual(['net/unknown-layer-type']);
  pass();
  expect(await type(`${input}layer { name: "a" type: "Softmax" bottom: "data" top: "a" }`)).toEqual([]);
  await session.end();
});

test('reports everything in a document that is opened', async () => {
  const { session, type } = await typing(input);
  expect(await type(`${input}lay`)).toEqual([]);
  await session.open(uri, `${input}lay`);
  expect((await session.diagnostics(uri)).diagnostics).not.toEqual([]);
  await session.end();
});

const pulling = { textDocument: { diagnostic: {} } };

test('asks a pulling client once to pull again', async () => {
  const { timer, pass } = handClock();
  const session = await inProcessOn(
    { ...runtimeOf({}), timer },
    { ...pulling, workspace: { diagnostics: { refreshSupport: true } } },
  );
  let refreshed = 0;
  session.client.onRequest(DiagnosticRefreshRequest.type, () => void refreshed++);
  const pull = async (): Promise<number> => {
    const report = await session.client.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
    return report.kind === 'full' ? report.items.length : -1;
  };
  await session.open(uri, input);
  expect(await pull()).toBe(0);
  await session.change(uri, 2, `${input}layer { type: "Softmx" }`);
  expect(await pull()).toBe(0);
  pass();
  expect(await pull()).toBeGreaterThan(0);
  expect(refreshed).toBe(1);
  await session.end();
});

test("answers completely if the client can't be asked to pull again", async () => {
  const session = await inProcessOn(runtimeOf({}), pulling);
  await session.open(uri, input);
  await session.change(uri, 2, `${input}layer { type: "Softmx" }`);
  const report = await session.client.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
  expect(report).toMatchObject({ kind: 'full', items: [{ code: 'net/unknown-layer-type' }] });
  await session.end();
});

test('covers the lines of the edit, and a layer opened in them', () => {
  const span = (before: string, after: string, last?: { start: number; end: number }): string | undefined => {
    const found = typedSpan(last, before, parse(after).tree);
    return found && after.slice(found.start, found.end);
  };
  expect(span('a: 1\nb: 2\n', 'a: 1\nb: 23\n')).toBe('b: 23');
  expect(span('a: 1\n', 'a: 1\nlayer {\n}\n')).toBe('layer {\n}\n');
  expect(span('layer {\n}', 'layer {\n  n\n}', { start: 0, end: 9 })).toBe('layer {\n  n\n}');
  expect(span('layer {\n}', 'layer {\n  n\n}', undefined)).toBe('  n\n}');
  expect(span('', `a: "${'x'.repeat(2000)}"`)).toBeUndefined();
});
