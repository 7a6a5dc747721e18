/** Reads the last committed version of a file through VS Code's git extension; there is none in a browser. */
import * as vscode from 'vscode';

interface GitExtension {
  readonly getAPI: (version: 1) => Git;
}

interface Git {
  readonly repositories: readonly Repository[];
  readonly getRepository: (uri: vscode.Uri) => Repository | null;
  readonly onDidOpenRepository: vscode.Event<Repository>;
}

interface Repository {
  readonly state: { readonly HEAD: { readonly commit?: string } | undefined; readonly onDidChange: vscode.Event<void> };
  readonly show: (ref: string, path: string) => Promise<string>;
}

export interface Commits {
  /** Undefined if git doesn't track the file. */
  readonly text: (uri: vscode.Uri) => Promise<string | undefined>;
  /** Fires when git finds a repository, some time after the editor starts, and when the last commit of one changes. */
  readonly onDidChange: vscode.Event<void>;
}

export function lastCommits(): Commits {
  const changed = new vscode.EventEmitter<void>();
  const watch = once((git) => {
    git.repositories.forEach((repository) => onNewCommit(repository, () => changed.fire()));
    git.onDidOpenRepository((repository) => {
      onNewCommit(repository, () => changed.fire());
      changed.fire();
    });
  });
  let kept: { readonly key: string; readonly text: string | undefined } | undefined;
  return {
    onDidChange: changed.event,
    text: async (uri) => {
      const git = uri.scheme === 'file' ? await gitOfEditor() : undefined;
      if (git) watch(git);
      const repository = git?.getRepository(uri);
      const commit = repository?.state.HEAD?.commit;
      if (!repository || commit === undefined) return undefined;
      const key = `${commit} ${uri.toString()}`;
      if (kept?.key !== key) kept = { key, text: await repository.show('HEAD', uri.fsPath).catch(() => undefined) };
      return kept.text;
    },
  };
}

async function gitOfEditor(): Promise<Git | undefined> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (!extension) return undefined;
  try {
    return (extension.isActive ? extension.exports : await extension.activate()).getAPI(1);
  } catch {
    // The git extension throws if it is disabled in the settings.
    return undefined;
  }
}

/** Filters state changes, which happen with every file, for those of the last commit. */
function onNewCommit({ state }: Repository, changed: () => void): void {
  let last = state.HEAD?.commit;
  state.onDidChange(() => {
    if (state.HEAD?.commit === last) return;
    last = state.HEAD?.commit;
    changed();
  });
}

function once(act: (git: Git) => void): (git: Git) => void {
  let done = false;
  return (git) => {
    if (!done) act(git);
    done = true;
  };
}
