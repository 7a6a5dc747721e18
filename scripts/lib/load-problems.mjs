// The table of problems, from the current sources.
import { build } from 'esbuild';
import { join } from 'node:path';
import { root } from './steps.mjs';

/** By family, in the form that `pageWith` takes. */
export async function loadProblems() {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        export { allCodes, infoOf, pageOf } from './core/problems';
        export { english } from './core/messages/en';
        export { generalMessageOf } from './core/messages/render';`,
      resolveDir: root,
    },
    bundle: true,
    write: false,
    format: 'esm',
    absWorkingDir: root,
    outfile: join(root, '.build/problems.mjs'),
    logLevel: 'warning',
  });
  const { allCodes, infoOf, pageOf, english, generalMessageOf } = await import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
  );
  const families = new Map();
  for (const code of allCodes) {
    const kinds = families.get(pageOf(code)) ?? [];
    families.set(pageOf(code), [...kinds, { code, info: infoOf(code), sentence: generalMessageOf(code, english) }]);
  }
  return families;
}
