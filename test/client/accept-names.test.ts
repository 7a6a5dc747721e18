/** What is written to the settings is shown first, and written only where the person says so. */
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { acceptNames } from '#protocol/commands';
import { registerAcceptNames } from '../../client/commands/accept-names';
import { commands, ConfigurationTarget, window, workspace } from '../support/vscode';

const update = vi.fn(() => Promise.resolve());
const shown = vi.spyOn(window, 'showInformationMessage');
let registered: { readonly dispose: () => unknown };

beforeEach(() => {
  workspace.workspaceFolders = [{}];
  vi.spyOn(workspace, 'getConfiguration').mockReturnValue({ get: () => ['old'], update });
  registered = registerAcceptNames();
});
afterEach(() => {
  registered.dispose();
  workspace.workspaceFolders = undefined;
  workspace.workspaceFile = undefined;
  vi.clearAllMocks();
});

// Other files may share the editor's stand-in.
afterAll(() => void vi.restoreAllMocks());

const entry = '"prototxtLens.acceptedNames": [\n  "old",\n  "wobble"\n]';

test('to the settings of the workspace, beside those that are there', async () => {
  shown.mockResolvedValue('Write');
  await commands.executeCommand(acceptNames, ['wobble', 'old']);
  expect(shown).toHaveBeenCalledExactlyOnceWith(
    'Write this entry to the settings of the workspace (.vscode/settings.json)?',
    { modal: true, detail: entry },
    'Write',
  );
  expect(update).toHaveBeenCalledExactlyOnceWith('acceptedNames', ['old', 'wobble'], ConfigurationTarget.Workspace);
});

test('nothing where the person changes their mind', async () => {
  shown.mockResolvedValue(undefined);
  await commands.executeCommand(acceptNames, ['wobble']);
  expect(shown).toHaveBeenCalledOnce();
  expect(update).not.toHaveBeenCalled();
});

test('a workspace of several folders has a file of its own', async () => {
  workspace.workspaceFile = '/work/nets.code-workspace';
  shown.mockResolvedValue('Write');
  await commands.executeCommand(acceptNames, ['wobble']);
  expect(shown.mock.calls[0]?.[0]).toContain('(nets.code-workspace)');
});

test('without a folder, to the settings of the user', async () => {
  workspace.workspaceFolders = undefined;
  shown.mockResolvedValue('Write');
  await commands.executeCommand(acceptNames, ['wobble']);
  expect(shown.mock.calls[0]?.[0]).toContain('your user settings');
  expect(update).toHaveBeenCalledExactlyOnceWith('acceptedNames', ['old', 'wobble'], ConfigurationTarget.Global);
});

test('not what is no list of names', async () => {
  await commands.executeCommand(acceptNames, 'wobble');
  expect(shown).not.toHaveBeenCalled();
});
