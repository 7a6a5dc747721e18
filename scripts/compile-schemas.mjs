/**
 * Compiles `schemas/` to data that the engine imports: no proto is parsed at run time. Files are only written if they changed.
 */
import { mkdirSync, readFileSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packAtlas } from './lib/pack-atlas.mjs';
import { rawSchema } from './lib/read-proto.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

function compileSchemas() {
  const schema = rawSchema(read('schemas/bvlc.proto'));
  emit(
    'bvlc.ts',
    `import type { RawSchema } from '../raw';\n\nexport const schema: RawSchema = ${JSON.stringify(schema)};\n`,
  );
  const forks = Object.fromEntries(
    protosIn('schemas/forks').map((id) => [id, rawFork(read(`schemas/forks/${id}.proto`))]),
  );
  const shared = Object.fromEntries(
    protosIn('schemas/forks/shared').map((name) => [name, rawSchema(read(`schemas/forks/shared/${name}.proto`))]),
  );
  // As JSON strings: those that a file does not need are never parsed.
  emit('forks.ts', `${texts('forkTexts', forks)}\n${texts('sharedTexts', shared)}`);
  const atlas = packAtlas(JSON.parse(read('schemas/atlas.json')));
  emit('atlas.ts', `export const packedAtlas = ${JSON.stringify(atlas)};\n`);
  removeOthers(['bvlc.ts', 'forks.ts', 'atlas.ts']);
}

/** Removes modules of earlier versions, which would still be compiled. */
function removeOthers(written) {
  const folder = join(root, 'core/schema/generated');
  for (const name of readdirSync(folder)) if (!written.includes(name)) rmSync(join(folder, name));
}

/** A fork's differences: its messages, and the `// @…` lines at the top of its file. See docs/adding-a-fork.md. */
function rawFork(source) {
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

function emit(file, body) {
  const path = join(root, 'core/schema/generated', file);
  const text = `// Compiled from schemas/ by scripts/compile-schemas.mjs.\n${body}`;
  mkdirSync(dirname(path), { recursive: true });
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text);
}

compileSchemas();
