/** The colors of the text, by their roles. */
import { highlightTree, tagHighlighter, tags } from '@lezer/highlight';
import { expect, test } from 'vitest';
import { prototxt } from '#site/highlight';

const roles = tagHighlighter(
  (
    ['comment', 'string', 'number', 'typeName', 'labelName', 'variableName', 'keyword', 'propertyName', 'atom'] as const
  ).map((name) => ({ tag: tags[name], class: name })),
);

/** Each colored part as `role text`. */
function parts(text: string): readonly string[] {
  const found: string[] = [];
  highlightTree(prototxt.parser.parse(text), roles, (from, to, role) => found.push(`${role} ${text.slice(from, to)}`));
  return found;
}

test('gives each part of a layer its role', () => {
  expect(parts('layer { name: "conv1" type: "Convolution" bottom: \'data\' # first\n top : "c" }')).toEqual([
    'keyword layer',
    'propertyName name',
    'labelName "conv1"',
    'propertyName type',
    'typeName "Convolution"',
    'propertyName bottom',
    "variableName 'data'",
    'comment # first',
    'propertyName top',
    'variableName "c"',
  ]);
});

test('reads values, messages with a colon and nested angles', () => {
  expect(parts('weight_filler: < std: 1e-3 mean: -.5 variance_norm: FAN_IN >\nsource: "a\\"b" on: true')).toEqual([
    'keyword weight_filler',
    'propertyName std',
    'number 1e-3',
    'propertyName mean',
    'number -.5',
    'propertyName variance_norm',
    'atom FAN_IN',
    'propertyName source',
    'string "a\\"b"',
    'propertyName on',
    'atom true',
  ]);
});

test('ends an open string with its line', () => {
  expect(parts('name: "open\nname: 1')).toEqual([
    'propertyName name',
    'labelName "open',
    'propertyName name',
    'number 1',
  ]);
});
