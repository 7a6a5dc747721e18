/** Lets commands that show a net also work in a solver, for the net that it names. */
import * as vscode from 'vscode';
import type { Server } from './server';

/** In characters: a solver names its net within this length. */
const maxRead = 1 << 16;

/** The net that a solver names, if it exists; otherwise the document itself. */
export async function netOf(server: Server, uri: vscode.Uri): Promise<vscode.Uri> {
  const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
  // Avoids asking the server for most documents, which are nets.
  if (!document || !/^\s*(?:train_|test_)?net\s*:/m.test(document.getText().slice(0, maxRead))) return uri;
  const net = await server.request('prototxt/solver/net', { uri: uri.toString() });
  return net === null ? uri : vscode.Uri.parse(net);
}
