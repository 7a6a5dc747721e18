import { afterEach, expect, test, vi } from 'vitest';
import {
  CodeActionRequest,
  CompletionRequest,
  DefinitionRequest,
  DiagnosticRefreshRequest,
  DiagnosticTag,
  DidChangeConfigurationNotification,
  DocumentDiagnosticRequest,
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  WorkspaceSymbolRequest,
  type CodeAction,
  type CompletionItem,
  type DocumentSymbol,
  type Hover,
  type Location,
} from 'vscode-languageserver-protocol';
import type { StatesAnswer } from '#protocol/requests';
import { inProcess, type Session } from '../support/session';

const folder = 'file:///nets';
const uri = `${folder}/net.prototxt`;
const text = `layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
layer {
  name: "conv1"
  type: "Convolution"
  bottom: "data"
  top: "conv1"
  convolution_param {
    num_output: 4
    kernel_size: 3
    weight_filler {
      type: "xavier"
      std: 0.01
      sparse: 2
    }
  }
}
`;
const nested = { textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } } };
const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

let session: Session;
afterEach(() => session.end());

test('sends problems with codes, positions and faded ranges', async () => {
  session = await inProcess();
  await session.open(uri, text);
  const { diagnostics } = await session.diagnostics(uri);
  expect(diagnostics.map(({ code, range }) => [code, range.start.line, range.start.character])).toEqual([
    ['filler/dead-field', 11, 6],
    ['filler/sparse-unsupported', 12, 6],
  ]);
  expect(diagnostics[0]?.tags).toEqual([DiagnosticTag.Unnecessary]);
  await session.change(uri, 2, text.replace('      sparse: 2\n', ''));
  const after = await session.diagnostics(uri, ({ version }) => version === 2);
  expect(after.diagnostics.map(({ code }) => code)).toEqual(['filler/dead-field']);
});

test('answers a pull request for diagnostics', async () => {
  session = await inProcess({}, { textDocument: { diagnostic: {} } });
  await session.open(uri, text);
  const report = await session.client.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
  expect(report).toMatchObject({
    kind: 'full',
    items: [{ code: 'filler/dead-field' }, { code: 'filler/sparse-unsupported' }],
  });
});

test("asks a pulling client to pull again after changes it can't know of, but not after its own edits", async () => {
  session = await inProcess(
    { [`${folder}/solver.prototxt`]: 'net: "nets/net.prototxt"\nbase_lr: 0.1\n' },
    { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } },
  );
  const refreshed = vi.fn();
  session.client.onRequest(DiagnosticRefreshRequest.type, refreshed);
  const ask = (): Promise<unknown> =>
    session.client.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
  await session.open(uri, text);
  // Once for the solver beside it, which is only found after the net is opened.
  await expect.poll(() => refreshed.mock.calls.length).toBe(1);
  for (let version = 2; version < 12; version++) {
    await session.change(uri, version, `${text}# ${version}\n`);
    await ask();
  }
  expect(refreshed).toHaveBeenCalledOnce();
  await session.client.sendNotification(DidChangeConfigurationNotification.type, {
    settings: { prototxtLens: { phase: 'TRAIN' } },
  });
  await expect.poll(() => refreshed.mock.calls.length).toBe(2);
});

test('answers hover, inlay hints, outline and folding', async () => {
  session = await inProcess(
    { [`${folder}/solver.prototxt`]: 'net: "nets/net.prototxt"\nbase_lr: 0.1\n', [uri]: text },
    nested,
  );
  await session.open(uri, text);
  await session.diagnostics(uri);
  const position = { line: 10, character: 14 };
  const hover = (await session.client.sendRequest(HoverRequest.type, { textDocument: { uri }, position })) as Hover;
  expect(JSON.stringify(hover.contents)).toContain('√(3 / 27) = 0.3333333');
  const hints = await session.client.sendRequest(InlayHintRequest.type, { textDocument: { uri }, range: whole });
  expect(hints?.map(({ label }) => label)).toEqual(['1×3×8×8', '1×4×6×6', '±0.3333']);
  const symbols = (await session.client.sendRequest(DocumentSymbolRequest.type, {
    textDocument: { uri },
  })) as DocumentSymbol[];
  expect(symbols.map(({ name, detail }) => `${name} ${detail ?? ''}`)).toEqual([
    'data Input  1×3×8×8',
    'conv1 Convolution  1×4×6×6',
  ]);
  const folds = await session.client.sendRequest(FoldingRangeRequest.type, { textDocument: { uri } });
  expect(folds?.map(({ startLine, endLine }) => [startLine, endLine]).sort(([a = 0], [b = 0]) => a - b)).toEqual([
    [1, 14],
    [6, 13],
    [9, 12],
  ]);
});

test('uses the rates of the solver beside the net once it is read', async () => {
  session = await inProcess({ [`${folder}/solver.prototxt`]: 'net: "nets/net.prototxt"\nbase_lr: 0.1\n', [uri]: text });
  await session.open(uri, text);
  const hovered = async (): Promise<string> => {
    const hover = (await session.client.sendRequest(HoverRequest.type, {
      textDocument: { uri },
      position: { line: 2, character: 11 },
    })) as Hover;
    return JSON.stringify(hover.contents);
  };
  await expect.poll(hovered).toContain('0.1 × 1 = 0.1');
});

test('goes from a bottom to its top and back', async () => {
  session = await inProcess();
  await session.open(uri, text);
  const position = { line: 4, character: 12 };
  const [made] = (await session.client.sendRequest(DefinitionRequest.type, {
    textDocument: { uri },
    position,
  })) as Location[];
  expect(made?.range.start).toEqual({ line: 0, character: 41 });
  const uses = await session.client.sendRequest(ReferencesRequest.type, {
    textDocument: { uri },
    position,
    context: { includeDeclaration: true },
  });
  expect(uses?.map(({ range }) => range.start.line)).toEqual([0, 4]);
});

test('removes what Caffe rejects by a fix, with its line', async () => {
  session = await inProcess();
  await session.open(uri, text);
  const { diagnostics } = await session.diagnostics(uri);
  const range = { start: { line: 12, character: 7 }, end: { line: 12, character: 7 } };
  const actions = (await session.client.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range,
    context: { diagnostics, only: ['quickfix'] },
  })) as CodeAction[];
  expect(actions.map(({ title }) => title)).toEqual([
    'Remove sparse',
    'Disable filler/sparse-unsupported for this line',
  ]);
  expect(actions[0]?.edit?.changes?.[uri]).toEqual([
    { range: { start: { line: 12, character: 0 }, end: { line: 13, character: 0 } }, newText: '' },
  ]);
});

test('does not offer to suppress a syntax error', async () => {
  session = await inProcess();
  await session.open(uri, 'layer { name: "a" } }\n');
  const { diagnostics } = await session.diagnostics(uri);
  const range = { start: { line: 0, character: 20 }, end: { line: 0, character: 20 } };
  const actions = (await session.client.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range,
    context: { diagnostics, only: ['quickfix'] },
  })) as CodeAction[];
  expect(actions.map(({ title }) => title)).toEqual(['Remove }']);
});

test('fixes all problems with a safe fix if the client asks for it', async () => {
  session = await inProcess();
  await session.open(uri, text);
  const context = { diagnostics: [], only: ['source.fixAll'] };
  const actions = (await session.client.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range: whole,
    context,
  })) as CodeAction[];
  expect(actions.map(({ kind }) => kind)).toEqual(['source.fixAll.prototxt']);
  expect(actions[0]?.edit?.changes?.[uri]?.map(({ range }) => [range.start.line, range.end.line])).toEqual([[11, 13]]);
});

test('formats a document, a selection, and the line that was left', async () => {
  session = await inProcess();
  const ugly = 'layer {\n name:"a"\n top:"b"\n}\n';
  await session.open(uri, ugly);
  const options = { tabSize: 4, insertSpaces: true };
  const all = await session.client.sendRequest(DocumentFormattingRequest.type, { textDocument: { uri }, options });
  expect(all?.map(({ range, newText }) => [range.start.line, newText])).toEqual([
    [0, '\n    '],
    [1, ' '],
    [1, '\n    '],
    [2, ' '],
  ]);
  const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 3 } };
  const some = await session.client.sendRequest(DocumentRangeFormattingRequest.type, {
    textDocument: { uri },
    range,
    options,
  });
  expect(some?.map(({ newText }) => newText)).toEqual(['\n    ', ' ']);
  const typed = {
    textDocument: { uri },
    position: { line: 2, character: 0 },
    ch: '\n',
    options: { tabSize: 8, insertSpaces: false },
  };
  const left = await session.client.sendRequest(DocumentOnTypeFormattingRequest.type, typed);
  expect(left?.map(({ newText }) => newText)).toEqual(['\n\t', ' ']);
});

test.each(['utf8', 'utf16le'] as const)(
  'finds a byte-order mark of %s, which the editor hides, in the file',
  async (encoding) => {
    session = await inProcess({ [uri]: Buffer.from(`\uFEFF${text}`, encoding) });
    await session.open(uri, text);
    const { diagnostics } = await session.diagnostics(uri, (sent) =>
      sent.diagnostics.some(({ code }) => code === 'syntax/byte-order-mark'),
    );
    expect(diagnostics[0]?.range.start).toEqual({ line: 0, character: 0 });
  },
);

test('checks only the syntax of files that are not nets', async () => {
  session = await inProcess();
  await session.open(
    `${folder}/labels.prototxt`,
    'item { name: "none" label: 0 display_name: "background" }\nitem { name: "cat label: 1 }\n',
    'textproto',
  );
  const { diagnostics } = await session.diagnostics(`${folder}/labels.prototxt`);
  expect(diagnostics.map(({ code }) => String(code).split('/')[0])).toEqual(diagnostics.map(() => 'syntax'));
  expect(diagnostics.length).toBeGreaterThan(0);
});

test('answers nothing for documents that are not open', async () => {
  session = await inProcess();
  const answer = await session.client.sendRequest(HoverRequest.type, {
    textDocument: { uri: 'file:///none' },
    position: { line: 0, character: 0 },
  });
  expect(answer).toBeNull();
});

test('shows a chosen state: excluded layers fade, shapes and outline are those of the state', async () => {
  const net = `${text}layer { name: "drop" type: "Dropout" bottom: "conv1" top: "drop" include { stage: "fit" } }\n`;
  session = await inProcess(
    { [`${folder}/solver.prototxt`]: 'net: "nets/net.prototxt"\nbase_lr: 0.1\ntest_state { stage: "val" }\n' },
    nested,
  );
  await session.open(uri, net);
  await session.diagnostics(uri);
  const ask = (): Promise<StatesAnswer> => session.client.sendRequest('prototxt/states', { uri });
  await expect
    .poll(async () => (await ask()).choices.map(({ label, layers }) => `${label}: ${layers}`))
    .toEqual(['TRAIN: 2', 'TEST: 2', 'TRAIN, stage fit: 3', 'TEST, stage fit: 3', 'TEST, stage val: 2']);
  expect(await ask()).toMatchObject({ shown: ['TRAIN', 'TEST, stage val'], from: 'served' });
  await session.client.sendRequest('prototxt/states/choose', { uri, state: { phase: 'TEST', level: 0, stages: [] } });
  const faded = await session.diagnostics(uri, ({ diagnostics }) =>
    diagnostics.some(({ code }) => code === 'net/out-of-state'),
  );
  expect(
    faded.diagnostics.filter(({ code }) => code === 'net/out-of-state').map(({ range }) => range.start.line),
  ).toEqual([16]);
  expect(await ask()).toMatchObject({ shown: ['TEST'], from: 'asked' });
  await session.client.sendRequest('prototxt/states/choose', {
    uri,
    state: { phase: 'TRAIN', level: 0, stages: ['fit'] },
  });
  await session.diagnostics(uri, ({ diagnostics }) => !diagnostics.some(({ code }) => code === 'net/out-of-state'));
  const symbols = (await session.client.sendRequest(DocumentSymbolRequest.type, {
    textDocument: { uri },
  })) as DocumentSymbol[];
  expect(symbols.at(-1)?.detail).toBe('Dropout  1×4×6×6');
});

test('uses the state of a comment if none is chosen, before that of the settings', async () => {
  session = await inProcess({}, {}, { phase: 'TRAIN' });
  await session.open(uri, `# prototxt: phase=TEST stage=a\n${text}`);
  await session.diagnostics(uri);
  expect(await session.client.sendRequest('prototxt/states', { uri })).toMatchObject({
    shown: ['TEST, stage a'],
    from: 'directive',
  });
  await session.open(`${folder}/other.prototxt`, text);
  expect(await session.client.sendRequest('prototxt/states', { uri: `${folder}/other.prototxt` })).toMatchObject({
    shown: ['TRAIN'],
    from: 'usual',
  });
});

test('renames everywhere, and rejects an existing name with the reason', async () => {
  session = await inProcess({}, { textDocument: { rename: { prepareSupport: true } } });
  await session.open(uri, text);
  const position = { line: 4, character: 12 };
  expect(
    await session.client.sendRequest(PrepareRenameRequest.type, { textDocument: { uri }, position }),
  ).toMatchObject({ placeholder: 'data' });
  const edit = await session.client.sendRequest(RenameRequest.type, {
    textDocument: { uri },
    position,
    newName: 'image',
  });
  expect(edit?.changes?.[uri]?.map(({ newText, range }) => `${range.start.line} ${newText}`)).toEqual([
    '0 image',
    '4 image',
  ]);
  await expect(
    session.client.sendRequest(RenameRequest.type, { textDocument: { uri }, position, newName: 'conv1' }),
  ).rejects.toThrow("A blob named 'conv1' already exists in line 6");
});

test('completes with plain text for a client without snippets', async () => {
  session = await inProcess();
  await session.open(uri, `${text}layer { type: "ReLU" }\n`);
  const items = (await session.client.sendRequest(CompletionRequest.type, {
    textDocument: { uri },
    position: { line: 17, character: 0 },
  })) as CompletionItem[];
  expect(items.find(({ label }) => label === 'Pooling')?.textEdit).toMatchObject({
    newText: expect.stringContaining('bottom: "conv1"\n  top: "pool1"') as string,
  });
  expect(items.filter(({ textEdit }) => textEdit?.newText.includes('$'))).toEqual([]);
});

test('finds layers of the workspace, in open files and others', async () => {
  session = await inProcess(
    { 'file:///nets/deep/b.prototxt': 'layer { name: "conv9" type: "Convolution" }' },
    {},
    undefined,
    'file:///nets',
  );
  await session.open(uri, text);
  const found = await session.client.sendRequest(WorkspaceSymbolRequest.type, { query: 'conv' });
  expect(found?.map(({ name, containerName }) => `${name} ${containerName ?? ''}`)).toEqual([
    'conv1 Convolution · net.prototxt',
    'conv9 Convolution · b.prototxt',
  ]);
});

test('links a code to its page where the client can open it', async () => {
  session = await inProcess({}, {}, { problemPages: true });
  await session.open(uri, text);
  const { diagnostics } = await session.diagnostics(uri);
  expect(diagnostics.map(({ codeDescription }) => codeDescription?.href)).toEqual([
    'prototxt-lens-problem:/filler/dead-field.md',
    'prototxt-lens-problem:/filler/sparse-unsupported.md',
  ]);
});
