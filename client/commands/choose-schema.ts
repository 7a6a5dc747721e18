/** Which Caffe nets are read with: shown in the status bar with the reason, and chosen for a file, a folder or the workspace. */
import * as vscode from 'vscode';
import { inLabel } from '../labels';
import { useSchema } from '#protocol/commands';
import type { SchemaAnswer, WrittenSchema } from '#protocol/requests';
import { isNet, section } from '../nets';
import { netStatus } from '../net-status';
import type { Server } from '../server';
import { removeChoice, writeChoice } from './schema-scopes';

export const chooseSchema = 'prototxtLens.chooseSchema';

/** How many of the workspace's protos are offered; more would be too many to choose from. */
const maxProtos = 20;

export function registerSchema(server: Server): vscode.Disposable {
  return vscode.Disposable.from(
    netStatus(server, {
      id: 'prototxtLens.schema',
      priority: 99,
      name: vscode.l10n.t('Caffe'),
      command: chooseSchema,
      ask: (uri) => server.request('prototxt/schema', { uri }),
      show: (item, { label, why }) => {
        item.text = inLabel(label);
        item.tooltip = vscode.l10n.t('{0} Click to choose another.', why);
      },
    }),
    vscode.commands.registerCommand(useSchema, (schema: unknown) =>
      typeof schema === 'string' ? setSchema(schema) : undefined,
    ),
    vscode.commands.registerCommand(chooseSchema, (about?: unknown) => choose(server, about)),
  );
}

interface Choice extends vscode.QuickPickItem {
  readonly schema: WrittenSchema;
  /** The value of the setting; undefined to remove it. */
  readonly setting: string | undefined;
}

async function choose(server: Server, about: unknown): Promise<void> {
  const document =
    about instanceof vscode.Uri
      ? await vscode.workspace.openTextDocument(about)
      : vscode.window.activeTextEditor?.document;
  const answer = document && isNet(document) ? await answerOf(server, document) : null;
  const protos = await vscode.workspace.findFiles('**/*.proto', '**/node_modules/**', maxProtos);
  const items: readonly Choice[] = [
    {
      label: 'auto',
      description: vscode.l10n.t('Detected from the fields of each file'),
      schema: { kind: 'none' },
      setting: undefined,
    },
    ...protos.map((uri): Choice => {
      const path = vscode.workspace.asRelativePath(uri, false);
      const description = vscode.l10n.t('Your own proto');
      return { label: inLabel(path), description, schema: { kind: 'proto', uri: uri.toString() }, setting: path };
    }),
    ...(answer?.choices ?? []).map(
      ({ id, label }): Choice => ({ label: inLabel(label), schema: { kind: 'name', name: id }, setting: id }),
    ),
  ];
  const chosen = await vscode.window.showQuickPick(items, {
    placeHolder: vscode.l10n.t('Select the Caffe that nets are checked against'),
  });
  if (!chosen) return;
  const file = document && answer ? { server, document, comment: answer.comment } : undefined;
  await (chosen.setting === undefined ? removeChoice(file) : writeChoice(chosen.schema, chosen.setting, file));
}

async function answerOf(server: Server, document: vscode.TextDocument): Promise<SchemaAnswer | null> {
  try {
    return await server.request('prototxt/schema', { uri: document.uri.toString() });
  } catch {
    // A server that is shutting down fails its requests; there is nothing to show.
    return null;
  }
}

async function setSchema(schema: string): Promise<void> {
  const target = vscode.workspace.workspaceFolders
    ? vscode.ConfigurationTarget.Workspace
    : vscode.ConfigurationTarget.Global;
  await vscode.workspace.getConfiguration(section).update('schema', schema, target);
}
