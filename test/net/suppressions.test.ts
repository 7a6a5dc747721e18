import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { applyChanges } from '#core/edit/change';
import { disableLine } from '#core/edit/disable-line';

/** The remaining codes with their lines. */
function check(text: string): readonly string[] {
  return analyze(text, { dialect: bvlc }).problems.map(
    ({ code, span }) => `${text.slice(0, span.start).split('\n').length} ${code}`,
  );
}

const layer = 'layer { name: "x" type: "Input" top: "x" inpt_param { } mystery: 1 }';

test('suppresses codes on the next line', () => {
  expect(
    check(`# prototxt-disable-next-line schema/unknown-field\n${layer}\n${layer.replaceAll('"x"', '"y"')}`),
  ).toEqual(['3 schema/unknown-field', '3 schema/unknown-field']);
  expect(check(`# prototxt-disable-next-line net/unknown-bottom\n${layer}`)).toEqual([
    '2 schema/unknown-field',
    '2 schema/unknown-field',
  ]);
});

test('suppresses a code on the last line, even if it has only whitespace', () => {
  expect(check('layer { name: "a" type: "Input" top: "a"\n  # prototxt-disable-next-line syntax/unclosed\n  ')).toEqual(
    [],
  );
});

test('skips comments and empty lines in between, and ignores the reason', () => {
  expect(
    check(`  # prototxt-disable-next-line net/unknown-bottom, schema/unknown-field -- ours has it\n# why\n\n${layer}`),
  ).toEqual([]);
  expect(check(`# prototxt-disable-next-line -- schema/unknown-field\n${layer}`).length).toBe(2);
});

test('suppresses codes in the whole file', () => {
  expect(check(`${layer}\n# prototxt-disable schema/unknown-field`)).toEqual([]);
});

test('ignores the word within another comment', () => {
  expect(check(`# see prototxt-disable schema/unknown-field\n${layer}`).length).toBe(2);
});

test('applies to solvers too', () => {
  expect(
    check('net: "a"\nbase_lr: 0.1\nlr_policy: "fixed"\n# prototxt-disable-next-line schema/unknown-field\nmystery: 1'),
  ).toEqual([]);
});

test('has a fix that writes the comment above with the same indentation, or extends an existing one', () => {
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
