/** Clients with fewer capabilities, or with an older form of them. */
import { afterEach, expect, test } from 'vitest';
import {
  CompletionRequest,
  DidChangeWorkspaceFoldersNotification,
  DidSaveTextDocumentNotification,
  DocumentSymbolRequest,
  HoverRequest,
  RegistrationRequest,
  WorkspaceSymbolRequest,
  type CompletionItem,
  type DidChangeWatchedFilesRegistrationOptions,
  type Hover,
  type MarkupContent,
  type SymbolInformation,
} from 'vscode-languageserver-protocol';
import { inProcess, type Session } from '../support/session';

const uri = 'file:///nets/net.prototxt';
const text =
  'layer { name: "in" type: "Input" top: "d" input_param { shape { dim: 1 dim: 4 } } }\nlayer { name: "a/ip" type: "InnerProduct" bottom: "d" top: "ip" inner_product_param { num_output: 2 } }\nlayer { name: "a/re" type: "ReLU" bottom: "ip" top: "ip" }\n';
const at = (
  line: number,
  character: number,
): { textDocument: { uri: string }; position: { line: number; character: number } } => ({
  textDocument: { uri },
  position: { line, character },
});

let session: Session;
afterEach(() => session.end());

async function found(query: string): Promise<readonly string[]> {
  const symbols = await session.client.sendRequest(WorkspaceSymbolRequest.type, { query });
  return (symbols ?? []).map(({ name }) => name);
}

test('sends plain text in hovers and completions to a client without Markdown', async () => {
  session = await inProcess(
    {},
    {
      textDocument: {
        hover: { contentFormat: ['plaintext'] },
        completion: { completionItem: { documentationFormat: ['plaintext'] } },
      },
    },
  );
  await session.open(uri, text);
  const hover = (await session.client.sendRequest(HoverRequest.type, at(1, 16))) as Hover;
  expect(hover.contents).toMatchObject({ kind: 'plaintext' });
  expect((hover.contents as MarkupContent).value).toMatch(/^a\/ip · InnerProduct\n/);
  expect((hover.contents as MarkupContent).value).not.toMatch(/```|\*\*/);
  const items = (await session.client.sendRequest(CompletionRequest.type, at(2, 8))) as CompletionItem[];
  expect(items.map(({ documentation }) => (documentation as MarkupContent | undefined)?.kind)).not.toContain(
    'markdown',
  );
});

test('sends flat symbols with their containers to a client without hierarchical symbols', async () => {
  session = await inProcess();
  await session.open(uri, text);
  const symbols = (await session.client.sendRequest(DocumentSymbolRequest.type, {
    textDocument: { uri },
  })) as SymbolInformation[];
  expect(symbols.map(({ name, containerName, location }) => [name, containerName, location.range.start.line])).toEqual([
    ['in', undefined, 0],
    ['a', undefined, 1],
    ['a/ip', 'a', 1],
    ['a/re', 'a', 2],
  ]);
});

test('accepts a workspace as a path, or as a URI with a trailing slash', async () => {
  for (const beyond of [
    { rootPath: '/nets' },
    { rootUri: 'file:///nets/' },
    { workspaceFolders: [{ uri: 'file:///nets/', name: 'nets' }] },
  ]) {
    session = await inProcess({ [uri]: text }, {}, undefined, null, beyond);
    expect(await found('ip')).toEqual(['a/ip']);
    if (!('workspaceFolders' in beyond)) await session.end();
  }
});

test('follows folders that are added to the workspace and removed from it', async () => {
  session = await inProcess(
    { [uri]: text, 'file:///more/b.prototxt': text.replaceAll('a/ip', 'b/ip') },
    { workspace: { workspaceFolders: true } },
    undefined,
    'file:///nets',
  );
  expect(session.result.capabilities.workspace?.workspaceFolders).toMatchObject({ supported: true });
  const event = { added: [{ uri: 'file:///more', name: 'more' }], removed: [{ uri: 'file:///nets/', name: 'nets' }] };
  await session.client.sendNotification(DidChangeWorkspaceFoldersNotification.type, { event });
  expect(await found('ip')).toEqual(['b/ip']);
});

test('registers file watchers, except if the client watches files itself', async () => {
  const watches = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };
  const asked: string[] = [];
  for (const watchesFiles of [true, false]) {
    session = await inProcess({}, watches, { watchesFiles });
    session.client.onRequest(RegistrationRequest.type, ({ registrations }) => {
      for (const { registerOptions } of registrations) {
        asked.push(
          ...(registerOptions as DidChangeWatchedFilesRegistrationOptions).watchers.map(
            ({ globPattern }) => `${watchesFiles ? 'own' : 'ours'} ${globPattern as string}`,
          ),
        );
      }
    });
    if (watchesFiles) await session.end();
  }
  await expect
    .poll(() => asked)
    .toEqual([
      'ours **/*.prototxt',
      'ours **/*.proto',
      'ours **/*.binaryproto',
      'ours **/*.caffemodel',
      'ours **/*.target.json',
    ]);
});

test('reads saved documents again for a client that does not watch files', async () => {
  const files: Record<string, string> = {
    [uri]: text,
    'file:///nets/solver.prototxt': 'net: "net.prototxt"\nbase_lr: 0.1\n',
  };
  session = await inProcess(files);
  await session.open(uri, text);
  const rates = async (): Promise<string> =>
    JSON.stringify(await session.client.sendRequest(HoverRequest.type, at(1, 16)));
  await expect.poll(rates).toContain('0.1 × 1 = 0.1');
  await session.open('file:///nets/solver.prototxt', files['file:///nets/solver.prototxt'] ?? '');
  files['file:///nets/solver.prototxt'] = 'net: "net.prototxt"\nbase_lr: 0.5\n';
  await session.client.sendNotification(DidSaveTextDocumentNotification.type, {
    textDocument: { uri: 'file:///nets/solver.prototxt' },
  });
  await expect.poll(rates).toContain('0.5 × 1 = 0.5');
});

test('analyzes another text even if its version is the same', async () => {
  session = await inProcess();
  await session.open(uri, text);
  expect((await session.diagnostics(uri)).diagnostics).toEqual([]);
  await session.open(uri, 'layer {');
  expect((await session.diagnostics(uri)).diagnostics.map(({ code }) => code)).toEqual(['syntax/unclosed']);
  await session.change(uri, 1, `${text}layer {`);
  expect(
    (await session.diagnostics(uri, ({ diagnostics }) => diagnostics.length > 0)).diagnostics.map(
      ({ range }) => range.start.line,
    ),
  ).toEqual([3]);
});

test('reports its version', async () => {
  session = await inProcess();
  expect(session.result.serverInfo).toEqual({ name: 'prototxt-lens', version: '1.2.3' });
});
