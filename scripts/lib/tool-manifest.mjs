// The tools for language models as the manifest of the extension lists them, from the current sources.
import { fromSources } from './from-sources.mjs';

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
  const { module } = await fromSources(
    'tools',
    `export { tools } from './tools';
     export { schemaOf } from './tools/json-schema';`,
  );
  return toolManifest(module.tools, module.schemaOf);
}
