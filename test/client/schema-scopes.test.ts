/** Where the choice of a Caffe is written, and what a person reads of it before. */
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ChosenFile } from '../../client/commands/schema-scopes';
import { removeChoice, writeChoice } from '../../client/commands/schema-scopes';
import { ConfigurationTarget, window, workspace } from '../support/vscode';

vi.mock('../../client/edits', () => ({ applyEdits: () => Promise.resolve() }));

const update = vi.fn(() => Promise.resolve());
const request = vi.fn(() => Promise.resolve([]));
const pick = vi.spyOn(window, 'showQuickPick');
const told = vi.spyOn(window, 'showInformationMessage');

type Scope = Readonly<Record<'label' | 'detail', string>>;

/** The user takes these of the scopes that are offered; all are returned. */
function taking(...indices: readonly number[]): { readonly offered: () => readonly Scope[] } {
  let items: readonly Scope[] = [];
  pick.mockImplementation((shown, options) => {
    items = shown as readonly Scope[];
    const taken = indices.map((index) => items[index]);
    return Promise.resolve('canPickMany' in options ? taken : taken[0]);
  });
  return { offered: () => items.map(({ label, detail }) => ({ label, detail })) };
}

function file(comment: string | null): ChosenFile {
  const uri = { path: '/nets/net.prototxt', toString: () => 'file:///nets/net.prototxt' };
  return { server: { request }, document: { uri }, comment } as unknown as ChosenFile;
}

function written(values: Readonly<Record<string, string>>): void {
  vi.spyOn(workspace, 'getConfiguration').mockReturnValue({ get: () => '', inspect: () => values, update });
}

beforeEach(() => {
  workspace.workspaceFolders = [{}];
  written({});
});
afterEach(() => {
  workspace.workspaceFolders = undefined;
  workspace.workspaceFile = undefined;
  vi.clearAllMocks();
});
afterAll(() => void vi.restoreAllMocks());

const ssd = { kind: 'name', name: 'ssd' } as const;

test('offers the file first, then the workspace, and says what is written', async () => {
  const { offered } = taking(0);
  await writeChoice(ssd, 'ssd', file(null));
  expect(offered()).toEqual([
    { label: 'This File', detail: 'Writes the comment # prototxt: schema=ssd to net.prototxt' },
    { label: 'Workspace', detail: 'Writes "prototxtLens.schema": "ssd" to .vscode/settings.json' },
  ]);
  expect(request).toHaveBeenCalledExactlyOnceWith('prototxt/schema/write', {
    uri: 'file:///nets/net.prototxt',
    schema: ssd,
  });
  expect(update).not.toHaveBeenCalled();
});

test('writes the setting of the folder in a workspace of several', async () => {
  workspace.workspaceFolders = [{}, {}];
  workspace.workspaceFile = { path: '/work/all.code-workspace' };
  vi.spyOn(workspace, 'getWorkspaceFolder').mockReturnValue({ name: 'nets' });
  const { offered } = taking(1);
  await writeChoice(ssd, 'ssd', file(null));
  expect(offered().map(({ detail }) => detail.replace(/^.* to /, ''))).toEqual([
    'net.prototxt',
    'nets/.vscode/settings.json',
    'all.code-workspace',
  ]);
  expect(update).toHaveBeenCalledExactlyOnceWith('schema', 'ssd', ConfigurationTarget.WorkspaceFolder);
});

test('writes the user settings where no folder is open, and nothing without an answer', async () => {
  workspace.workspaceFolders = undefined;
  const { offered } = taking(0);
  await writeChoice(ssd, 'ssd', undefined);
  expect(offered().map(({ label }) => label)).toEqual(['User']);
  expect(update).toHaveBeenCalledExactlyOnceWith('schema', 'ssd', ConfigurationTarget.Global);
  taking();
  await writeChoice(ssd, 'ssd', file(null));
  expect(update).toHaveBeenCalledOnce();
});

test('removes what was written for auto', async () => {
  written({ workspaceValue: 'ssd', globalValue: 'bvlc' });
  const { offered } = taking(0, 1);
  await removeChoice(file('intel'));
  expect(offered().map(({ detail }) => detail)).toEqual([
    'Removes the comment that names intel',
    'Removes "prototxtLens.schema": "ssd" from .vscode/settings.json',
    'Removes "prototxtLens.schema": "bvlc" from your user settings',
  ]);
  expect(request).toHaveBeenCalledExactlyOnceWith('prototxt/schema/write', {
    uri: 'file:///nets/net.prototxt',
    schema: { kind: 'none' },
  });
  expect(update).toHaveBeenCalledExactlyOnceWith('schema', undefined, ConfigurationTarget.Workspace);
});

test('says that nothing is written', async () => {
  taking(0);
  await removeChoice(file(null));
  expect(pick).not.toHaveBeenCalled();
  expect(told).toHaveBeenCalledExactlyOnceWith(
    'No comment or setting names a Caffe: it is already detected from each file.',
  );
});
