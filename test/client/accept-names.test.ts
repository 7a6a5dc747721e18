/** Accepting names: the change of the settings is shown first, and written only if the user confirms it. */
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { acceptNames } from '#protocol/commands';
import { registerAcceptNames } from '../../client/commands/accept-names';
import { commands, ConfigurationTarget, window, workspace } from '../support/vscode';

const update = vi.fn(() => Promise.resolve());
const shown = vi.spyOn(window, 'showInformationMessage');
let registered: { readonly dispose: () => unknown };

beforeEach(() => {
  workspace.workspaceFolders = [{}];
  vi.spyOn(workspace, 'getConfiguration').mockReturnValue({ get: () => ['old'], inspect: () => undefined, update });
  registered = registerAcceptNames();
});
afterEach(() => {
  registered.dispose();
  workspace.workspaceFolders = undefined;
  workspace.workspaceFile = undefined;
  vi.clearAllMocks();
});

// Other test files may share the mock of the editor.
afterAll(() => void vi.restoreAllMocks());

const entry = '"prototxtLens.acceptedNames": [\n  "old",\n  "wobble"\n]';

test('adds names to the workspace settings, keeping existing ones', async () => {
  shown.mockResolvedValue('Add');
  await commands.executeCommand(acceptNames, ['wobble', 'old']);
  expect(shown).toHaveBeenCalledExactlyOnceWith(
    'Add this entry to the workspace settings (.vscode/settings.json)?',
    { modal: true, detail: entry },
    'Add',
  );
  expect(update).toHaveBeenCalledExactlyOnceWith('acceptedNames', ['old', 'wobble'], ConfigurationTarget.Workspace);
});

test('writes nothing if the user cancels', async () => {
  shown.mockResolvedValue(undefined);
  await commands.executeCommand(acceptNames, ['wobble']);
  expect(shown).toHaveBeenCalledOnce();
  expect(update).not.toHaveBeenCalled();
});

test('writes to the workspace file of a multi-root workspace', async () => {
  workspace.workspaceFile = '/work/nets.code-workspace';
  shown.mockResolvedValue('Add');
  await commands.executeCommand(acceptNames, ['wobble']);
  expect(shown.mock.calls[0]?.[0]).toContain('(nets.code-workspace)');
});

test('writes to the user settings if no folder is open', async () => {
  workspace.workspaceFolders = undefined;
  shown.mockResolvedValue('Add');
  await commands.executeCommand(acceptNames, ['wobble']);
  expect(shown.mock.calls[0]?.[0]).toContain('your user settings');
  expect(update).toHaveBeenCalledExactlyOnceWith('acceptedNames', ['old', 'wobble'], ConfigurationTarget.Global);
});

test('ignores anything other than a list of names', async () => {
  await commands.executeCommand(acceptNames, 'wobble');
  expect(shown).not.toHaveBeenCalled();
});
