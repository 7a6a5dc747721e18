/** The world of a tool in a test: files in memory, in a folder /work/nets. */
import { join } from '#project/uris';
import { nothingUsual, type Tool, type ToolContext } from '#tools/tool';
import { memoryFiles } from './memory-files';
import { inProcess } from './runtime';

export const toolRoot = 'file:///work/nets';

/** `files`: by path from the folder. */
export function toolContext(files: Readonly<Record<string, string | Uint8Array>> = {}): ToolContext {
  const byUri = Object.fromEntries(Object.entries(files).map(([path, content]) => [join(toolRoot, path), content]));
  return { files: memoryFiles(byUri), roots: [toolRoot], usual: nothingUsual, start: inProcess };
}

/** The answer of a tool; an error fails the test. */
export async function answered(tool: Tool, input: object, context = toolContext()): Promise<unknown> {
  const answer = await tool.answer(input, context);
  if (answer.kind === 'error') throw new Error(answer.message);
  return answer.value;
}

export async function complaintOf(tool: Tool, input: unknown, context = toolContext()): Promise<string> {
  const answer = await tool.answer(input, context);
  if (answer.kind === 'answer') throw new Error(`an answer: ${JSON.stringify(answer.value)}`);
  return answer.message;
}
