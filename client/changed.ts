/** The server's notification `prototxt/changed`, for all who show something of it: each notification has one listener only. */
import * as vscode from 'vscode';
import { changed } from '#protocol/notifications';
import type { Server } from './server';

const events = new WeakMap<Server, vscode.Event<void>>();

/** Fires when what is shown of a net may have changed without an edit. */
export function changedOf(server: Server): vscode.Event<void> {
  const known = events.get(server);
  if (known) return known;
  const emitter = new vscode.EventEmitter<void>();
  server.listen(changed, () => emitter.fire());
  events.set(server, emitter.event);
  return emitter.event;
}
