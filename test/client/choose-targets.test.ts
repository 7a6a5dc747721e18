/** Choosing targets: what is listed, and where the choice is written. */
import type { TextDocument } from 'vscode';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { TargetsAnswer } from '#protocol/requests';
import { chooseTargetsOf } from '../../client/commands/choose-targets';
import type { Server } from '../../client/server';
import { ConfigurationTarget, window, workspace } from '../support/vscode';

vi.mock('../../client/edits', () => ({ applyEdits: () => Promise.resolve() }));

const update = vi.fn(() => Promise.resolve());
const pick = vi.spyOn(window, 'showQuickPick');
const told = vi.spyOn(window, 'showInformationMessage');
const request = vi.fn((method: string, _params: object) =>
  Promise.resolve(method === 'prototxt/targets' ? answer : []),
);
const uri = 'file:///nets/net.prototxt';
const document = { uri: { path: '/nets/net.prototxt', toString: () => uri } } as unknown as TextDocument;
const server = { request } as unknown as Server;

let answer: TargetsAnswer;

interface Item {
  readonly label: string;
  readonly detail?: string;
  readonly picked?: boolean;
}

/** The user takes the items with these labels, in one list after the other; all lists are returned. */
function taking(...answers: readonly (readonly string[] | undefined)[]): readonly (readonly Item[])[] {
  const lists: (readonly Item[])[] = [];
  pick.mockImplementation((shown, options) => {
    const items = shown as readonly Item[];
    const labels = answers[lists.push(items) - 1];
    const taken = labels && items.filter(({ label }) => labels.includes(label));
    return Promise.resolve('canPickMany' in options ? taken : taken?.[0]);
  });
  return lists;
}

function written(values: Readonly<Record<string, readonly string[]>>): void {
  vi.spyOn(workspace, 'getConfiguration').mockReturnValue({ get: () => '', inspect: () => values, update });
}

beforeEach(() => {
  workspace.workspaceFolders = [{}];
  written({});
  answer = {
    used: [],
    comment: null,
    choices: [
      { name: 'ncnn', label: 'ncnn', version: '1' },
      { name: 'opencv', label: 'OpenCV 4', version: '4.12' },
    ],
  };
});
afterEach(() => {
  workspace.workspaceFolders = undefined;
  vi.clearAllMocks();
});
afterAll(() => void vi.restoreAllMocks());

test('writes several targets into a comment, those in use listed first', async () => {
  answer = { ...answer, used: [{ name: 'opencv', label: 'OpenCV 4', warnings: 0 }] };
  const [targets, scopes] = await lists(['ncnn', 'OpenCV 4'], ['This File']);
  expect(targets?.map(({ label, picked }) => [label, picked])).toEqual([
    ['OpenCV 4', true],
    ['ncnn', false],
  ]);
  expect(scopes?.map(({ label, detail }) => [label, detail])).toEqual([
    ['This File', 'Writes the comment # prototxt: target=opencv,ncnn to net.prototxt'],
    ['Workspace', 'Writes "prototxtLens.targets": ["opencv","ncnn"] to .vscode/settings.json'],
  ]);
  expect(request).toHaveBeenLastCalledWith('prototxt/targets/write', { uri, targets: ['opencv', 'ncnn'] });
});

async function lists(...answers: readonly (readonly string[] | undefined)[]): Promise<readonly (readonly Item[])[]> {
  const all = taking(...answers);
  await chooseTargetsOf(server, document);
  return all;
}

test('writes a target of the workspace to the settings, where a comment cannot name it', async () => {
  vi.spyOn(workspace, 'findFiles').mockResolvedValueOnce(['my chip.target.json']);
  const [, scopes] = await lists(['my chip.target.json'], ['Workspace']);
  expect(scopes?.map(({ label }) => label)).toEqual(['Workspace']);
  expect(update).toHaveBeenCalledExactlyOnceWith('targets', ['my chip.target.json'], ConfigurationTarget.Workspace);
});

test('removes what was written if none is chosen', async () => {
  written({ workspaceValue: ['ncnn'] });
  answer = { ...answer, comment: ['opencv'], used: [{ name: 'opencv', label: 'OpenCV 4', warnings: 0 }] };
  const [, scopes] = await lists([], ['This File', 'Workspace']);
  expect(scopes?.map(({ detail }) => detail)).toEqual([
    'Removes the comment that names opencv',
    'Removes "prototxtLens.targets": ["ncnn"] from .vscode/settings.json',
  ]);
  expect(request).toHaveBeenLastCalledWith('prototxt/targets/write', { uri, targets: [] });
  expect(update).toHaveBeenCalledExactlyOnceWith('targets', undefined, ConfigurationTarget.Workspace);
});

test('writes nothing if the user cancels, and says if there is nothing to remove', async () => {
  await lists(undefined);
  await lists(['ncnn'], undefined);
  expect(told).not.toHaveBeenCalled();
  await lists([]);
  expect(told).toHaveBeenCalledExactlyOnceWith('No comment or setting names a target: there is nothing to remove.');
  expect(update).not.toHaveBeenCalled();
  expect(request).not.toHaveBeenCalledWith('prototxt/targets/write', expect.anything());
});
