/**
 * The pages of problems as documents of the editor, to which the codes of problems link: without a network, and in the
 * browser too. The manifest associates them with the preview of Markdown.
 */
import * as vscode from 'vscode';
import { codeOfPage, problemScheme } from '#protocol/problem-pages';

export function registerProblemPages({ extensionUri }: vscode.ExtensionContext): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(problemScheme, {
    provideTextDocumentContent: async ({ path }) => {
      const code = codeOfPage(path);
      const [family = ''] = code.split('/');
      if (!/^[\w-]+$/.test(family)) return '';
      const page = vscode.Uri.joinPath(extensionUri, 'docs', 'problems', `${family}.md`);
      return sectionOf(new TextDecoder().decode(await vscode.workspace.fs.readFile(page)), code);
    },
  });
}

/** From the problem's heading to the next one, without the markers of generated parts. */
function sectionOf(page: string, code: string): string {
  const start = page.indexOf(`## \`${code}\``);
  if (start < 0) return '';
  const next = page.indexOf('\n## `', start);
  return page.slice(start, next < 0 ? undefined : next).replace(/<!--[^>]*-->\s*/g, '');
}
