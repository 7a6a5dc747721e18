// Compiles `schemas/` to data that the engine imports: no proto is parsed at run time.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from './lib/generated.mjs';
import { root } from './lib/steps.mjs';

/** Does nothing if no schema has changed. */
export async function compileSchemas() {
  const forks = protosIn('schemas/forks');
  const shared = protosIn('schemas/forks/shared');
  await generate({
    folder: 'core/schema/generated',
    names: ['bvlc.ts', 'forks.ts', 'atlas.ts'],
    by: 'Compiled from schemas by scripts/compile-schemas.mjs',
    inputs: [
      'schemas/bvlc.proto',
      ...forks.map((id) => `schemas/forks/${id}.proto`),
      ...shared.map((name) => `schemas/forks/shared/${name}.proto`),
      'schemas/atlas.json',
      'scripts/compile-schemas.mjs',
      'scripts/lib/generated.mjs',
      'scripts/lib/pack-atlas.mjs',
      'scripts/lib/read-proto.mjs',
      'node_modules/protobufjs/package.json',
    ],
    make: () => compiled(forks, shared),
  });
}

async function compiled(forks, shared) {
  const { packAtlas } = await import('./lib/pack-atlas.mjs');
  const { rawSchema } = await import('./lib/read-proto.mjs');
  const schema = rawSchema(read('schemas/bvlc.proto'));
  const rawForks = Object.fromEntries(forks.map((id) => [id, rawFork(read(`schemas/forks/${id}.proto`), rawSchema)]));
  const rawShared = Object.fromEntries(
    shared.map((name) => [name, rawSchema(read(`schemas/forks/shared/${name}.proto`))]),
  );
  return [
    `import type { RawSchema } from '../raw';\n\nexport const schema: RawSchema = ${JSON.stringify(schema)};\n`,
    // As JSON strings: those that a file does not need are never parsed.
    `${texts('forkTexts', rawForks)}\n${texts('sharedTexts', rawShared)}`,
    `export const packedAtlas = ${JSON.stringify(packAtlas(JSON.parse(read('schemas/atlas.json'))))};\n`,
  ];
}

/** A fork's differences: its messages, and the `// @…` lines at the top of its file. See docs/adding-a-fork.md. */
function rawFork(source, rawSchema) {
  const tags = (name) => [...source.matchAll(new RegExp(`^// @${name} (.+)$`, 'gm'))].map(([, text]) => text.trim());
  return {
    label: tags('label')[0],
    source: tags('source')[0],
    imports: [...source.matchAll(/^import "shared\/([\w-]+)\.proto";$/gm)].map(([, name]) => name),
    layers: tags('layer').map(rawLayer),
    lacks: tags('lacks'),
    lacksLayers: tags('lacks-layer'),
    fillers: tags('filler'),
    lacksFillers: tags('lacks-filler'),
    ...rawSchema(source),
  };
}

/** Parses `Type param_field other_field : what it does`; `-` if the layer has no parameter message. */
function rawLayer(text) {
  const [names, ...rest] = text.split(' : ');
  const [type, param, ...also] = names.trim().split(/\s+/);
  return [type, param === '-' ? '' : param, also, rest.join(' : ')];
}

function protosIn(folder) {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.proto'))
    .map((name) => name.slice(0, -'.proto'.length))
    .sort();
}

function texts(name, values) {
  const lines = Object.entries(values).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(JSON.stringify(value))},\n`,
  );
  return `export const ${name} = {\n${lines.join('')}} as const;\n`;
}

function read(path) {
  return readFileSync(join(root, path), 'utf8');
}

if (process.argv[1] === import.meta.filename) await compileSchemas();
