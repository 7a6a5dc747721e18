/**
 * The tools for language models, in editors that have them: VS Code from 1.95. The manifest lists them; the server runs them.
 */
import * as vscode from 'vscode';
import type { Server } from './server';

/** The part of VS Code's API that is newer than the oldest version which the extension supports. */
interface ToolApi {
  readonly lm?: {
    readonly registerTool?: (name: string, tool: { readonly invoke: Invoke }) => vscode.Disposable;
  };
  readonly LanguageModelToolResult: new (content: readonly unknown[]) => object;
  readonly LanguageModelTextPart: new (value: string) => object;
}

type Invoke = (options: { readonly input: unknown }, token: vscode.CancellationToken) => Promise<object>;

interface Manifest {
  readonly contributes: { readonly languageModelTools: readonly { readonly name: string }[] };
}

/** Registers every tool of the manifest; nothing in an editor without such tools. */
export function registerTools({ extension }: vscode.ExtensionContext, server: Server): vscode.Disposable {
  const { lm, LanguageModelToolResult, LanguageModelTextPart } = vscode as unknown as ToolApi;
  const { contributes } = extension.packageJSON as Manifest;
  const registered = contributes.languageModelTools.flatMap(({ name }) => {
    const invoke: Invoke = async ({ input }, token) => {
      const answer = await server.request('prototxt/tool', { name, input }, token);
      // VS Code passes the message of an error on to the model.
      if (!answer) throw new Error(`There is no tool ${name}.`);
      if (answer.kind === 'error') throw new Error(answer.message);
      return new LanguageModelToolResult([new LanguageModelTextPart(answer.json)]);
    };
    return lm?.registerTool?.(name, { invoke }) ?? [];
  });
  return vscode.Disposable.from(...registered);
}
