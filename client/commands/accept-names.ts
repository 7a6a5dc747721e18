/** Accepts names from the user's own Caffe in this workspace. First shows what will be written, and where. */
import * as vscode from 'vscode';
import { inJson } from '#core/messages/shown';
import { acceptNames } from '#protocol/commands';
import { section } from '../nets';

const setting = 'acceptedNames';

export function registerAcceptNames(): vscode.Disposable {
  return vscode.commands.registerCommand(acceptNames, (names: unknown) =>
    Array.isArray(names) ? accept(names.map(String)) : undefined,
  );
}

async function accept(names: readonly string[]): Promise<void> {
  const { workspace, window, ConfigurationTarget } = vscode;
  const configuration = workspace.getConfiguration(section);
  // The workspace's setting replaces the user's, so the names that are in effect are copied into it.
  const accepted = [...new Set([...configuration.get<readonly string[]>(setting, []), ...names])];
  const isOpen = workspace.workspaceFolders !== undefined;
  const write = vscode.l10n.t('Add');
  const entry = `"${section}.${setting}": ${inJson(accepted, 2)}`;
  const answer = await window.showInformationMessage(
    isOpen
      ? vscode.l10n.t('Add this entry to the workspace settings ({0})?', fileOfSettings())
      : vscode.l10n.t('No folder is open. Add this entry to your user settings?'),
    { modal: true, detail: entry },
    write,
  );
  if (answer !== write) return;
  await configuration.update(setting, accepted, isOpen ? ConfigurationTarget.Workspace : ConfigurationTarget.Global);
}

function fileOfSettings(): string {
  const { workspaceFile } = vscode.workspace;
  return workspaceFile ? vscode.workspace.asRelativePath(workspaceFile) : '.vscode/settings.json';
}
