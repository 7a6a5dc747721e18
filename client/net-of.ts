/** Commands that show a net, asked of a solver: they show the net that it names. */
import * as vscode from 'vscode';
import type { Server } from './server';

/** A document longer than this names its net near its beginning, or is no solver. */
const maxRead = 1 << 16;

/** The net that a solver names, if that is found; else the document itself. */
export async function netOf(server: Server, uri: vscode.Uri): Promise<vscode.Uri> {
  const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
  // Most documents are nets, and the server need not be asked.
  if (!document || !/^\s*(?:train_|test_)?net\s*:/m.test(document.getText().slice(0, maxRead))) return uri;
  const net = await server.request('prototxt/solver/net', { uri: uri.toString() });
  return net === null ? uri : vscode.Uri.parse(net);
}
