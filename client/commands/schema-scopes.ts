/** Where the choice of a Caffe is written. */
import * as vscode from 'vscode';
import type { WrittenSchema } from '#protocol/requests';
import { applyEdits } from '../edits';
import { nameOf } from '../files';
import type { Server } from '../server';
import { removeFrom, writeTo, type FileScope } from './scopes';

export interface ChosenFile {
  readonly server: Server;
  readonly document: vscode.TextDocument;
  /** What its comment names; null without one. */
  readonly comment: string | null;
}

export async function writeChoice(schema: WrittenSchema, value: string, file: ChosenFile | undefined): Promise<void> {
  await writeTo(
    {
      setting: 'schema',
      value,
      comment: `# prototxt: schema=${schema.kind === 'name' ? schema.name : '…'}`,
      question: vscode.l10n.t('Select where this Caffe applies'),
    },
    scopeOf(file, schema),
  );
}

export async function removeChoice(file: ChosenFile | undefined): Promise<void> {
  const nothing = vscode.l10n.t('No comment or setting names a Caffe: it is already detected from each file.');
  await removeFrom('schema', nothing, scopeOf(file, { kind: 'none' }));
}

function scopeOf(file: ChosenFile | undefined, schema: WrittenSchema): FileScope | undefined {
  return (
    file && {
      ...file,
      write: () => writeComment(schema, file),
      erase: () => writeComment({ kind: 'none' }, file),
    }
  );
}

async function writeComment(schema: WrittenSchema, { server, document }: ChosenFile): Promise<void> {
  const edits = await server.request('prototxt/schema/write', { uri: document.uri.toString(), schema });
  if (edits) return applyEdits(document.uri, edits);
  void vscode.window.showErrorMessage(
    vscode.l10n.t('There is no relative path from {0} to the proto.', nameOf(document.uri)),
  );
}
