/** The server's news, for all who show something of it: a client hands each notification to one listener only. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { news } from '#server/protocol';

const events = new WeakMap<BaseLanguageClient, vscode.Event<void>>();

/** Fires when what is shown of a net may be another now, without an edit. */
export function newsOf(client: BaseLanguageClient): vscode.Event<void> {
  const known = events.get(client);
  if (known) return known;
  const emitter = new vscode.EventEmitter<void>();
  client.onNotification(news, () => emitter.fire());
  events.set(client, emitter.event);
  return emitter.event;
}
