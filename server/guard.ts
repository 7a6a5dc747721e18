/**
 * Wraps every handler: a cancelled request ends immediately; an internal error is logged with its stack and answered as an
 * error.
 */
import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';
import { shown } from '#core/messages/shown';
import { crashed } from '#protocol/requests';
import type { Log } from './runtime';

export async function guard<Answer>(
  what: string,
  token: CancellationToken,
  log: Pick<Log, 'error'>,
  answer: () => Answer | Promise<Answer>,
): Promise<Answer | ResponseError<never>> {
  if (token.isCancellationRequested)
    return new ResponseError<never>(LSPErrorCodes.RequestCancelled, `${what} was cancelled`);
  try {
    return await answer();
  } catch (error) {
    log.error(`${what} failed: ${stackOf(error)}`);
    return new ResponseError<never>(
      crashed,
      `${what} failed: ${shown(error instanceof Error ? error.message : String(error))}`,
    );
  }
}

/** The error's stack, for the log. */
export function stackOf(error: unknown): string {
  const lines = (error instanceof Error ? (error.stack ?? error.message) : String(error)).split('\n');
  return lines.map(shown).join('\n');
}
