/** The words of CONTRIBUTING.md, section Words, in every English sentence of the product. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { dialectIds, dialectOf } from '#core/dialects/index';
import { english } from '#core/messages/en/index';
import { english as weightsPanel } from '#webview/weights/english';
import { docsIn, sentencesOf } from '../support/sentences';

/** What not to write, and what to write instead. */
const instead: readonly (readonly [RegExp, string])[] = [
  [/\bbehind\b/i, 'after'],
  [/\bgoes? before\b/i, 'overrides, takes precedence'],
  [/\btakes? back\b/i, 'suppresses, undoes'],
  [/\btold\b/i, 'detected, specified'],
  [/\bstop(s|ped)?\b/i, 'aborts'],
  [/\bstroke\b/i, 'slash'],
  [/\bblanks?\b/i, 'whitespace, spaces'],
  [/\bof (late|old)\b/i, 'recently, deprecated, old'],
  [/\bthe very\b/i, 'exactly'],
  [/\bleisure\b/i, 'idle'],
  [/\bbends?\b(?!\})/i, 'saturates'],
  [/\bbegin alike\b/i, 'share a prefix'],
  [/\brefuse[sd]?\b/i, 'rejects'],
  [/\btoday('s)?\b/i, 'current, now'],
  [/\banew\b/i, 'again'],
  [/\bas it were\b/i, 'nothing'],
  [/\bexclude each other\b/i, 'cannot both be set'],
  [/\bthere already\b/i, 'already exists'],
  [/\b(is|are) no (net|command|number|caffemodel)\b/i, 'is not a'],
  [/\b(can't|isn't|aren't|doesn't|don't know)\b/i, 'cannot, is not, does not'],
  [/\b(one|once|value) an? (channel|top|bottom|axis|item|line|layer|output)\b/i, 'one per …'],
  [/colour|centre|\bgrey|neighbour|normalis|initialis|regularis|modelled/i, 'American spelling'],
];

const read = (path: string): string => readFileSync(resolve(import.meta.dirname, '../..', path), 'utf8');
const strings = (path: string): readonly string[] => Object.values(JSON.parse(read(path)) as Record<string, string>);

/** The English table of a page, whose module needs a browser. */
const tableOf = (path: string): readonly string[] =>
  [...(read(path).split('const chinese')[0] ?? '').matchAll(/^\s+\w+:\s*(?:'((?:[^'\\]|\\.)+)'|"([^"]+)")/gm)].map(
    ([, single, double]) => single ?? double ?? '',
  );

const places: readonly (readonly [string, readonly string[]])[] = [
  ['messages', sentencesOf({ ...english, id: {}, docs: {} }).map(([, sentence]) => sentence)],
  ['fields, layers and fillers', dialectIds.flatMap((id) => docsIn(dialectOf(id)))],
  ['package.nls.json', strings('package.nls.json')],
  ['l10n', strings('l10n/bundle.l10n.json')],
  ['the panel of weights', Object.values(weightsPanel)],
  ['the panel of the net', tableOf('webview/net/words.ts')],
  ['the panel of the signal', tableOf('webview/signal/words.ts')],
  ['the page on the web', tableOf('site/words.ts')],
];

test.each(places)('%s: no word of the old style', (_, sentences) => {
  expect(sentences.length).toBeGreaterThan(20);
  const found = [...new Set(sentences)].flatMap((sentence) =>
    instead
      .filter(([word]) => word.test(sentence))
      .map(([word, better]) => `${sentence} (${word.exec(sentence)?.[0] ?? ''}: ${better})`),
  );
  expect(found).toEqual([]);
});

test('every word of the list is found', () => {
  const old = [
    'behind it',
    'goes before',
    'takes it',
    'takes back',
    'told from',
    'Caffe stops',
    'a stroke',
    'blanks',
    'of late',
    'the very values',
    'in leisure',
    'bends',
    'begin alike',
    'refuses',
    "today's",
    'anew',
    'as it were',
    'exclude each other',
    'is there already',
    'is no net',
    "can't",
    'one a channel',
    'grey',
  ];
  expect(instead.filter(([word]) => !old.some((each) => word.test(each)))).toEqual([]);
});
