/** The language server as commands and panels see it, from the first moment on: what is asked waits until it runs. */
import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { crashed, type OwnRequests } from '#protocol/requests';

export interface Server {
  /** Fails where the server does not start, or has ended. Where the server crashed in it, the person is told, and it fails as cancelled. */
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
      try {
        // A token that is undefined would be taken for a second parameter.
        return await (token
          ? client.sendRequest<Result>(method, params, token)
          : client.sendRequest<Result>(method, params));
      } catch (error) {
        if (!isCrash(error)) throw error;
        void tellCrash(error.message, () => client.outputChannel.show());
        throw new vscode.CancellationError();
      }
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

function isCrash(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && error.code === crashed;
}

/** VS Code shows the same message once, however often it is told while it is shown. */
async function tellCrash(message: string, showOutput: () => void): Promise<void> {
  const show = vscode.l10n.t('Show Output');
  const said = vscode.l10n.t('The Prototxt language server failed: {0}. Its output has the details.', message);
  if ((await vscode.window.showErrorMessage(said, show)) === show) showOutput();
}

/** Lets what waits in the host go first. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
