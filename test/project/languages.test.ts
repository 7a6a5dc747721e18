/** Each language has every sentence of English, with the same placeholders. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { dialectIds, dialectOf } from '#core/dialects/index';
import { english } from '#core/messages/en/index';
import { docOf, type Language } from '#core/messages/language';
import { languageOf, languages } from '#core/messages/languages';
import { fillIn, messageOf } from '#core/messages/render';
import type { Argument } from '#core/problems/index';
import { samples } from '../edit/fix-samples';
import { readFixture } from '../support/marks';
import { docsIn, sentencesOf } from '../support/sentences';

const root = resolve(import.meta.dirname, '../..');

function placesIn(sentence: string): string {
  return [...new Set(sentence.match(/\{\w+\}/g))].sort().join(' ');
}

const own = sentencesOf({ ...english, id: {}, docs: {} });

test('has no empty English sentence', () => {
  expect(own.filter(([, sentence]) => sentence.trim() === '')).toEqual([]);
  expect(own.length).toBeGreaterThan(200);
});

test.each(languages.map((language) => [language.id, language] as const))(
  'has every sentence in %s, with the same placeholders',
  (_, language: Language) => {
    const sentences = new Map(sentencesOf({ ...language, id: {}, docs: {} }));
    expect(
      own
        .filter(
          ([path, sentence]) =>
            placesIn(sentences.get(path) ?? '') !== placesIn(sentence) || !sentences.get(path)?.trim(),
        )
        .map(([path]) => path),
    ).toEqual([]);
    expect([...sentences.keys()].filter((path) => !own.some(([known]) => known === path))).toEqual([]);
  },
);

test.each(languages.filter(({ id }) => id !== 'en').map((language) => [language.id, language] as const))(
  'translates every sentence to %s',
  (_, language: Language) => {
    const sentences = new Map(sentencesOf({ ...language, id: {}, docs: {} }));
    expect(
      own
        .filter(
          ([path, sentence]) =>
            sentences.get(path) === sentence && /[a-z]{2,} [a-z]{2,}/.test(sentence.replace(/\{\w+\}/g, '')),
        )
        .map(([path]) => path),
    ).toEqual([]);
  },
);

test.each(languages.filter(({ id }) => id !== 'en').map((language) => [language.id, language] as const))(
  'explains every field and type in %s',
  (_, { docs }) => {
    const documented = new Set(dialectIds.flatMap((id) => docsIn(dialectOf(id))));
    expect(documented.size).toBeGreaterThan(500);
    expect([...documented].filter((own) => own !== '' && docs(own) === undefined)).toEqual([]);
  },
);

test('falls back to English for an unknown language', () => {
  for (const locale of [undefined, '', 'C', 'en-GB', 'en_US.UTF-8', 'tlh']) expect(languageOf(locale).id).toBe('en');
});

test('renders a problem in the requested language', () => {
  const other: Language = {
    ...english,
    inStates: '[{states}] {sentence}',
    docs: (own) => (own === 'Slope.' ? 'Κλίση.' : undefined),
  };
  const problem = { code: 'net/old-format', span: { start: 0, end: 0 }, args: {}, states: ['TEST'] } as const;
  expect(messageOf(problem, other)).toMatch(/^\[TEST\] /);
  expect(docOf(other, 'Slope.')).toEqual({ markdown: 'Κλίση.' });
  expect(docOf(other, 'Bias.')).toEqual({ markdown: 'Bias.' });
});

test('selects a word by its number', () => {
  const sentence = '{n} {n:value|values} for {of}';
  expect([1, 2, 0, null].map((n) => fillIn(sentence, { n, of: 'a' }))).toEqual([
    '1 value for a',
    '2 values for a',
    '0 values for a',
    '? values for a',
  ]);
});

test("has no words of one language in a problem's arguments", () => {
  const folder = join(root, 'test/fixtures/refused');
  const refused = readdirSync(folder)
    .filter((name) => name.endsWith('.prototxt'))
    .map((name) => readFixture(readFileSync(join(folder, name), 'utf8')).text);
  const texts = [
    ...refused,
    ...Object.values(samples).map(([before]) => before),
    'layer { name: "a" type: "ReLU"',
    'name: [ "a" "b"',
    'layer { name: 3 top: { } phase: 7.5 }',
  ];
  const words = texts.flatMap((text) =>
    analyze(text, { dialect: bvlc }).problems.flatMap(({ code, args, related = [] }) =>
      [args, ...related.map((one) => one.args)]
        .flatMap((each) => Object.values(each))
        .flatMap(stringsIn)
        .filter((word) => /[A-Za-z]{2,} [a-z]{2,}/.test(word) && !text.includes(word.replace(/^“|…?”$/g, '')))
        .map((word) => `${code}: ${word}`),
    ),
  );
  expect([...new Set(words)]).toEqual([]);
});

function stringsIn(value: Argument): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null && 'phrase' in value
    ? Object.values(value.args ?? {}).flatMap(stringsIn)
    : [];
}

test('passes a language to everything that renders texts', () => {
  const sources = ['server', 'cli'].flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => ({ name: `${room}/${name}`, text: readFileSync(join(root, room, name), 'utf8') })),
  );
  const calls = sources.flatMap(({ name, text }) =>
    [...text.matchAll(/\b(?:relatedM|m)essageOf\(([^()]*)\)/g)].map(([call]) => `${name}: ${call}`),
  );
  expect(calls.filter((call) => !/, (?:.*language|english)\)$/.test(call))).toEqual([]);
  const tables = sources
    .filter(({ name, text }) => /from '#core\/messages\/en/.test(text) && name !== 'cli/json.ts')
    .map(({ name }) => name);
  expect(tables).toEqual([]);
});
