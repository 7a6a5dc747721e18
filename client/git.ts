/** Reads the last committed version of a file through VS Code's git extension; there is none in a browser. */
import * as vscode from 'vscode';

interface GitExtension {
  /** Of the setting `git.enabled`, which may change at any time. Fires before `getAPI` gives the API. */
  readonly onDidChangeEnablement: vscode.Event<boolean>;
  /** Throws unless it is enabled. */
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
  /**
   * Fires when git finds a repository, some time after the editor starts, when the last commit of one changes, and when git is turned
   * on or off.
   */
  readonly onDidChange: vscode.Event<void>;
}

export function lastCommits(): Commits {
  const changed = new vscode.EventEmitter<void>();
  const watch = ({ repositories, onDidOpenRepository }: Git): void => {
    repositories.forEach((repository) => onNewCommit(repository, () => changed.fire()));
    onDidOpenRepository((repository) => {
      onNewCommit(repository, () => changed.fire());
      changed.fire();
    });
  };
  const start = once((extension) => {
    const watchIfEnabled = (): void => {
      const git = apiOf(extension);
      if (git) watch(git);
    };
    watchIfEnabled();
    extension.onDidChangeEnablement(async () => {
      await Promise.resolve();
      watchIfEnabled();
      changed.fire();
    });
  });
  let kept: { readonly key: string; readonly text: string | undefined } | undefined;
  return {
    onDidChange: changed.event,
    text: async (uri) => {
      const extension = uri.scheme === 'file' ? await gitExtension() : undefined;
      if (extension) start(extension);
      const repository = extension && apiOf(extension)?.getRepository(uri);
      const commit = repository?.state.HEAD?.commit;
      if (!repository || commit === undefined) return undefined;
      const key = `${commit} ${uri.toString()}`;
      if (kept?.key !== key) kept = { key, text: await repository.show('HEAD', uri.fsPath).catch(() => undefined) };
      return kept.text;
    },
  };
}

async function gitExtension(): Promise<GitExtension | undefined> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (extension?.isActive) return extension.exports;
  // Without an installed git, it may fail.
  return extension?.activate().then(
    (exports) => exports,
    () => undefined,
  );
}

function apiOf(extension: GitExtension): Git | undefined {
  try {
    return extension.getAPI(1);
  } catch {
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

function once(act: (extension: GitExtension) => void): (extension: GitExtension) => void {
  let done = false;
  return (extension) => {
    if (!done) act(extension);
    done = true;
  };
}
