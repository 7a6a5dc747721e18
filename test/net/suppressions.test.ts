import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { applyChanges } from '#core/edit/change';
import { disableLine } from '#core/edit/disable-line';

/** Codes that are left, with their lines. */
function check(text: string): readonly string[] {
  return analyze(text, { dialect: bvlc }).problems.map(
    ({ code, span }) => `${text.slice(0, span.start).split('\n').length} ${code}`,
  );
}

const layer = 'layer { name: "x" type: "Input" top: "x" inpt_param { } mystery: 1 }';

test('the next line, by code', () => {
  expect(
    check(`# prototxt-disable-next-line schema/unknown-field\n${layer}\n${layer.replaceAll('"x"', '"y"')}`),
  ).toEqual(['3 schema/unknown-field', '3 schema/unknown-field']);
  expect(check(`# prototxt-disable-next-line net/unknown-bottom\n${layer}`)).toEqual([
    '2 schema/unknown-field',
    '2 schema/unknown-field',
  ]);
});

test('the last line, though only blanks are on it', () => {
  expect(check('layer { name: "a" type: "Input" top: "a"\n  # prototxt-disable-next-line syntax/unclosed\n  ')).toEqual(
    [],
  );
});

test('comments and empty lines between do not count, reasons are no codes', () => {
  expect(
    check(`  # prototxt-disable-next-line net/unknown-bottom, schema/unknown-field -- ours has it\n# why\n\n${layer}`),
  ).toEqual([]);
  expect(check(`# prototxt-disable-next-line -- schema/unknown-field\n${layer}`).length).toBe(2);
});

test('the whole file, by code', () => {
  expect(check(`${layer}\n# prototxt-disable schema/unknown-field`)).toEqual([]);
});

test('a word in another comment is none', () => {
  expect(check(`# see prototxt-disable schema/unknown-field\n${layer}`).length).toBe(2);
});

test('solvers too', () => {
  expect(
    check('net: "a"\nbase_lr: 0.1\nlr_policy: "fixed"\n# prototxt-disable-next-line schema/unknown-field\nmystery: 1'),
  ).toEqual([]);
});

test('the fix writes the comment above, at the same depth, and into one that is there', () => {
  const text = 'layer {\n  name: "x" type: "Input" top: "x"\n  mystery: 1\n}\n';
  const fix = (source: string): string => {
    const [problem] = analyze(source, { dialect: bvlc }).problems;
    if (!problem) throw new Error('no problem');
    return applyChanges(source, disableLine(source, problem).changes);
  };
  const once = text.replace('  mystery', '  # prototxt-disable-next-line schema/unknown-field\n  mystery');
  expect(fix(text)).toBe(once);
  expect(check(once)).toEqual([]);
  expect(fix(once.replace('schema/unknown-field', 'net/unknown-bottom, net/top-count -- why'))).toBe(
    once.replace('schema/unknown-field', 'net/unknown-bottom, net/top-count, schema/unknown-field -- why'),
  );
});
