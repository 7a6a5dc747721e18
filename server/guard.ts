/** Around every handler: a cancelled request ends, a mistake of ours is logged and answered with nothing. */
import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';
import type { Log } from './runtime';

export async function guard<Answer, Fallback>(
  what: string,
  token: CancellationToken,
  log: Log,
  fallback: Fallback,
  answer: () => Answer | Promise<Answer>,
): Promise<Answer | Fallback | ResponseError<never>> {
  if (token.isCancellationRequested)
    return new ResponseError<never>(LSPErrorCodes.RequestCancelled, `${what} was cancelled`);
  try {
    return await answer();
  } catch (error) {
    log.error(`${what} failed: ${stackOf(error)}`);
    return fallback;
  }
}

/** An error as a log has it: where it came from, too. */
export function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
