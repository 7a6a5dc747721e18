/** The editor's own texts are complete in each language: the manifest, the client, the pages. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { languages } from '#core/messages/languages';

const root = resolve(import.meta.dirname, '../..');
const others = languages.map(({ id }) => id).filter((id) => id !== 'en');

type Sentences = Readonly<Record<string, string>>;

/** Names of sentences that lack a translation, are translated but no longer used, or have different placeholders. */
function amiss(english: Sentences, other: Sentences): readonly string[] {
  return [...new Set([...Object.keys(english), ...Object.keys(other)])].filter((name) => {
    const [own, translated] = [english[name], other[name]];
    return (
      own === undefined ||
      translated === undefined ||
      translated.trim() === '' ||
      placesIn(own) !== placesIn(translated)
    );
  });
}

/** Sentences of several words that are still in English. */
function untranslated(english: Sentences, other: Sentences): readonly string[] {
  return Object.keys(english).filter(
    (name) =>
      english[name] === other[name] && /[a-z]{2,} [a-z]{2,}/.test((english[name] ?? '').replace(/\{\w+\}/g, '')),
  );
}

function placesIn(sentence: string): string {
  return [...sentence.matchAll(/\{\w+\}/g)]
    .map(([place]) => place)
    .sort()
    .join(' ');
}

function sentencesOf(path: string): Sentences {
  return JSON.parse(readFileSync(join(root, path), 'utf8')) as Sentences;
}

function sourcesOf(room: string): readonly { readonly name: string; readonly text: string }[] {
  return readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({ name: `${room}/${name}`, text: readFileSync(join(root, room, name), 'utf8') }));
}

const manifest = sentencesOf('package.nls.json');

test.each(others)('translates every sentence of the manifest to %s', (id) => {
  const other = sentencesOf(`package.nls.${id}.json`);
  expect(amiss(manifest, other)).toEqual([]);
  expect(untranslated(manifest, other)).toEqual([]);
});

const client = sourcesOf('client');
const said = client.flatMap(({ text }) =>
  [...text.matchAll(/\bl10n\.t\(\s*(['"])((?:(?!\1)[^\\]|\\.)*)\1/g)].map(([, , sentence]) =>
    (sentence ?? '').replace(/\\(.)/g, '$1'),
  ),
);
const sentencesOfClient: Sentences = Object.fromEntries(said.map((sentence) => [sentence, sentence]));

test("uses plain strings for the client's sentences", () => {
  expect(said.length).toBeGreaterThan(50);
  expect(said.length).toBe(client.reduce((sum, { text }) => sum + text.split('l10n.t(').length - 1, 0));
});

test('has no untranslatable texts in the client', () => {
  const bare = client.flatMap(({ name, text }) =>
    [
      ...text.matchAll(
        /\b(?:show(?:Information|Warning|Error)Message\(|(?:placeHolder|prompt|title|detail|tooltip|description):) *(['`])((?:(?!\1).)*)\1/g,
      ),
    ].map(([, , sentence]) => `${name}: ${sentence}`),
  );
  // Except for an example of Caffe's output, and for two complete sentences joined.
  expect(bare.filter((one) => !/: (Error parsing text-format .*|\$\{done\} \$\{doubt\})$/.test(one))).toEqual([]);
});

test("lists the client's sentences in its bundle", () => {
  expect(sentencesOf('l10n/bundle.l10n.json')).toEqual(sentencesOfClient);
});

test.each(others)('translates every sentence of the client to %s', (id) => {
  const other = sentencesOf(`l10n/bundle.l10n.${id}.json`);
  expect(amiss(sentencesOfClient, other)).toEqual([]);
  expect(untranslated(sentencesOfClient, other)).toEqual([]);
});

const panels = readdirSync(join(root, 'webview'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
/** Those of the panels, and the one on the web. */
const pages = [...panels.map(({ name }) => `webview/${name}`), 'site'];

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** A page's table in an editor of this language. */
async function wordsOf(page: string, lang: string): Promise<Sentences> {
  vi.resetModules();
  vi.stubGlobal('document', { documentElement: { lang } });
  const { words } = (await import(join(root, page, 'words.ts'))) as { readonly words: Sentences };
  return words;
}

test.each(pages.flatMap((page) => others.map((id) => [page, id] as const)))(
  'translates every sentence of the page %s to %s',
  async (page, id) => {
    const [english, other] = [await wordsOf(page, 'en'), await wordsOf(page, id)];
    expect(Object.keys(english).length).toBeGreaterThan(10);
    expect(other).not.toEqual(english);
    expect(amiss(english, other)).toEqual([]);
    expect(untranslated(english, other)).toEqual([]);
    expect(await wordsOf(page, 'tlh')).toEqual(english);
  },
);
