import { expect, test } from 'vitest';
import { applyChanges } from '#core/edit/change';
import { writeTargets } from '#core/edit/write-targets';
import { parse } from '#core/text/parser';

function written(text: string, names: readonly string[]): string | undefined {
  const changes = writeTargets(parse(text).tree, names);
  return changes && applyChanges(text, changes);
}

test.each<[text: string, names: readonly string[], after: string]>([
  ['name: "n"\n', ['ncnn'], '# prototxt: target=ncnn\nname: "n"\n'],
  ['name: "n"\r\n', ['ncnn', 'rknn'], '# prototxt: target=ncnn,rknn\r\nname: "n"\r\n'],
  ['# prototxt: target=mnn phase=TEST\n', ['ncnn', 'a.json'], '# prototxt: target=ncnn,a.json phase=TEST\n'],
  ['# prototxt: target=\n', ['ncnn'], '# prototxt: target=ncnn\n'],
  ['# prototxt: target=mnn,ncnn\nname: "n"\n', [], 'name: "n"\n'],
  ['name: "n" # prototxt: target=mnn\n', [], 'name: "n"\n'],
  ['# prototxt: phase=TEST target=mnn schema=ssd\n', [], '# prototxt: phase=TEST schema=ssd\n'],
  ['# prototxt: target=mnn\n# prototxt: target=ncnn\n', [], ''],
  ['name: "target=mnn"\n', [], 'name: "target=mnn"\n'],
])('writes targets of %j: %j', (text, names, after) => expect(written(text, names)).toBe(after));

test('does not write a path that a comment cannot hold', () => {
  expect(written('', ['my chip.json'])).toBe(undefined);
  expect(written('', ['a,b.json'])).toBe(undefined);
});

test('removes all that was written', () => {
  const text = 'name: "n"\nlayer { }\n';
  expect(written(written(text, ['ncnn', 'chips/a.json']) ?? '', [])).toBe(text);
});
