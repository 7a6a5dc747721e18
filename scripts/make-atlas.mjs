// `node scripts/make-atlas.mjs [--from atlas.json] [--out atlas.json] [checkouts …]`: writes schemas/atlas.json. See docs/atlas.md.
import { buildSync } from 'esbuild';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { emptyAtlas, merge, put, written } from './lib/atlas-file.mjs';
import { protoFacts } from './lib/caffe-facts.mjs';
import { layersIn } from './lib/read-layers.mjs';
import { argumentsOf } from './lib/options.mjs';
import { rawSchema } from './lib/read-proto.mjs';

const root = dirname(import.meta.dirname);
const usage = `node scripts/make-atlas.mjs [--from atlas.json] [--out atlas.json] [checkouts …]: writes schemas/atlas.json, see
docs/atlas.md.`;
const { values: options, positionals } = argumentsOf(usage, {
  options: { from: { type: 'string', multiple: true, default: [] }, out: { type: 'string' } },
  allowPositionals: true,
});

const atlas = emptyAtlas();
let bvlcTypes;
for (const path of options.from) merge(atlas, JSON.parse(readFileSync(path, 'utf8')));
const sources = positionals.flatMap(sourcesIn);
if (sources.length > 0) {
  const base = rawSchema(readFileSync(join(root, 'schemas/bvlc.proto'), 'utf8'));
  for (const source of sources) put(atlas, source.repository, await factsOf(source, base));
}
const out = resolve(options.out ?? join(root, 'schemas/atlas.json'));
writeFileSync(out, written(atlas));
console.log(`${out}: ${atlas.repositories.length} repositories, ${Object.keys(atlas.layers).length} layer types`);

/**
 * `{repository, files}`, from a JSON list `{"owner/name": [files]}` or a folder of `owner/name`. Files in a list are relative
 * to it.
 */
function sourcesIn(path) {
  if (path.endsWith('.json'))
    return Object.entries(JSON.parse(readFileSync(path, 'utf8'))).map(([repository, files]) => ({
      repository,
      files: files.map((file) => resolve(dirname(path), file)),
    }));
  return foldersIn(path).flatMap((owner) =>
    foldersIn(join(path, owner)).map((name) => ({
      repository: `${owner}/${name}`,
      files: filesUnder(join(path, owner, name)),
    })),
  );
}

async function factsOf({ repository, files }, base) {
  const read = (pattern) => files.filter((file) => pattern.test(file) && existsSync(file));
  const protos = read(/caffe[^/\\]*\.proto$/i);
  const facts = protoFacts(textsOf(protos), base, (reason, index) =>
    console.error(`${repository}: ${protos[index]} is left out: ${reason}`),
  );
  const layers = Object.entries(layersIn(textsOf(read(/\.(?:hpp|h|cpp|cc)$/))));
  const bvlcs = layers.length > 0 ? await typesOfBvlc() : new Set();
  const own = layers.filter(([type]) => !bvlcs.has(type));
  return { ...facts, layers: Object.fromEntries(own.map(([type, counts]) => [type, [counts]])) };
}

/** BVLC's layer types, from the engine, which is only built for repositories with layers. */
async function typesOfBvlc() {
  return (bvlcTypes ??= await readBvlcTypes());
}

async function readBvlcTypes() {
  const entry = join(root, 'core/layers/index.ts');
  const { outputFiles } = buildSync({ entryPoints: [entry], bundle: true, format: 'esm', write: false });
  const { bvlcLayers } = await import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`
  );
  return new Set(bvlcLayers.types);
}

function textsOf(files) {
  return files.map((file) => readFileSync(file, 'utf8'));
}

function foldersIn(folder) {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort();
}

function filesUnder(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}
