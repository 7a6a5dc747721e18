/** The server's notification `prototxt/changed` as an event, since a client allows only one listener per notification. */
import * as vscode from 'vscode';
import { changed } from '#protocol/notifications';
import type { Server } from './server';

const events = new WeakMap<Server, vscode.Event<void>>();

/** Fires when what is shown of a net may have changed other than by an edit. */
export function changedOf(server: Server): vscode.Event<void> {
  const known = events.get(server);
  if (known) return known;
  const emitter = new vscode.EventEmitter<void>();
  server.listen(changed, () => emitter.fire());
  events.set(server, emitter.event);
  return emitter.event;
}
