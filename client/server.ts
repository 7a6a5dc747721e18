/** The language server as commands and panels see it, from the first moment on: what is asked waits until it runs. */
import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { OwnRequests } from '#protocol/requests';

export interface Server {
  /** Fails where the server does not start, or has ended. */
  readonly request: <Method extends keyof OwnRequests>(
    method: Method,
    params: OwnRequests[Method]['params'],
    token?: vscode.CancellationToken,
  ) => Promise<OwnRequests[Method]['result']>;
  /** Notifications of the server; one listener a method. */
  readonly listen: <Params>(method: string, listener: (params: Params) => void) => vscode.Disposable;
  readonly isRunning: () => boolean;
  /** Fires when it runs, and when it no longer does. */
  readonly onDidChange: vscode.Event<void>;
  readonly showOutput: () => Promise<void>;
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Loads the language client, the larger part of the extension, and makes one; it is not started. */
export type Connect = (options: LanguageClientOptions) => Promise<BaseLanguageClient>;

/** Connects in the host's next turn, so that the editor has the extension's commands before; `failed` is told why where that fails. */
export function connectServer(
  connect: Connect,
  options: LanguageClientOptions,
  failed: (error: unknown) => void,
): Server {
  const changed = new vscode.EventEmitter<void>();
  let running: BaseLanguageClient | undefined;
  const connecting = nextTurn()
    .then(() => connect(options))
    .then((client) => {
      client.onDidChangeState(() => {
        running = client.isRunning() ? client : undefined;
        changed.fire();
      });
      client.start().catch(failed);
      return client;
    });
  connecting.catch(failed);
  return {
    request: async <Method extends keyof OwnRequests>(
      method: Method,
      params: OwnRequests[Method]['params'],
      token?: vscode.CancellationToken,
    ) => {
      type Result = OwnRequests[Method]['result'];
      const client = await connecting;
      // A token that is undefined would be taken for a second parameter.
      return token ? client.sendRequest<Result>(method, params, token) : client.sendRequest<Result>(method, params);
    },
    listen: (method, listener) => {
      const listening = connecting.then(
        (client) => client.onNotification(method, listener),
        () => undefined,
      );
      return { dispose: () => void listening.then((made) => made?.dispose()) };
    },
    isRunning: () => running !== undefined,
    onDidChange: changed.event,
    showOutput: async () => (await connecting).outputChannel.show(),
    restart: async () => {
      const client = await connecting;
      await client.stop();
      await client.start();
    },
    stop: async () => (await connecting).stop(),
  };
}

/** Lets what waits in the host go first. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
