// The JSON schema of targets, from the form in core/targets/target.ts.
import { build } from 'esbuild';
import { join } from 'node:path';
import { root } from './steps.mjs';

/** The text of schemas/target.schema.json. */
export async function targetSchema() {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { toJsonSchema } from '@valibot/to-json-schema';
        import { targetForm } from './core/targets/target-form';
        // A condition is a text, whose syntax only the reader checks.
        export const schema = toJsonSchema(targetForm, { typeMode: 'input', ignoreActions: ['raw_transform'] });`,
      resolveDir: root,
    },
    bundle: true,
    write: false,
    format: 'esm',
    absWorkingDir: root,
    outfile: join(root, '.build/target-schema.mjs'),
    logLevel: 'warning',
  });
  const { schema } = await import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
  );
  const { $schema, ...rest } = schema;
  return `${JSON.stringify({ $schema, title: 'A target of Prototxt Lens', ...rest }, null, 2)}\n`;
}
