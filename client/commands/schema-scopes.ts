/** Where the choice of a Caffe is written: a comment in the file, or a setting. Each says what it writes or removes first. */
import * as vscode from 'vscode';
import type { WrittenSchema } from '#protocol/requests';
import { applyEdits } from '../edits';
import { nameOf } from '../files';
import { inLabel } from '../labels';
import { section } from '../nets';
import type { Server } from '../server';

export interface ChosenFile {
  readonly server: Server;
  readonly document: vscode.TextDocument;
  /** What its comment names; null without one. */
  readonly comment: string | null;
}

interface Scope extends vscode.QuickPickItem {
  readonly apply: () => Promise<void>;
}

/** Asks for one scope, from the file outwards. */
export async function writeChoice(schema: WrittenSchema, setting: string, file: ChosenFile | undefined): Promise<void> {
  const comment = inLabel(`# prototxt: schema=${schema.kind === 'name' ? schema.name : '…'}`);
  const scopes: readonly Scope[] = [
    ...(file
      ? [
          {
            label: vscode.l10n.t('This File'),
            detail: vscode.l10n.t('Writes the comment {0} to {1}', comment, inLabel(nameOf(file.document.uri))),
            apply: () => writeComment(schema, file),
          },
        ]
      : []),
    ...settingsFor(file).map(({ label, place, target, configuration }) => ({
      label,
      detail: vscode.l10n.t('Writes {0} to {1}', inLabel(entryOf(setting)), place),
      apply: async () => configuration.update(name, setting, target),
    })),
  ];
  const chosen = await vscode.window.showQuickPick(scopes, {
    placeHolder: vscode.l10n.t('Select where this Caffe applies'),
  });
  await chosen?.apply();
}

/** Lists what is written, all of it selected. */
export async function removeChoice(file: ChosenFile | undefined): Promise<void> {
  const written: readonly Scope[] = [
    ...(file && file.comment !== null
      ? [
          {
            label: vscode.l10n.t('This File'),
            detail: vscode.l10n.t('Removes the comment that names {0}', inLabel(file.comment)),
            picked: true,
            apply: () => writeComment({ kind: 'none' }, file),
          },
        ]
      : []),
    ...settingsFor(file).flatMap(({ label, place, target, configuration, value }) =>
      value === undefined
        ? []
        : {
            label,
            detail: vscode.l10n.t('Removes {0} from {1}', inLabel(entryOf(value)), place),
            picked: true,
            apply: async () => configuration.update(name, undefined, target),
          },
    ),
  ];
  if (written.length === 0)
    return void vscode.window.showInformationMessage(
      vscode.l10n.t('No comment or setting names a Caffe: it is already detected from each file.'),
    );
  const chosen = await vscode.window.showQuickPick(written, {
    placeHolder: vscode.l10n.t('Select what to remove'),
    canPickMany: true,
  });
  for (const { apply } of chosen ?? []) await apply();
}

const name = 'schema';

function entryOf(value: string): string {
  return `"${section}.${name}": ${JSON.stringify(value)}`;
}

interface SettingsFile {
  readonly label: string;
  /** The file, for display. */
  readonly place: string;
  readonly target: vscode.ConfigurationTarget;
  readonly configuration: vscode.WorkspaceConfiguration;
  /** The value there now. */
  readonly value: string | undefined;
}

/** From the innermost. A folder is offered only where a workspace has several, since otherwise the two are one file. */
function settingsFor(file: ChosenFile | undefined): readonly SettingsFile[] {
  const { workspaceFolders = [], workspaceFile } = vscode.workspace;
  const configuration = vscode.workspace.getConfiguration(section, file?.document.uri);
  const values = configuration.inspect<string>(name);
  const folder =
    file && workspaceFolders.length > 1 ? vscode.workspace.getWorkspaceFolder(file.document.uri) : undefined;
  const { WorkspaceFolder, Workspace, Global } = vscode.ConfigurationTarget;
  const all: SettingsFile[] = [];
  const add = (label: string, place: string, target: vscode.ConfigurationTarget, value: string | undefined): void =>
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

async function writeComment(schema: WrittenSchema, { server, document }: ChosenFile): Promise<void> {
  const edits = await server.request('prototxt/schema/write', { uri: document.uri.toString(), schema });
  if (edits) return applyEdits(document.uri, edits);
  void vscode.window.showErrorMessage(
    vscode.l10n.t('No relative path leads from {0} to the proto.', nameOf(document.uri)),
  );
}
