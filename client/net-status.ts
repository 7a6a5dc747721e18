/** Status bar items about the net in the active editor. */
import * as vscode from 'vscode';
import { changedOf } from './changed';
import { isNet } from './nets';
import type { Server } from './server';

/** Time to wait after the last edit, in ms. */
const typingPause = 300;

interface NetStatus<Answer> {
  readonly id: string;
  /** From the right, the highest first. */
  readonly priority: number;
  readonly name: string;
  readonly command: string;
  /** Null hides the item. */
  readonly ask: (uri: string) => Promise<Answer | null>;
  readonly show: (item: vscode.StatusBarItem, answer: Answer) => void;
}

/** Hidden while no net is active. A request that fails, as in a server that is shutting down, hides it too. */
export function netStatus<Answer>(
  server: Server,
  { id, priority, name, command, ask, show }: NetStatus<Answer>,
): vscode.Disposable {
  const item = vscode.window.createStatusBarItem(id, vscode.StatusBarAlignment.Right, priority);
  item.name = name;
  item.command = command;
  let turn = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;

  async function update(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    const own = ++turn;
    if (!document || !isNet(document)) return item.hide();
    const answer = server.isRunning() ? await ask(document.uri.toString()) : undefined;
    // A newer request has been sent, which makes this answer obsolete.
    if (own !== turn || answer === undefined) return;
    if (answer === null) return item.hide();
    show(item, answer);
    item.show();
  }

  const later = (): void => void update().catch(() => item.hide());
  later();
  return vscode.Disposable.from(
    item,
    changedOf(server)(later),
    server.onDidChange(later),
    vscode.window.onDidChangeActiveTextEditor(later),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document !== vscode.window.activeTextEditor?.document) return;
      clearTimeout(pause);
      pause = setTimeout(later, typingPause);
    }),
    { dispose: () => clearTimeout(pause) },
  );
}
