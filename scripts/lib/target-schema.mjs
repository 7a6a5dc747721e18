// The JSON schema of targets, from the form in core/targets/target-form.ts.
import { fromSources } from './from-sources.mjs';

/** The text of schemas/target.schema.json. */
export async function targetSchema() {
  const { module } = await fromSources(
    'target-schema',
    `import { toJsonSchema } from '@valibot/to-json-schema';
     import { targetForm } from './core/targets/target-form';
     // A condition is a text, whose syntax only the reader checks.
     export const schema = toJsonSchema(targetForm, { typeMode: 'input', ignoreActions: ['raw_transform'] });`,
  );
  const { $schema, ...rest } = module.schema;
  return `${JSON.stringify({ $schema, title: 'A target of Prototxt Lens', ...rest }, null, 2)}\n`;
}
