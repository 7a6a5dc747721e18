/**
 * The net panel: sends the server's view of the net, as it is and as last committed, and saves the page's pictures and tables.
 */
import * as vscode from 'vscode';
import type { NetAnswer, NetBefore } from '#protocol/net';
import { writing, type WriteFile } from '../files';
import { lastCommits } from '../git';
import { documentPanel, type DocumentPanel } from './document-panel';
import type { Server } from '../server';

export function netPanel(context: vscode.ExtensionContext, server: Server, write: WriteFile): DocumentPanel<'net'> {
  const commits = lastCommits();
  /** A cache: the answer for the last commit changes only with the commit and the state, not with each edit. */
  let kept:
    | { readonly text: string; readonly uri: string; readonly state: string; readonly before: NetBefore | null }
    | undefined;

  async function beforeOf(uri: string, answer: NetAnswer | null): Promise<NetBefore | null> {
    const text = answer ? await commits.text(vscode.Uri.parse(uri)) : undefined;
    if (!answer || text === undefined) return null;
    const { state } = answer;
    if (kept?.text !== text || kept.uri !== uri || kept.state !== state) {
      kept = { text, uri, state, before: await server.request('prototxt/net/before', { uri, text }) };
    }
    return kept.before;
  }

  return documentPanel(context, server, {
    name: 'net',
    title: (file) => vscode.l10n.t('Net of {0}', file),
    changes: commits.onDidChange,
    content: async (uri, name) => {
      const answer = await server.request('prototxt/net', { uri });
      return { kind: 'net', uri, name, answer, before: await beforeOf(uri, answer) };
    },
    receive: (message, uri) => {
      if (message.kind === 'copy') void vscode.env.clipboard.writeText(message.text);
      if (message.kind === 'save') void save(vscode.Uri.parse(uri), message.format, message.content, write);
    },
  });
}

async function save(
  net: vscode.Uri,
  format: 'svg' | 'png',
  content: string | Uint8Array,
  write: WriteFile,
): Promise<void> {
  const defaultUri = net.with({ path: net.path.replace(/(\.prototxt)?$/, `.${format}`) });
  const target = await vscode.window.showSaveDialog({ defaultUri, filters: { [format.toUpperCase()]: [format] } });
  if (!target) return;
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  await writing(target, () => write(target, bytes));
}
