/** The extension in a web host: the server is a worker, which reads files through this client. */
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/browser';
import { startClient } from './extension';
import type { Server } from './server';

let server: Server | undefined;

export function activate(context: vscode.ExtensionContext): void {
  server = startClient(context, async (options) => {
    const worker = new Worker(vscode.Uri.joinPath(context.extensionUri, 'dist/server/browser.js').toString(true));
    // In the same bundle, since a host has no other; what runs when it is loaded runs here.
    const { LanguageClient } = await import('vscode-languageclient/browser');
    const made = new LanguageClient('prototxtLens', 'Prototxt Lens', worker, options);
    serveFiles(made);
    return made;
  });
}

export function deactivate(): Promise<void> | undefined {
  return server?.stop();
}

interface FileRequest {
  readonly uri: string;
  readonly start?: number;
  readonly end?: number;
  readonly bytes?: Uint8Array;
}

/** A file is read in ranges by reading it whole: it is kept for those that follow. */
const keptFor = 2000;

function wholeFiles(): (uri: vscode.Uri) => Thenable<Uint8Array> {
  let kept: { readonly uri: string; readonly bytes: Thenable<Uint8Array> } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (uri) => {
    if (kept?.uri !== uri.toString()) kept = { uri: uri.toString(), bytes: vscode.workspace.fs.readFile(uri) };
    clearTimeout(timer);
    timer = setTimeout(() => (kept = undefined), keptFor);
    return kept.bytes;
  };
}

/** The requests of `server/protocol.ts`. */
function serveFiles(made: LanguageClient): void {
  const { fs } = vscode.workspace;
  const whole = wholeFiles();
  const on = (method: string, answer: (uri: vscode.Uri, request: FileRequest) => Promise<unknown>): void => {
    made.onRequest(`prototxt/fs/${method}`, (request: FileRequest) =>
      answer(vscode.Uri.parse(request.uri, true), request),
    );
  };
  on('read', async (uri) => fs.readFile(uri));
  on('readRange', async (uri, { start, end }) => (await whole(uri)).slice(start, end));
  on('stat', async (uri) => {
    const { size, type } = await fs.stat(uri);
    return {
      size,
      kind: type === vscode.FileType.File ? 'file' : type === vscode.FileType.Directory ? 'folder' : 'other',
    };
  });
  on('list', async (uri) => (await fs.readDirectory(uri)).map(([name]) => name));
  on('write', async (uri, { bytes }) => {
    await fs.writeFile(uri, bytes ?? new Uint8Array());
    return null;
  });
}
