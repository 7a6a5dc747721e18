/**
 * Compiles `schemas/` to data that the engine links at start: no proto is parsed at run time. Written only where it changed.
 */
import { mkdirSync, readFileSync, existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import protobuf from 'protobufjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const labels = { optional: 0, required: 1, repeated: 2 };

export function compileSchemas() {
  const schema = rawSchema(readFileSync(join(root, 'schemas/bvlc.proto'), 'utf8'));
  emit('bvlc.ts', 'RawSchema', schema);
  emit('fork-names.ts', 'RawForkNames', JSON.parse(readFileSync(join(root, 'schemas/forks/names.json'), 'utf8')));
}

/** Messages and enums in the order of the text; nested ones are called `Outer.Inner`. */
export function rawSchema(source) {
  const { root: parsed } = protobuf.parse(source, { keepCase: true, alternateCommentMode: true });
  const messages = [];
  const enums = [];
  const visit = (scope, prefix) => {
    for (const item of scope.nestedArray) {
      const name = prefix + item.name;
      if (item instanceof protobuf.Enum) {
        enums.push([name, doc(item.comment), Object.entries(item.values).map(([value, number]) => [value, number, doc(item.comments[value])])]);
      } else if (item instanceof protobuf.Type) {
        messages.push([name, doc(item.comment), item.fieldsArray.map((field) => rawField(field, name))]);
        visit(item, `${name}.`);
      }
    }
  };
  visit(parsed.lookup('caffe'), '');
  const known = new Set([...messages, ...enums].map(([name]) => name));
  for (const [message, , fields] of messages) {
    for (const field of fields) if (known.has(`${message}.${field[3]}`)) field[3] = `${message}.${field[3]}`;
  }
  return { messages, enums };
}

function rawField(field) {
  const label = field.rule ?? 'optional';
  const fallback = field.options?.default;
  return [field.name, field.id, labels[label], field.type, fallback === undefined ? null : fallback, doc(field.comment)];
}

function doc(comment) {
  return comment ? comment.replace(/\s*\n\s*/g, ' ').trim() : '';
}

function emit(file, type, value) {
  const path = join(root, 'core/schema/generated', file);
  const name = type.replace('Raw', '').replace(/^./, (letter) => letter.toLowerCase());
  const text = `// Compiled from schemas/ by scripts/compile-schemas.mjs.\nimport type { ${type} } from '../raw';\n\nexport const ${name}: ${type} = ${JSON.stringify(value)};\n`;
  mkdirSync(dirname(path), { recursive: true });
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) compileSchemas();
