/** The language server as commands and panels see it. It can be used before the server runs: requests wait for that. */
import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { OwnRequests } from '#protocol/requests';
import { isCrash, tellingFailures } from './failures';

export interface Server {
  /**
   * Rejects if the server does not start or has ended. If the server crashes in the request, the user is notified, and the
   * request rejects as cancelled.
   */
  readonly request: <Method extends keyof OwnRequests>(
    method: Method,
    params: OwnRequests[Method]['params'],
    token?: vscode.CancellationToken,
  ) => Promise<OwnRequests[Method]['result']>;
  /** Listens to a notification of the server; only one listener per method. */
  readonly listen: <Params>(method: string, listener: (params: Params) => void) => vscode.Disposable;
  readonly isRunning: () => boolean;
  /** Fires when the server starts and when it stops. */
  readonly onDidChange: vscode.Event<void>;
  readonly showOutput: () => Promise<void>;
  /** Starts the server again, even if the running one no longer answers. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Loads the language client, the larger part of the extension, and creates one without starting it. */
export type Connect = (options: LanguageClientOptions) => Promise<BaseLanguageClient>;

/**
 * Connects in the next turn of the event loop, so that the extension's commands are registered first. Calls `failed` with the
 * error if that fails.
 */
export function connectServer(
  connect: Connect,
  options: LanguageClientOptions,
  failed: (error: unknown) => void,
): Server {
  const changed = new vscode.EventEmitter<void>();
  let running: BaseLanguageClient | undefined;
  let starting: Promise<void> | undefined;
  const connecting = nextTurn().then(async () => {
    const client: BaseLanguageClient = await connect(tellingFailures(options, () => client));
    client.onDidChangeState(() => {
      running = client.isRunning() ? client : undefined;
      changed.fire();
    });
    starting = client.start();
    starting.catch(failed);
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
        // `sendRequest` would treat an undefined token as a second parameter.
        return await (token
          ? client.sendRequest<Result>(method, params, token)
          : client.sendRequest<Result>(method, params));
      } catch (error) {
        throw isCrash(error) ? new vscode.CancellationError() : error;
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
      // A start that is under way can't be stopped. An error of it, or of a server that had to be killed, does not matter here.
      await starting?.catch(() => undefined);
      await client.stop().catch(() => undefined);
      starting = client.start();
      await starting;
    },
    stop: async () => (await connecting).stop(),
  };
}

/** Resolves after the events that are already queued. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
