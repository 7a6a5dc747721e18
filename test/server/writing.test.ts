/** Features that change the text, over LSP: refactorings, and the requests of the palette's commands. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  CodeActionRequest,
  type ClientCapabilities,
  type CodeAction,
  type CodeActionParams,
} from 'vscode-languageserver-protocol';
import type { WritingRequests } from '#protocol/requests';
import { inProcess, type Session } from '../support/session';

const uri = 'file:///nets/train_val.prototxt';
const text = `layer { name: "data" type: "Data" top: "data" top: "label" data_param { source: "mnist" batch_size: 2 } }
layer { name: "a/ip" type: "InnerProduct" bottom: "data" top: "a/ip" inner_product_param { num_output: 2 } }
layer { name: "a/r" type: "ReLU" bottom: "a/ip" top: "a/r" }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "a/r" bottom: "label" }
`;

let session: Session;
const start = async (capabilities: ClientCapabilities = {}): Promise<void> => {
  session = await inProcess({}, capabilities);
  await session.open(uri, text);
};
beforeEach(() => start());
afterEach(() => session.end());

function ask<Method extends keyof WritingRequests>(
  method: Method,
  params: Omit<WritingRequests[Method]['params'], 'uri'>,
): Promise<WritingRequests[Method]['result']> {
  return session.client.sendRequest(method, { uri, ...params });
}

function actionsAt(line: number): Promise<CodeAction[]> {
  const at = { line, character: 9 };
  const params: CodeActionParams = {
    textDocument: { uri },
    range: { start: at, end: at },
    context: { diagnostics: [], only: ['refactor'] },
  };
  return session.client.sendRequest(CodeActionRequest.type, params) as Promise<CodeAction[]>;
}

test('offers refactorings at a layer', async () => {
  const actions = await actionsAt(2);
  expect(actions.map(({ title }) => title)).toEqual([
    'Make a/r work in place on a/ip',
    'Insert ReLU on a/r',
    'Insert BatchNorm, Scale on a/r',
    'Insert Dropout on a/r',
  ]);
  expect(new Set(actions.map(({ kind }) => kind))).toEqual(new Set(['refactor.rewrite']));
});

test('offers a deploy net in a new file to clients that can create files', async () => {
  expect((await actionsAt(0)).some(({ title }) => title.includes('deploy'))).toBe(false);
  await session.end();
  await start({ workspace: { workspaceEdit: { resourceOperations: ['create'] } } });
  const action = (await actionsAt(0)).find(({ title }) => title.includes('deploy'));
  expect(action?.edit?.documentChanges?.[0]).toEqual({ kind: 'create', uri: 'file:///nets/deploy.prototxt' });
});

test('answers the requests of commands', async () => {
  const position = { line: 2, character: 9 };
  const insertable = await ask('prototxt/insert/types', { position });
  expect(insertable?.blob).toBe('a/r');
  expect(insertable?.types).toContain('Pooling');
  expect(await ask('prototxt/insert/types', { position: { line: 99, character: 0 } })).toBeNull();
  expect((await ask('prototxt/insert', { position, types: ['Power'] }))?.map(({ range }) => range.start.line)).toEqual([
    2, 3,
  ]);
  expect(await ask('prototxt/insert', { position: { line: 99, character: 0 }, types: ['Power'] })).toBeNull();
  expect(await ask('prototxt/duplicate/block', { position })).toMatchObject({
    prefix: 'a/',
    layers: 2,
    range: { start: { line: 1 }, end: { line: 2 } },
    suggestion: 'a/',
  });
  expect((await ask('prototxt/duplicate', { position, prefix: 'b/' }))?.[0]?.newText).toContain(
    'name: "b/r" type: "ReLU" bottom: "b/ip"',
  );
  expect(await ask('prototxt/upgrade', {})).toEqual([]);
  expect(await ask('prototxt/deploy', {})).toContain('type: "Softmax"');
  const [explained] = await ask('prototxt/explain', {
    log: "Unknown bottom blob 'label' (layer 'loss', bottom index 1)",
  });
  expect(explained?.range?.start).toEqual({ line: 3, character: 68 });
});
