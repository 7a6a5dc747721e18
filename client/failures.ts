/**
 * What the user is told of a server that fails. The library would show a notification for each request that fails, also for those
 * that the editor sends by itself, and for those that a restart interrupts; these are only written to the output.
 */
import * as vscode from 'vscode';
import type {
  BaseLanguageClient,
  ErrorAction,
  ErrorHandler,
  LanguageClientOptions,
  Middleware,
  RevealOutputChannelOn,
} from 'vscode-languageclient';
import { crashed } from '#protocol/requests';
import { inNotification } from './labels';

// The library is loaded after activation, so only its types can be imported here.
const neverShown: RevealOutputChannelOn.Never = 4;
const goOn: ErrorAction.Continue = 1;

/** The options with which a client tells only of crashes, and of a server that ended for good. */
export function tellingFailures(
  options: LanguageClientOptions,
  client: () => Pick<BaseLanguageClient, 'createDefaultErrorHandler' | 'outputChannel'>,
): LanguageClientOptions {
  let usual: ErrorHandler | undefined;
  const handler = (): ErrorHandler => (usual ??= client().createDefaultErrorHandler());
  const told = new Set<string>();
  const sendRequest: NonNullable<Middleware['sendRequest']> = async (type, params, token, next) => {
    try {
      return await next(type, params, token);
    } catch (error) {
      // The editor repeats its own requests, e.g. at each move of the pointer.
      const isOurs = (typeof type === 'string' ? type : type.method).startsWith('prototxt/');
      if (isCrash(error) && (isOurs || !told.has(error.message))) {
        told.add(error.message);
        void report(error.message, () => client().outputChannel.show());
      }
      throw error;
    }
  };
  return {
    ...options,
    revealOutputChannelOn: neverShown,
    middleware: { ...options.middleware, sendRequest },
    errorHandler: {
      error: async (...about) => {
        const result = await handler().error(...about);
        return { ...result, handled: result.action === goOn };
      },
      closed: () => handler().closed(),
    },
  };
}

/** True if the server failed in the request, by an error of its own. */
export function isCrash(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && error.code === crashed;
}

/** VS Code does not repeat a message that is still shown. */
async function report(message: string, showOutput: () => void): Promise<void> {
  const show = vscode.l10n.t('Show Output');
  const said = inNotification(
    vscode.l10n.t('The Prototxt language server failed: {0}. See the output for details.', message),
  );
  if ((await vscode.window.showErrorMessage(said, show)) === show) showOutput();
}
