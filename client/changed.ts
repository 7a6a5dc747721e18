/** The server's news, for all who show something of it: each notification has one listener only. */
import * as vscode from 'vscode';
import { news } from '#server/protocol';
import type { Server } from './server';

const events = new WeakMap<Server, vscode.Event<void>>();

/** Fires when what is shown of a net may be another now, without an edit. */
export function newsOf(server: Server): vscode.Event<void> {
  const known = events.get(server);
  if (known) return known;
  const emitter = new vscode.EventEmitter<void>();
  server.listen(news, () => emitter.fire());
  events.set(server, emitter.event);
  return emitter.event;
}
