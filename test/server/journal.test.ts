/** What the server logs of its start, settings, the Caffe of a file and protos; and the Caffe of each folder. */
import { afterEach, expect, test } from 'vitest';
import { ConfigurationRequest, DidChangeConfigurationNotification } from 'vscode-languageserver-protocol';
import { inProcess, inProcessOn, runtimeOf, type Session } from '../support/session';

let session: Session;
afterEach(() => session.end());

const permute = 'layer { name: "p" type: "Permute" bottom: "d" top: "p" permute_param { order: 0 order: 2 } }\n';

test('logs its start, settings, the Caffe of a file once, and protos', async () => {
  const lines: string[] = [];
  const files = {
    'file:///nets/own.proto':
      'message LayerParameter { optional FooParameter foo_param = 1001; }\nmessage FooParameter { }\n',
  };
  const runtime = {
    ...runtimeOf(files),
    log: { info: (line: string) => void lines.push(line), error: () => undefined },
  };
  session = await inProcessOn(runtime, {}, { phase: 'TEST' }, 'file:///nets');
  await session.open('file:///nets/net.prototxt', permute);
  await expect
    .poll(() => lines)
    .toEqual([
      'Prototxt Lens 1.2.3 started.',
      'Settings: phase "TEST"',
      'file:///nets/net.prototxt: Schema: SSD, because BVLC Caffe lacks permute_param, Permute.',
    ]);
  await session.change('file:///nets/net.prototxt', 2, `${permute}\n`);
  lines.length = 0;
  await session.client.sendNotification(DidChangeConfigurationNotification.type, {
    settings: { prototxtLens: { schema: 'own.proto' } },
  });
  await expect
    .poll(() => lines)
    .toEqual(
      expect.arrayContaining([
        'Settings: schema "own.proto"',
        'Read file:///nets/own.proto.',
        'file:///nets/net.prototxt: Schema: SSD + own.proto, as specified.',
      ]) as unknown,
    );
});

test('reads the Caffe of each folder of a workspace', async () => {
  const folders = ['file:///a', 'file:///b'];
  session = await inProcess({}, { workspace: { configuration: true } }, {}, null, {
    workspaceFolders: folders.map((uri) => ({ uri, name: uri })),
  });
  session.client.onRequest(ConfigurationRequest.type, ({ items }) =>
    items.map(({ scopeUri }) => (scopeUri === 'file:///b' ? { schema: 'ssd' } : { schema: 'bvlc' })),
  );
  await session.client.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
  const caffeOf = async (uri: string): Promise<string | undefined> =>
    (await session.client.sendRequest<{ readonly id: string } | null>('prototxt/schema', { uri }))?.id;
  await session.open('file:///a/n.prototxt', permute);
  await session.open('file:///b/n.prototxt', permute);
  await session.open('file:///c/n.prototxt', permute);
  await expect.poll(() => caffeOf('file:///a/n.prototxt')).toBe('bvlc');
  expect(await caffeOf('file:///b/n.prototxt')).toBe('ssd');
  expect(await caffeOf('file:///c/n.prototxt')).toBe('bvlc');
});
