/** Opens the page of a problem inside the editor, as rendered Markdown: without a network, and in the browser too. */
import * as vscode from 'vscode';
import { showProblem } from '#protocol/commands';

const scheme = 'prototxt-lens-problem';

/** The argument is a code, such as `layer/pad-too-large`. */
export function registerShowProblem({ extensionUri }: vscode.ExtensionContext): vscode.Disposable {
  const pages = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: async ({ path }) => {
      const code = path.replace(/^\//, '').replace(/\.md$/, '');
      const [family = ''] = code.split('/');
      if (!/^[\w-]+$/.test(family)) return '';
      const page = vscode.Uri.joinPath(extensionUri, 'docs', 'problems', `${family}.md`);
      return sectionOf(new TextDecoder().decode(await vscode.workspace.fs.readFile(page)), code);
    },
  });
  const command = vscode.commands.registerCommand(showProblem, async (code: unknown) => {
    if (typeof code !== 'string') return;
    await vscode.commands.executeCommand(
      'markdown.showPreviewToSide',
      vscode.Uri.from({ scheme, path: `/${code}.md` }),
    );
  });
  return vscode.Disposable.from(pages, command);
}

/** From the problem's heading to the next one, without the markers of what is generated. */
function sectionOf(page: string, code: string): string {
  const start = page.indexOf(`## \`${code}\``);
  if (start < 0) return '';
  const next = page.indexOf('\n## `', start);
  return page.slice(start, next < 0 ? undefined : next).replace(/<!--[^>]*-->\s*/g, '');
}
