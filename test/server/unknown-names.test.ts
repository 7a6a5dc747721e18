/** Actions for names that the detected Caffe lacks: a proto of the workspace, one that the user chooses, accepted names. */
import { afterEach, expect, test } from 'vitest';
import {
  CodeActionRequest,
  ConfigurationRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type ClientCapabilities,
  type CodeAction,
  type Diagnostic,
} from 'vscode-languageserver-protocol';
import { inProcess, type Session } from '../support/session';

const root = 'file:///work';
const uri = `${root}/models/a/net.prototxt`;
const input = 'layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 1 dim: 4 dim: 6 dim: 6 } } }\n';
const withNames = (...names: readonly string[]): string =>
  `${input}layer { name: "r" type: "ReLU" bottom: "d" top: "r" ${names.map((name) => `${name}: 1`).join(' ')} }\n`;
const wobble = withNames('wobble');
const caffe = 'package caffe;\nmessage LayerParameter {\n  optional int32 wobble = 900;\n}\n';

const commands = ['prototxtLens.chooseProto', 'prototxtLens.acceptNames', 'prototxtLens.useSchema'];

let session: Session;
afterEach(() => session.end());

interface Start {
  readonly files?: Readonly<Record<string, string>>;
  readonly text?: string;
  readonly settings?: object;
  readonly capabilities?: ClientCapabilities;
}

async function start({ files = {}, text = wobble, settings = {}, capabilities = {} }: Start): Promise<void> {
  session = await inProcess(files, capabilities, settings, root);
  await session.open(uri, text);
}

async function codes(fits: (codes: readonly unknown[]) => boolean = () => true): Promise<readonly unknown[]> {
  const { diagnostics } = await session.diagnostics(uri, (sent) => fits(sent.diagnostics.map(({ code }) => code)));
  return diagnostics.map(({ code }) => code);
}

/** The code actions at the first problem. */
async function actions(): Promise<readonly CodeAction[]> {
  const { diagnostics } = await session.diagnostics(uri, (sent) => sent.diagnostics.length > 0);
  return diagnostics[0] ? actionsFor(diagnostics[0]) : [];
}

async function actionsFor(problem: Diagnostic): Promise<readonly CodeAction[]> {
  const params = { textDocument: { uri }, range: problem.range, context: { diagnostics: [problem] } };
  return (await session.client.sendRequest(CodeActionRequest.type, params)) as readonly CodeAction[];
}

const titles = (all: readonly CodeAction[]): readonly string[] => all.map(({ title }) => title);
const byProto = (all: readonly CodeAction[]): readonly string[] =>
  titles(all).filter((title) => title.endsWith('.proto for this file'));

test('offers up to three protos of the workspace that define layers, the nearest first', async () => {
  await start({
    files: {
      [uri]: wobble,
      [`${root}/models/a/own/deep/caffe.proto`]: caffe,
      [`${root}/models/layers.proto`]: caffe,
      [`${root}/models/a/other.proto`]: 'message Other {}\n// message LayerParameter\n',
      [`${root}/caffe-1.0/src/caffe/proto/caffe.proto`]: caffe,
      [`${root}/node_modules/far/caffe.proto`]: caffe,
      [`${root}/.hidden/caffe.proto`]: caffe,
      [`${root}/z/z/z/z/z/z/caffe.proto`]: caffe,
      'file:///outside.proto': caffe,
    },
  });
  const all = await actions();
  expect(byProto(all)).toEqual([
    'Use the schema ../layers.proto for this file',
    'Use the schema own/deep/caffe.proto for this file',
    'Use the schema ../../caffe-1.0/src/caffe/proto/caffe.proto for this file',
  ]);
  const [first] = all.filter(({ title }) => title.includes('layers.proto'));
  expect(first?.edit?.changes?.[uri]).toMatchObject([{ newText: '# prototxt: schema=../layers.proto\n' }]);
  expect(first?.isPreferred).not.toBe(true);
  expect(first?.diagnostics).toMatchObject([{ code: 'schema/unknown-name' }]);
});

test('makes the name known by the comment that it writes', async () => {
  await start({ files: { [`${root}/my%20protos/caffe.proto`]: caffe } });
  const [action] = (await actions()).filter(({ title }) => title.endsWith('.proto for this file'));
  const [edit] = action?.edit?.changes?.[uri] ?? [];
  expect(edit?.newText).toBe('# proto-file: ../../my protos/caffe.proto\n');
  await session.change(uri, 2, `${edit?.newText ?? ''}${wobble}`);
  await codes((found) => found.length === 0);
  expect(await session.client.sendRequest('prototxt/schema', { uri })).toMatchObject({
    label: expect.stringContaining('caffe.proto'),
  });
});

test('searches nothing outside of the opened folders', async () => {
  session = await inProcess({ [`${root}/caffe.proto`]: caffe }, {}, {}, 'file:///elsewhere');
  await session.open(uri, wobble);
  expect(byProto(await actions())).toEqual([]);
});

test('finds a proto that is added later', async () => {
  const files: Record<string, string> = { [`${root}/models/readme`]: '' };
  await start({ files });
  const { diagnostics } = await session.diagnostics(uri, (sent) => sent.diagnostics.length > 0);
  const [problem] = diagnostics;
  if (!problem) throw new Error('there is no problem');
  expect(byProto(await actionsFor(problem))).toEqual([]);
  const added = `${root}/models/caffe.proto`;
  files[added] = caffe;
  await session.client.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: [{ uri: added, type: FileChangeType.Created }],
  });
  expect(byProto(await actionsFor(problem))).toEqual(['Use the schema ../caffe.proto for this file']);
});

test('offers commands only if the client has them', async () => {
  await start({});
  expect((await actions()).filter(({ command }) => command)).toEqual([]);
  await session.end();
  await start({ settings: { commands } });
  expect((await actions()).flatMap(({ command }) => command ?? [])).toEqual([
    { title: 'Choose a proto for this file…', command: 'prototxtLens.chooseProto', arguments: [uri] },
    {
      title: "Accept 'wobble' in this workspace…",
      command: 'prototxtLens.acceptNames',
      arguments: [['wobble']],
    },
  ]);
});

test('offers the name at the position, and all names, even if the sentence lists fewer', async () => {
  const names = ['aaaaa', 'bbbbb', 'ccccc', 'ddddd', 'eeeee', 'fffff', 'ggggg'];
  await start({ text: withNames(...names), settings: { commands } });
  const all = await actions();
  expect(all.flatMap(({ command }) => (command?.command === commands[1] ? [command] : []))).toEqual([
    { title: "Accept 'aaaaa' in this workspace…", command: commands[1], arguments: [['aaaaa']] },
    { title: 'Accept all 7 names in this workspace…', command: commands[1], arguments: [names] },
  ]);
});

test('offers to read the file or the workspace with a modelled Caffe that has the name', async () => {
  const text = `${input}layer { name: "c" type: "InnerProduct" bottom: "d" top: "c" inner_product_param { num_output: 2 weight_filler { type: "gaussian_unitball" } } }\n`;
  await start({ text, settings: { commands } });
  expect(titles(await actions())).toEqual(
    expect.arrayContaining([
      "Use the schema of happynear's Caffe for this file: # prototxt: schema=happynear",
      "Use the schema of happynear's Caffe for all files in the workspace",
      "Accept 'gaussian_unitball' in this workspace…",
    ]),
  );
});

test('offers nothing if a Caffe is selected by name', async () => {
  await start({
    text: `# prototxt: schema=bvlc\n${wobble}`,
    settings: { commands },
    files: { [`${root}/caffe.proto`]: caffe },
  });
  expect(titles(await actions()).filter((title) => /proto$|proto for|Accept/.test(title))).toEqual([]);
});

test('takes accepted names from the settings, and removes their problems at once', async () => {
  await start({});
  expect(await codes()).toEqual(['schema/unknown-name']);
  await session.client.sendNotification(DidChangeConfigurationNotification.type, {
    settings: { prototxtLens: { acceptedNames: ['wobble', 7] } },
  });
  expect(await codes((found) => found.length === 0)).toEqual([]);
  await session.client.sendNotification(DidChangeConfigurationNotification.type, {
    settings: { prototxtLens: { acceptedNames: 'wobble' } },
  });
  expect(await codes((found) => found.length > 0)).toEqual(['schema/unknown-name']);
});

test('requests the accepted names from an editor that supports it', async () => {
  session = await inProcess({}, { workspace: { configuration: true } }, {}, root);
  session.client.onRequest(ConfigurationRequest.type, () => [{ acceptedNames: ['wobble'] }]);
  await session.client.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
  await session.open(uri, wobble);
  expect(await codes((found) => found.length === 0)).toEqual([]);
});

test('writes the comment for a proto that the user chose', async () => {
  const old = { [`${root}/models/a/old.proto`]: 'message Other {}\n' };
  await start({ text: `# prototxt: schema=old.proto\n${wobble}`, files: old });
  const ask = (proto: string): Promise<unknown> =>
    session.client.sendRequest('prototxt/schema/write', { uri, schema: { kind: 'proto', uri: proto } });
  expect(await ask('file:///elsewhere/caffe.proto')).toEqual([
    {
      range: { start: { line: 0, character: 19 }, end: { line: 0, character: 28 } },
      newText: '../../../elsewhere/caffe.proto',
    },
  ]);
  expect(await ask('memfs:///caffe.proto')).toBeNull();
  expect(await ask(`${root}/models/a/caffe.proto`)).toMatchObject([{ newText: 'caffe.proto' }]);
});
