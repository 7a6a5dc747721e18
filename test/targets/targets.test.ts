/** The built-in targets: each file is sound, cites its sources, and has its page. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtInTarget, targetNames } from '#core/targets/index';
import { namesIn } from '#core/targets/condition';
import { targetPages } from '../../scripts/lib/target-pages.mjs';

const root = resolve(import.meta.dirname, '../..');

describe.each(targetNames)('%s', (name) => {
  const target = builtInTarget(name);
  const rules = Object.values(target?.layers ?? {});
  const limits = [...rules.flatMap((rule) => rule.limits ?? []), ...(target?.limits ?? [])];

  test('every rule cites a source that is listed', () => {
    const cited = [
      ...rules.flatMap(({ source, rewrite }) => [source, rewrite?.source]),
      ...limits.map(({ source }) => source ?? 'none'),
      ...Object.values(target?.rewrites ?? {}),
      target?.fields?.source,
    ].filter((source) => source !== undefined);
    const unknown = cited.filter((source) => !Object.hasOwn(target?.sources ?? {}, source.split(':')[0] ?? ''));
    expect(unknown).toEqual([]);
  });

  test('every limit depends on the layer', () => {
    expect(limits.filter(({ requires }) => namesIn(requires).length === 0 && !/has\(/.test(requires.text))).toEqual([]);
  });

  test('no field is both read and assumed', () => {
    const both = rules.flatMap(({ reads = [], assumes = {} }) =>
      reads.filter((field) => Object.hasOwn(assumes, field)),
    );
    expect(both).toEqual([]);
  });
});

test('docs/targets is up to date: npm run docs', () => {
  for (const [page, text] of targetPages(root))
    expect(readFileSync(resolve(root, 'docs/targets', page), 'utf8'), page).toBe(text);
});
