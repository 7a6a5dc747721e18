/** Where a choice is written: a comment in the file, or a setting. Each says first what it writes or removes. */
import * as vscode from 'vscode';
import { nameOf } from '../files';
import { inLabel } from '../labels';
import { section } from '../nets';

/** A setting that a comment in a file overrides. */
export interface Scoped<Value> {
  readonly setting: string;
  readonly value: Value;
  /** The comment that says the same; undefined if a comment cannot. */
  readonly comment: string | undefined;
  readonly question: string;
}

export interface FileScope {
  readonly document: vscode.TextDocument;
  /** What its comment names; null without one. */
  readonly comment: string | null;
  /** Writes the chosen value as a comment. */
  readonly write: () => Promise<void>;
  readonly erase: () => Promise<void>;
}

interface Scope extends vscode.QuickPickItem {
  readonly apply: () => Promise<void>;
}

/** Asks for one scope, from the file outwards. */
export async function writeTo<Value>(
  { setting, value, comment, question }: Scoped<Value>,
  file: FileScope | undefined,
): Promise<void> {
  const scopes: readonly Scope[] = [
    ...(file && comment !== undefined
      ? [
          {
            label: vscode.l10n.t('This File'),
            detail: vscode.l10n.t(
              'Writes the comment {0} to {1}',
              inLabel(comment),
              inLabel(nameOf(file.document.uri)),
            ),
            apply: file.write,
          },
        ]
      : []),
    ...settingsFor<Value>(setting, file).map(({ label, place, target, configuration }) => ({
      label,
      detail: vscode.l10n.t('Writes {0} to {1}', inLabel(entryOf(setting, value)), place),
      apply: async () => configuration.update(setting, value, target),
    })),
  ];
  const chosen = await vscode.window.showQuickPick(scopes, { placeHolder: question });
  await chosen?.apply();
}

/** Lists what is written, all of it selected. `nothing`: what is said if there is nothing. */
export async function removeFrom(setting: string, nothing: string, file: FileScope | undefined): Promise<void> {
  const written: readonly Scope[] = [
    ...(file && file.comment !== null
      ? [
          {
            label: vscode.l10n.t('This File'),
            detail: vscode.l10n.t('Removes the comment that names {0}', inLabel(file.comment)),
            picked: true,
            apply: file.erase,
          },
        ]
      : []),
    ...settingsFor(setting, file).flatMap(({ label, place, target, configuration, value }) =>
      value === undefined
        ? []
        : {
            label,
            detail: vscode.l10n.t('Removes {0} from {1}', inLabel(entryOf(setting, value)), place),
            picked: true,
            apply: async () => configuration.update(setting, undefined, target),
          },
    ),
  ];
  if (written.length === 0) return void vscode.window.showInformationMessage(nothing);
  const chosen = await vscode.window.showQuickPick(written, {
    placeHolder: vscode.l10n.t('Select what to remove'),
    canPickMany: true,
  });
  for (const { apply } of chosen ?? []) await apply();
}

function entryOf(setting: string, value: unknown): string {
  return `"${section}.${setting}": ${JSON.stringify(value)}`;
}

interface SettingsFile<Value> {
  readonly label: string;
  /** The file, for display. */
  readonly place: string;
  readonly target: vscode.ConfigurationTarget;
  readonly configuration: vscode.WorkspaceConfiguration;
  /** The value there now. */
  readonly value: Value | undefined;
}

/** From the innermost. A folder is offered only where a workspace has several, since otherwise the two are one file. */
function settingsFor<Value>(setting: string, file: FileScope | undefined): readonly SettingsFile<Value>[] {
  const { workspaceFolders = [], workspaceFile } = vscode.workspace;
  const configuration = vscode.workspace.getConfiguration(section, file?.document.uri);
  const values = configuration.inspect<Value>(setting);
  const folder =
    file && workspaceFolders.length > 1 ? vscode.workspace.getWorkspaceFolder(file.document.uri) : undefined;
  const { WorkspaceFolder, Workspace, Global } = vscode.ConfigurationTarget;
  const all: SettingsFile<Value>[] = [];
  const add = (label: string, place: string, target: vscode.ConfigurationTarget, value: Value | undefined): void =>
    void all.push({ label, place, target, configuration, value });
  if (folder)
    add(
      vscode.l10n.t('Folder {0}', inLabel(folder.name)),
      `${inLabel(folder.name)}/.vscode/settings.json`,
      WorkspaceFolder,
      values?.workspaceFolderValue,
    );
  if (workspaceFolders.length > 0)
    add(
      vscode.l10n.t('Workspace'),
      workspaceFile ? inLabel(nameOf(workspaceFile)) : '.vscode/settings.json',
      Workspace,
      values?.workspaceValue,
    );
  if (workspaceFolders.length === 0 || values?.globalValue !== undefined)
    add(vscode.l10n.t('User'), vscode.l10n.t('your user settings'), Global, values?.globalValue);
  return all;
}
