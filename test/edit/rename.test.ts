import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { applyChanges } from '#core/edit/change';
import { rename } from '#core/edit/rename';
import { english } from '#core/messages/en/index';
import { say } from '#core/messages/language';
import { readFixture } from '../support/marks';

/** The text after renaming the name at the cursor, or the reason why it can't be renamed. */
function check(fixture: string, newName = 'new'): string {
  const { text, cursor } = readFixture(fixture);
  const renamed = rename(analyze(text, { dialect: bvlc }), cursor, newName);
  return renamed.kind === 'changes'
    ? applyChanges(text, renamed.changes)
    : say(english.rename, renamed.sentence, renamed.args);
}

test('renames a blob in every layer and state, but not other things of that name', () => {
  expect(
    check(`layer { name: "a" type: "Data" top: "a" include { phase: TRAIN } }
layer { name: "a" type: "Input" top: "a" include { phase: TEST } }
layer { name: "r" type: "ReLU" bottom: "a" top: "a$0" } # a
layer { name: "a2" type: "ReLU" bottom: 'a' top: "b" }`),
  ).toBe(`layer { name: "a" type: "Data" top: "new" include { phase: TRAIN } }
layer { name: "a" type: "Input" top: "new" include { phase: TEST } }
layer { name: "r" type: "ReLU" bottom: "new" top: "new" } # a
layer { name: "a2" type: "ReLU" bottom: 'new' top: "b" }`);
});

test('renames a layer', () => {
  expect(check('layer { name: "$0a" type: "Input" top: "a" }')).toBe('layer { name: "new" type: "Input" top: "a" }');
});

test('renames a shared param', () => {
  expect(check('layer { param { name: "w$0" } param { name: "b" } }\nlayer { name: "w" param { name: "w" } }')).toBe(
    'layer { param { name: "new" } param { name: "b" } }\nlayer { name: "w" param { name: "new" } }',
  );
});

test('renames in old formats: inputs, V1 and its params, V0 and its padding layers', () => {
  expect(check('input: "d$0" input_dim: 1\nlayers { name: "d" type: RELU bottom: "d" top: "e" param: "d" }')).toBe(
    'input: "new" input_dim: 1\nlayers { name: "d" type: RELU bottom: "new" top: "e" param: "d" }',
  );
  expect(check('layers { name: "a" param: "w$0" param: "" }\nlayers { name: "b" param: "w" }')).toBe(
    'layers { name: "a" param: "new" param: "" }\nlayers { name: "b" param: "new" }',
  );
  const v0 =
    'layers { layer { name: "pad" type: "padding" pad: 1 } bottom: "d" top: "p" }\nlayers { layer { name: "c" type: "conv" } bottom: "p$0" top: "c" }';
  expect(check(`input: "d" ${v0}`)).toBe(`input: "d" ${v0.replace('$0', '').replaceAll('"p"', '"new"')}`);
  expect(check(v0.replace('$0', '').replace('"pad"', '"pa$0d"'))).toContain('name: "new" type: "padding"');
});

test('renames names in several parts, with escapes, or with quotes in them', () => {
  expect(check('layer { top: "a" \'b\' }\nlayer { bottom: "a$0b" }')).toBe(
    'layer { top: "new" }\nlayer { bottom: "new" }',
  );
  expect(check('layer { top: "\\x61" }\nlayer { bottom: "a$0" }')).toBe(
    'layer { top: "new" }\nlayer { bottom: "new" }',
  );
  expect(check('layer { top: "a$0" bottom: \'a\' }', 'x"y')).toBe('layer { top: "x\\"y" bottom: \'x"y\' }');
});

test.each([
  ['layer { top: "a$0" }\nlayer { top: "new" }', 'new', "A blob named 'new' already exists in line 2"],
  ['layer { name: "a$0" }\nlayer { name: "new" }', 'new', "A layer named 'new' already exists in line 2"],
  [
    'layer { param { name: "a$0" } }\nlayer { param { name: "new" } }',
    'new',
    "A param named 'new' already exists in line 2",
  ],
  ['layer { top: "a$0" }', '', 'A name cannot be empty'],
  ['layer { top: "a$0" }', 'a\nb', 'A name cannot contain a line break'],
  ['layer { type: "Re$0LU" }', 'new', 'Only blobs, layers and shared params'],
  ['net: "a$0"\nbase_lr: 1', 'new', 'Only blobs, layers and shared params'],
])('rejects %s → %j', (fixture, name, why) => {
  expect(check(fixture, name)).toContain(why);
});

test('accepts the name of a layer for a blob', () => {
  expect(check('layer { name: "new" top: "a$0" }')).toBe('layer { name: "new" top: "new" }');
});
