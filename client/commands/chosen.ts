/** What the user chose for each net, stored for the workspace. */
import type * as vscode from 'vscode';
import type { Server } from '../server';

export interface Chosen<Value> extends vscode.Disposable {
  readonly of: (net: vscode.Uri) => Value | undefined;
  /** Null removes the choice. */
  readonly choose: (net: vscode.Uri, value: Value | null) => Thenable<void>;
}

/** Sends all choices with `send` each time the server has started, since a new server has none of them. */
export function chosenFor<Value>(
  { workspaceState }: vscode.ExtensionContext,
  server: Server,
  memory: string,
  send: (net: string, value: Value) => unknown,
): Chosen<Value> {
  const all = (): Readonly<Record<string, Value>> => workspaceState.get<Readonly<Record<string, Value>>>(memory, {});
  const resending = server.onDidChange(() => {
    if (server.isRunning()) for (const [net, value] of Object.entries(all())) void send(net, value);
  });
  return {
    of: (net) => all()[net.toString()],
    choose: (net, value) => {
      const others = Object.entries(all()).filter(([key]) => key !== net.toString());
      return workspaceState.update(
        memory,
        Object.fromEntries(value === null ? others : [...others, [net.toString(), value]]),
      );
    },
    dispose: () => void resending.dispose(),
  };
}
