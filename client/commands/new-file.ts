/**
 * New files: nets and a solver from templates, and an example. All are untitled, so that the user decides where to save them.
 */
import * as vscode from 'vscode';
import { templates, type Template, type TemplateId } from '#core/edit/templates';

export function registerNewFile({ extensionUri }: vscode.ExtensionContext): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('prototxtLens.newNet', newNet),
    vscode.commands.registerCommand('prototxtLens.newSolver', () => begin('solver')),
    vscode.commands.registerCommand('prototxtLens.openExample', () => openExample(extensionUri)),
    vscode.commands.registerCommand('prototxtLens.firstSteps', () =>
      vscode.commands.executeCommand(
        'workbench.action.openWalkthrough',
        'prototxt-lens.prototxt-lens#firstSteps',
        false,
      ),
    ),
  );
}

async function newNet(): Promise<void> {
  const about: Readonly<Record<Exclude<TemplateId, 'solver'>, string>> = {
    train: vscode.l10n.t('Classifier to train: Data in TRAIN and TEST, a loss, accuracy'),
    deploy: vscode.l10n.t('Classifier to deploy: Input, Softmax'),
    segmentation: vscode.l10n.t('Fully convolutional: a class for each pixel'),
  };
  const items = (Object.keys(about) as (keyof typeof about)[]).map((id) => ({ label: about[id], id }));
  const chosen = await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('The kind of net') });
  if (chosen) await begin(chosen.id);
}

async function begin(id: TemplateId): Promise<void> {
  const { snippet } = templates.find((template) => template.id === id) as Template;
  const document = await vscode.workspace.openTextDocument({ language: 'prototxt', content: '' });
  const editor = await vscode.window.showTextDocument(document);
  await editor.insertSnippet(new vscode.SnippetString(snippet), new vscode.Position(0, 0));
}

async function openExample(extension: vscode.Uri): Promise<void> {
  const bytes = await vscode.workspace.fs.readFile(
    vscode.Uri.joinPath(extension, 'examples', 'lenet_train_test.prototxt'),
  );
  const content = new TextDecoder().decode(bytes);
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'prototxt', content }));
}
