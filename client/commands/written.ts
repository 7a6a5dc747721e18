/** A file that the server writes, with progress and a way to stop. */
import * as vscode from 'vscode';
import { exportProgress, type ExportProgress } from '#protocol/notifications';
import type { ExportRequests } from '#protocol/requests';
import type { Server } from '../server';

export function writtenByServer<Method extends keyof ExportRequests>(
  server: Server,
  method: Method,
  params: ExportRequests[Method]['params'] & { readonly to: string },
  title: string,
): Thenable<ExportRequests[Method]['result'] | { readonly kind: 'cancelled' }> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (progress, token) => {
    let told = 0;
    const listening = server.listen(exportProgress, ({ to, share }: ExportProgress) => {
      if (to !== params.to) return;
      progress.report({ increment: 100 * (share - told) });
      told = share;
    });
    try {
      return await server.request(method, params, token);
    } catch (error) {
      // A cancelled request is answered with an error, and a crash is told already.
      if (token.isCancellationRequested || error instanceof vscode.CancellationError) return { kind: 'cancelled' };
      throw error;
    } finally {
      listening.dispose();
    }
  });
}
