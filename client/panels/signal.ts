/** The signal panel: sends the server's forecast to the page, and saves what the user exports. */
import * as vscode from 'vscode';
import type { SourceChoice } from '#core/signal/source';
import type { ToSignalPage } from '#protocol/signal';
import { nameOf, type WriteFile } from '../files';
import { documentPanel, type DocumentPanel } from './document-panel';
import { saveBeside } from './save';
import type { Server } from '../server';

export function signalPanel(
  context: vscode.ExtensionContext,
  server: Server,
  write: WriteFile,
): DocumentPanel<'signal'> {
  let input: SourceChoice = { kind: 'standard' };
  const content = async (uri: string, name: string): Promise<ToSignalPage> => ({
    kind: 'signal',
    uri,
    name,
    answer: await server.request('prototxt/signal', { uri, input }),
  });
  return documentPanel(context, server, {
    name: 'signal',
    title: (file) => vscode.l10n.t('Signal of {0}', file),
    content,
    receive: (message, uri, post) => {
      if (message.kind === 'input') {
        if (JSON.stringify(message.input) === JSON.stringify(input)) return;
        input = message.input;
        void content(uri, nameOf(vscode.Uri.parse(uri))).then(post);
      }
      if (message.kind === 'save') void saveBeside(uri, 'signal', message.what, message.bytes, write);
    },
  });
}
