/** The JSON schema of targets, as an editor uses it for `*.target.json`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { getLanguageService, TextDocument, type JSONSchema } from 'vscode-json-languageservice';
import { targetSchema } from '../../scripts/lib/target-schema.mjs';

const root = resolve(import.meta.dirname, '../..');
const path = join(root, 'schemas/target.schema.json');
const schema = JSON.parse(readFileSync(path, 'utf8')) as JSONSchema;

test('is up to date: npm run docs', async () => expect(readFileSync(path, 'utf8')).toBe(await targetSchema()));

test('is what the manifest names for such files', () => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly contributes: { readonly jsonValidation: readonly object[] };
  };
  expect(manifest.contributes.jsonValidation).toEqual([
    { fileMatch: '*.target.json', url: './schemas/target.schema.json' },
  ]);
  expect(readFileSync(join(root, '.vscodeignore'), 'utf8')).toContain('\n!schemas/target.schema.json\n');
});

async function problems(text: string): Promise<readonly string[]> {
  const document = TextDocument.create('file:///chip.target.json', 'json', 1, text);
  const service = getLanguageService({});
  const found = await service.doValidation(document, service.parseJSONDocument(document), {}, schema);
  return found.map(({ message }) => String(message));
}

const folder = join(root, 'core/targets/data');

test.each(readdirSync(folder))('accepts %s', async (file) => {
  expect(await problems(readFileSync(join(folder, file), 'utf8'))).toEqual([]);
});

test('accepts the example of the page about it', async () => {
  const page = readFileSync(join(root, 'docs/targets/own-target.md'), 'utf8');
  const [, example = ''] = /```json\n([^]*?)```/.exec(page) ?? [];
  expect(await problems(example)).toEqual([]);
});

test('marks what is missing or misspelled', async () => {
  expect(await problems('{ "id": "A b", "read": [] }')).toEqual([
    ...['name', 'version', 'date', 'basis', 'sources', 'layers'].map((name) => `Missing property "${name}".`),
    'String does not match the pattern of "^[a-z0-9][a-z0-9._-]{0,40}$".',
    'Property read is not allowed.',
  ]);
});
