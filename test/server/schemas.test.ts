import { afterEach, expect, test } from 'vitest';
import {
  CodeActionRequest,
  DidChangeConfigurationNotification,
  HoverRequest,
  type CodeAction,
  type Hover,
} from 'vscode-languageserver-protocol';
import { inProcess, type Session } from '../support/session';

const uri = 'file:///nets/net.prototxt';
const proto = 'file:///nets/custom.proto';
const input = 'layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 1 dim: 4 dim: 6 dim: 6 } } }\n';
const permute = 'layer { name: "p" type: "Permute" bottom: "d" top: "p" permute_param { order: 0 order: 2 } }\n';
const fragment =
  'message LayerParameter { optional FooParameter foo_param = 1001; }\nmessage FooParameter { optional uint32 count = 1; }\n';

let session: Session;
afterEach(() => session.end());

test('shows in hover and status bar which Caffe a file is read with, and why', async () => {
  session = await inProcess();
  await session.open(uri, input + permute);
  const answer = await session.client.sendRequest('prototxt/schema', { uri });
  expect(answer).toMatchObject({
    id: 'ssd',
    label: 'SSD',
    why: 'Schema: SSD, because BVLC Caffe lacks permute_param, Permute.',
  });
  const hover = (await session.client.sendRequest(HoverRequest.type, {
    textDocument: { uri },
    position: { line: 1, character: 30 },
  })) as Hover;
  expect(JSON.stringify(hover.contents)).toContain('Schema: SSD');
});

test('uses the Caffe of the setting, and offers another for a name that it lacks', async () => {
  session = await inProcess();
  await session.client.sendNotification(DidChangeConfigurationNotification.type, {
    settings: { prototxtLens: { schema: 'bvlc' } },
  });
  await session.open(uri, input + permute);
  const { diagnostics } = await session.diagnostics(uri, (sent) => sent.diagnostics.length > 0);
  expect(diagnostics.map(({ code }) => code).sort()).toEqual(['net/fork-layer-type', 'schema/fork-field']);
  const range = diagnostics[0]?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const actions = (await session.client.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range,
    context: { diagnostics },
  })) as readonly CodeAction[];
  const ssd = actions.find(({ title }) => title.includes('schema=ssd'));
  expect(ssd?.edit?.changes?.[uri]).toMatchObject([{ newText: '# prototxt: schema=ssd\n' }]);
});

test('reads a proto beside the net, and reports a broken one', async () => {
  session = await inProcess({ [proto]: fragment, 'file:///nets/broken.proto': 'message A {\n  optional = 1;\n}\n' });
  const net = (file: string): string =>
    `# proto-file: ${file}\n${input}layer { name: "f" type: "Foo" bottom: "d" top: "f" foo_param { count: 2 } }\n`;
  await session.open(uri, net('custom.proto'));
  await session.diagnostics(uri, ({ diagnostics }) => diagnostics.length === 0);
  expect(await session.client.sendRequest('prototxt/schema', { uri })).toMatchObject({
    label: 'BVLC Caffe + custom.proto',
  });
  const other = 'file:///nets/other.prototxt';
  await session.open(other, net('broken.proto'));
  const { diagnostics } = await session.diagnostics('file:///nets/broken.proto');
  expect(diagnostics).toMatchObject([{ code: 'schema/broken-proto', range: { start: { line: 1 } } }]);
});

test('a proto that the settings name and nobody can read is a message', async () => {
  const folder = 'file:///nets';
  session = await inProcess({}, {}, undefined, folder);
  const shown = new Promise<unknown>((resolve) => session?.client.onNotification('window/showMessage', resolve));
  await session.client.sendNotification(DidChangeConfigurationNotification.type, {
    settings: { prototxtLens: { schema: 'gone.proto' } },
  });
  await session.open(uri, input);
  expect(await shown).toMatchObject({ type: 2, message: expect.stringContaining('gone.proto') as string });
});

test('a field that a proto defines otherwise is told there, and unknown where a net has it', async () => {
  const pooling = 'layer { name: "p" type: "Pooling" bottom: "d" top: "p" pooling_param { kernel_size: 2 pool: 1 } }\n';
  session = await inProcess({
    'file:///nets/odd.proto': 'message PoolingParameter {\n  optional int32 pool = 1;\n}\n',
  });
  await session.open(uri, `# proto-file: odd.proto\n${input}${pooling}`);
  const proto = await session.diagnostics('file:///nets/odd.proto');
  expect(proto.diagnostics).toEqual([
    {
      code: 'schema/unread-field',
      range: { start: { line: 1, character: 0 }, end: { line: 1, character: 1000 } },
      message:
        'This field is not read: pool of PoolingParameter is int32, but Caffe reads PoolingParameter.PoolMethod. Give it the type that BVLC has, to have it checked.',
      severity: 3,
      source: 'prototxt',
    },
  ]);
  const { diagnostics } = await session.diagnostics(uri, ({ diagnostics }) => diagnostics.length === 0);
  expect(diagnostics).toEqual([]);
});

test('a proto whose NetParameter no rule can read is told, and nets are read without it', async () => {
  session = await inProcess({ 'file:///nets/odd.proto': 'message NetParameter {\n  optional int32 name = 1;\n}\n' });
  await session.open(uri, `# proto-file: odd.proto\n${input}layer { name: "r" type: "ReLU" bottom: "x" top: "r" }\n`);
  const proto = await session.diagnostics('file:///nets/odd.proto');
  expect(proto.diagnostics).toMatchObject([
    { code: 'schema/broken-proto', range: { start: { line: 1 } }, message: expect.stringContaining('int32') as string },
  ]);
  const net = await session.diagnostics(uri, ({ diagnostics }) => diagnostics.length > 0);
  expect(net.diagnostics.map(({ code }) => code)).toContain('net/unknown-bottom');
});
