import { expect, test } from 'vitest';
import { applyChanges } from '#core/edit/change';
import { eraseSchema, writeSchema } from '#core/edit/write-schema';
import { parse } from '#core/text/parser';

const written = (text: string, schema: string): string => applyChanges(text, writeSchema(parse(text).tree, schema));
const erased = (text: string): string => applyChanges(text, eraseSchema(parse(text).tree));

test.each([
  ['name: "n"\n', 'ssd', '# prototxt: schema=ssd\nname: "n"\n'],
  ['name: "n"\r\n', 'ssd', '# prototxt: schema=ssd\r\nname: "n"\r\n'],
  ['# prototxt: schema=bvlc phase=TEST\n', 'ssd', '# prototxt: schema=ssd phase=TEST\n'],
  ['# proto-file: my caffe.proto\n', 'ssd', '# prototxt: schema=ssd\n'],
  ['# proto-file: a.proto\n', 'my caffe.proto', '# proto-file: my caffe.proto\n'],
  ['# prototxt: schema=ssd\n', 'my caffe.proto', '# proto-file: my caffe.proto\n# prototxt: schema=ssd\n'],
])('writes the Caffe of %j as %j', (text, schema, after) => {
  expect(written(text, schema)).toBe(after);
});

test.each([
  ['# prototxt: schema=ssd\nname: "n"\n', 'name: "n"\n'],
  ['# prototxt: schema=ssd\r\nname: "n"\r\n', 'name: "n"\r\n'],
  ['# A net.\n  # proto-file: my caffe.proto\nname: "n"\n', '# A net.\nname: "n"\n'],
  ['name: "n" # prototxt: schema=ssd\n', 'name: "n"\n'],
  ['# prototxt: schema=ssd', ''],
  ['# prototxt: schema=ssd phase=TEST\n', '# prototxt: phase=TEST\n'],
  ['# prototxt: phase=TEST schema=ssd level=1\n', '# prototxt: phase=TEST level=1\n'],
  ['# proto-file: a.proto\n# prototxt: schema=ssd\nname: "n"\n', 'name: "n"\n'],
  ['# prototxt: phase=TEST\nname: "schema=ssd"\n', '# prototxt: phase=TEST\nname: "schema=ssd"\n'],
])('removes what names a Caffe from %j', (text, after) => {
  expect(erased(text)).toBe(after);
});

test('removes all that was written', () => {
  const text = 'name: "n"\nlayer { }\n';
  for (const schema of ['ssd', '../caffe.proto', 'my caffe.proto']) expect(erased(written(text, schema))).toBe(text);
});
