/** The extension in a web host: the server is a worker that reads files through this client. */
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/browser';
import { jpegDecoder, runtimeParts, type FileMethod, type FileRequests, type RuntimeParts } from '#protocol/files';
import { startClient } from './extension';
import type { Server } from './server';

let server: Server | undefined;

export function activate(context: vscode.ExtensionContext): void {
  server = startClient(
    context,
    async (options) => {
      const start = (): Worker =>
        new Worker(vscode.Uri.joinPath(context.extensionUri, 'dist/server/browser.js').toString(true));
      const first = start();
      const { clientOf } = await import('./language-client-browser');
      const made = clientOf(options, start, first);
      serveFiles(made);
      made.onRequest(runtimeParts, () => partsOfRuntime(context.extensionUri));
      made.onRequest(jpegDecoder, () =>
        vscode.workspace.fs.readFile(
          vscode.Uri.joinPath(context.extensionUri, 'dist/run/libjpegturbowasm_decode.wasm'),
        ),
      );
      return made;
    },
    writeFile,
  );
}

export function deactivate(): Promise<void> | undefined {
  return server?.stop();
}

/** One call, which the file system of a web host carries out completely or not at all. */
async function writeFile(to: vscode.Uri, bytes: Uint8Array): Promise<void> {
  await vscode.workspace.fs.writeFile(to, bytes);
}

async function partsOfRuntime(extension: vscode.Uri): Promise<RuntimeParts> {
  const read = (name: string): Thenable<Uint8Array> =>
    vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'dist/run', name));
  const [script, wasm] = await Promise.all([read('worker-browser.js'), read('ort-wasm-simd-threaded.wasm')]);
  return { script: new TextDecoder().decode(script), module: await WebAssembly.compile(wasm as BufferSource) };
}

/** In ms. The file system can't read ranges, so the whole file is read and cached for this long for the ranges that follow. */
const keepFor = 2000;

function wholeFiles(): (uri: vscode.Uri) => Thenable<Uint8Array> {
  let kept: { readonly uri: string; readonly bytes: Thenable<Uint8Array> } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (uri) => {
    if (kept?.uri !== uri.toString()) kept = { uri: uri.toString(), bytes: vscode.workspace.fs.readFile(uri) };
    clearTimeout(timer);
    timer = setTimeout(() => (kept = undefined), keepFor);
    return kept.bytes;
  };
}

function serveFiles(made: LanguageClient): void {
  const { fs } = vscode.workspace;
  const whole = wholeFiles();
  const on = <Method extends FileMethod>(
    method: Method,
    answer: (uri: vscode.Uri, params: FileRequests[Method]['params']) => Promise<FileRequests[Method]['result']>,
  ): void => {
    made.onRequest<unknown, never>(method, (params: FileRequests[Method]['params']) =>
      answer(vscode.Uri.parse(params.uri, true), params),
    );
  };
  on('prototxt/fs/read', async (uri) => fs.readFile(uri));
  on('prototxt/fs/readRange', async (uri, { start, end }) => (await whole(uri)).slice(start, end));
  on('prototxt/fs/stat', async (uri) => {
    const { size, type } = await fs.stat(uri);
    return {
      size,
      // A symbolic link has its target's bit as well as its own.
      kind: type & vscode.FileType.File ? 'file' : type & vscode.FileType.Directory ? 'folder' : 'other',
    };
  });
  on('prototxt/fs/list', async (uri) => (await fs.readDirectory(uri)).map(([name]) => name));
  on('prototxt/fs/write', async (uri, { bytes }) => {
    await writeFile(uri, bytes);
    return null;
  });
}
