// The tools for language models as the manifest of the extension lists them, from the current sources.
import { build } from 'esbuild';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './steps.mjs';

/** The value of `contributes.languageModelTools`. The sentences for people are in package.nls.json. */
export function toolManifest(tools, schemaOf) {
  return tools.map(({ name, description, input }) => {
    const key = name.replace(/^prototxt_/, '').replace(/_(\w)/g, (_, letter) => letter.toUpperCase());
    return {
      name,
      toolReferenceName: `prototxt${key[0].toUpperCase()}${key.slice(1)}`,
      displayName: `%tool.${key}.name%`,
      userDescription: `%tool.${key}.description%`,
      modelDescription: description,
      canBeReferencedInPrompt: true,
      tags: ['caffe', 'prototxt'],
      inputSchema: schemaOf(input, 'input'),
    };
  });
}

export async function loadToolManifest() {
  const outfile = join(root, '.build/tools.mjs');
  mkdirSync(join(root, '.build'), { recursive: true });
  const { outputFiles } = await build({
    stdin: {
      contents: `export { tools } from './tools'; export { schemaOf } from './tools/json-schema';`,
      resolveDir: root,
    },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    absWorkingDir: root,
    logLevel: 'warning',
  });
  writeFileSync(outfile, outputFiles[0].contents);
  try {
    const { tools, schemaOf } = await import(pathToFileURL(outfile).href);
    return toolManifest(tools, schemaOf);
  } finally {
    rmSync(outfile);
  }
}
