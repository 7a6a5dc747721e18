/** What the last commit says of a file, as VS Code's git extension is turned on and off. */
import { beforeEach, expect, test, vi } from 'vitest';
import type { Uri } from 'vscode';
import { lastCommits } from '../../client/git';
import { EventEmitter, extensions } from '../support/vscode';

const file = { scheme: 'file', fsPath: '/nets/net.prototxt', toString: () => 'file:///nets/net.prototxt' } as Uri;

/** A repository whose files have the name of the last commit as their text. */
function repository(commit: string) {
  const committed = new EventEmitter<void>();
  const state = { HEAD: { commit }, onDidChange: committed.event };
  return {
    state,
    show: () => Promise.resolve(`text of ${state.HEAD.commit}`),
    commit: (next: string) => {
      state.HEAD.commit = next;
      committed.fire();
    },
  };
}

/** The git extension, without a repository at first. */
function gitExtension(isEnabled: boolean) {
  const enablement = new EventEmitter<boolean>();
  const opened = new EventEmitter<object>();
  const repositories: object[] = [];
  let isOn = isEnabled;
  const exports = {
    onDidChangeEnablement: enablement.event,
    getAPI: () => {
      if (!isOn) throw new Error('Git model not found');
      return { repositories, getRepository: () => repositories[0] ?? null, onDidOpenRepository: opened.event };
    },
  };
  vi.spyOn(extensions, 'getExtension').mockReturnValue({ isActive: true, exports });
  return {
    /** As in the extension, the event comes first. */
    turn: async (on: boolean) => {
      enablement.fire(on);
      isOn = on;
      await Promise.resolve();
    },
    open: (made: object) => {
      repositories.push(made);
      opened.fire(made);
    },
  };
}

function watched() {
  const commits = lastCommits();
  const changed = vi.fn();
  commits.onDidChange(changed);
  return { text: () => commits.text(file), changed };
}

beforeEach(() => void vi.restoreAllMocks());

test('there is no text without the extension, without a repository, and in other schemes', async () => {
  expect(await watched().text()).toBeUndefined();
  const git = gitExtension(true);
  expect(await watched().text()).toBeUndefined();
  git.open(repository('a'));
  expect(await lastCommits().text({ scheme: 'untitled' } as Uri)).toBeUndefined();
});

test('says when a repository is found, and when its last commit changes', async () => {
  const git = gitExtension(true);
  const { text, changed } = watched();
  await text();
  const found = repository('a');
  git.open(found);
  expect(changed).toHaveBeenCalledTimes(1);
  expect(await text()).toBe('text of a');
  found.commit('b');
  expect(changed).toHaveBeenCalledTimes(2);
  expect(await text()).toBe('text of b');
  // Any other change of a file.
  found.commit('b');
  expect(changed).toHaveBeenCalledTimes(2);
});

test('says when git is turned on or off', async () => {
  const git = gitExtension(false);
  const { text, changed } = watched();
  expect(await text()).toBeUndefined();
  await git.turn(true);
  expect(changed).toHaveBeenCalledTimes(1);
  git.open(repository('a'));
  expect(changed).toHaveBeenCalledTimes(2);
  expect(await text()).toBe('text of a');
  await git.turn(false);
  expect(changed).toHaveBeenCalledTimes(3);
  expect(await text()).toBeUndefined();
});

test('an extension that fails to start is none', async () => {
  vi.spyOn(extensions, 'getExtension').mockReturnValue({
    isActive: false,
    activate: () => Promise.reject(new Error('no git')),
  });
  expect(await watched().text()).toBeUndefined();
});
