/** What the last commit has of a file, by the editor's own git extension; nothing where there is none, as in a browser. */
import * as vscode from 'vscode';

interface GitExtension {
  readonly getAPI: (version: 1) => {
    readonly getRepository: (uri: vscode.Uri) => Repository | null;
    readonly onDidOpenRepository: vscode.Event<Repository>;
  };
}

interface Repository {
  readonly state: { readonly HEAD: { readonly commit?: string } | undefined; readonly onDidChange: vscode.Event<void> };
  readonly show: (ref: string, path: string) => Promise<string>;
}

export interface Commits {
  /** Undefined where git doesn't know the file. */
  readonly text: (uri: vscode.Uri) => Promise<string | undefined>;
}

export function lastCommits(): Commits {
  let kept: { readonly key: string; readonly text: string | undefined } | undefined;
  return {
    text: async (uri) => {
      const repository = await repositoryOf(uri);
      const commit = repository?.state.HEAD?.commit;
      if (!repository || commit === undefined) return undefined;
      const key = `${commit} ${uri.toString()}`;
      if (kept?.key !== key) kept = { key, text: await repository.show('HEAD', uri.fsPath).catch(() => undefined) };
      return kept.text;
    },
  };
}

async function repositoryOf(uri: vscode.Uri): Promise<Repository | undefined> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (!extension || uri.scheme !== 'file') return undefined;
  try {
    const git = extension.isActive ? extension.exports : await extension.activate();
    return git.getAPI(1).getRepository(uri) ?? undefined;
  } catch {
    // git is switched off in the settings.
    return undefined;
  }
}
