/** The chips and converters that nets are judged for: shown in the status bar, chosen for a file, a folder or the workspace. */
import * as vscode from 'vscode';
import type { TargetsAnswer } from '#protocol/requests';
import { applyEdits } from '../edits';
import { inLabel } from '../labels';
import { netStatus } from '../net-status';
import { isNet } from '../nets';
import type { Server } from '../server';
import { removeFrom, writeTo, type FileScope } from './scopes';

export const chooseTargets = 'prototxtLens.chooseTargets';

/** How many of the workspace's own targets are offered; more would be too many to choose from. */
const maxOwn = 50;

export function registerTargets(server: Server): vscode.Disposable {
  return vscode.Disposable.from(
    netStatus(server, {
      id: 'prototxtLens.targets',
      priority: 98,
      name: vscode.l10n.t('Targets'),
      command: chooseTargets,
      ask: (uri) => server.request('prototxt/targets', { uri }),
      show: (item, { used }) => {
        item.text = used.length > 0 ? `$(chip) ${used.map(({ label }) => inLabel(label)).join(', ')}` : '$(chip)';
        item.tooltip = tooltipOf(used);
        item.accessibilityInformation = { label: tooltipOf(used) };
      },
    }),
    vscode.commands.registerCommand(chooseTargets, (about?: unknown) => choose(server, about)),
  );
}

function tooltipOf(used: TargetsAnswer['used']): string {
  if (used.length === 0) return vscode.l10n.t('No targets. Click to choose chips and converters that this net is for.');
  const list = used.map(({ label, warnings }) => `${inLabel(label)} (${warnings})`).join(', ');
  return vscode.l10n.t('Targets, with the number of warnings: {0}. Click to choose others.', list);
}

interface Choice extends vscode.QuickPickItem {
  readonly name: string;
}

async function choose(server: Server, about: unknown): Promise<void> {
  const document =
    about instanceof vscode.Uri
      ? await vscode.workspace.openTextDocument(about)
      : vscode.window.activeTextEditor?.document;
  if (!document || !isNet(document))
    return void vscode.window.showInformationMessage(vscode.l10n.t('Open a net first.'));
  await chooseTargetsOf(server, document);
}

export async function chooseTargetsOf(server: Server, document: vscode.TextDocument): Promise<void> {
  const answer = await server.request('prototxt/targets', { uri: document.uri.toString() });
  if (!answer) return void vscode.window.showInformationMessage(vscode.l10n.t('Open a net first.'));
  const chosen = await vscode.window.showQuickPick(choicesOf(answer, await ownTargets()), {
    placeHolder: vscode.l10n.t('Select chips and converters; none to remove the choice'),
    matchOnDescription: true,
    canPickMany: true,
  });
  if (chosen)
    await write(
      server,
      { document, answer },
      chosen.map(({ name }) => name),
    );
}

/** Paths from the workspace folder, which comments and settings may use. */
async function ownTargets(): Promise<readonly string[]> {
  const found = await vscode.workspace.findFiles('**/*.target.json', '**/node_modules/**', maxOwn);
  return found.map((uri) => vscode.workspace.asRelativePath(uri, false)).sort();
}

/** Those in use first. A path may be written in another form than the one found. */
function choicesOf({ used, choices }: TargetsAnswer, own: readonly string[]): readonly Choice[] {
  const inUse = new Set(used.map(({ name }) => name));
  const listed: readonly Choice[] = [
    ...used
      .filter(({ name }) => !choices.some((choice) => choice.name === name) && !own.includes(name))
      .map(({ name, label }) => ({ name, label: inLabel(name), description: inLabel(label) })),
    ...own.map((name) => ({ name, label: inLabel(name), description: vscode.l10n.t('Your own target') })),
    ...choices.map(({ name, label, version }) => ({
      name,
      label: inLabel(label),
      description: [name, version].join(' · '),
    })),
  ].map((choice) => ({ ...choice, picked: inUse.has(choice.name) }));
  return [...listed].sort((a, b) => Number(inUse.has(b.name)) - Number(inUse.has(a.name)));
}

interface Chosen {
  readonly document: vscode.TextDocument;
  readonly answer: TargetsAnswer;
}

async function write(server: Server, { document, answer }: Chosen, names: readonly string[]): Promise<void> {
  const comment = async (targets: readonly string[]): Promise<void> => {
    const edits = await server.request('prototxt/targets/write', { uri: document.uri.toString(), targets });
    if (edits) await applyEdits(document.uri, edits);
  };
  const file: FileScope = {
    document,
    comment: answer.comment?.join(',') ?? null,
    write: () => comment(names),
    erase: () => comment([]),
  };
  if (names.length === 0) {
    const nothing = vscode.l10n.t('No comment or setting names a target: there is nothing to remove.');
    return removeFrom('targets', nothing, file);
  }
  await writeTo(
    {
      setting: 'targets',
      value: names,
      // A comment ends a name at whitespace or a comma.
      comment: names.some((name) => /[\s,]/.test(name)) ? undefined : `# prototxt: target=${names.join(',')}`,
      question: vscode.l10n.t('Select where these targets apply'),
    },
    file,
  );
}
