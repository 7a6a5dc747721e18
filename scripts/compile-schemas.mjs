/**
 * Compiles `schemas/` to data that the engine links at start: no proto is parsed at run time. Written only where it changed.
 */
import { mkdirSync, readFileSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import protobuf from 'protobufjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const labels = { optional: 0, required: 1, repeated: 2 };

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
  // As texts of JSON: what a file does not need is never parsed.
  emit('forks.ts', `${texts('forkTexts', forks)}\n${texts('sharedTexts', shared)}`);
  removeOthers(['bvlc.ts', 'forks.ts']);
}

/** What an earlier version wrote would still be compiled. */
function removeOthers(written) {
  const folder = join(root, 'core/schema/generated');
  for (const name of readdirSync(folder)) if (!written.includes(name)) rmSync(join(folder, name));
}

/** Messages and enums in the order of the text; nested ones are called `Outer.Inner`. */
function rawSchema(source) {
  const { root: parsed } = protobuf.parse(source, { keepCase: true, alternateCommentMode: true });
  const messages = [];
  const enums = [];
  const visit = (scope, prefix) => {
    for (const item of scope?.nestedArray ?? []) {
      const name = prefix + item.name;
      if (item instanceof protobuf.Enum) {
        enums.push([
          name,
          doc(item.comment),
          Object.entries(item.values).map(([value, number]) => [value, number, doc(item.comments[value])]),
        ]);
      } else if (item instanceof protobuf.Type) {
        messages.push([name, doc(item.comment), item.fieldsArray.map(rawField)]);
        visit(item, `${name}.`);
      }
    }
  };
  visit(parsed.get('caffe'), '');
  const known = new Set([...messages, ...enums].map(([name]) => name));
  for (const [message, , fields] of messages) {
    for (const field of fields) if (known.has(`${message}.${field[3]}`)) field[3] = `${message}.${field[3]}`;
  }
  return { messages, enums };
}

/** A fork's differences: its messages, and what `// @…` lines at the top of its file say. See docs/adding-a-fork.md. */
export function rawFork(source) {
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

/** `Type param_field other_field : what it does`; `-` where it has no parameter message of its own. */
function rawLayer(text) {
  const [names, ...rest] = text.split(' : ');
  const [type, param, ...also] = names.trim().split(/\s+/);
  return [type, param === '-' ? '' : param, also, rest.join(' : ')];
}

function rawField(field) {
  const label = field.rule ?? 'optional';
  const fallback = field.options?.default;
  return [
    field.name,
    field.id,
    labels[label],
    field.type,
    fallback === undefined ? null : fallback,
    doc(field.comment),
  ];
}

function doc(comment) {
  return comment ? comment.replace(/\s*\n\s*/g, ' ').trim() : '';
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
