import { expect, test } from 'vitest';
import { resolve } from '#project/paths';
import { isWithin, relativePath } from '#project/uris';

test.each([
  ['file:///a/b', 'file:///a/b/c.proto', 'c.proto'],
  ['file:///a/b', 'file:///a/c/d.proto', '../c/d.proto'],
  ['file:///a/b', 'file:///c.proto', '../../c.proto'],
  ['file:///', 'file:///a/c.proto', 'a/c.proto'],
  ['file:///a/b', 'file:///a/my%20folder/caf%C3%A9.proto', '../my folder/café.proto'],
  ['file:///c%3A/nets', 'file:///c%3A/protos/c.proto', '../protos/c.proto'],
  ['file:///c%3A/nets', 'file:///d%3A/c.proto', undefined],
  ['file:///a', 'memfs:///a/c.proto', undefined],
  ['file://one/a', 'file://two/a/c.proto', undefined],
])('finds the path from %s to %s', (folder, uri, path) => {
  expect(relativePath(folder, uri)).toBe(path);
  if (path !== undefined) expect(resolve(folder, path)).toBe(uri);
});

test.each([
  ['file:///a/b', 'file:///a', true],
  ['file:///a', 'file:///a', true],
  ['file:///a', 'file:///', true],
  ['file:///ab', 'file:///a', false],
  ['file:///', 'file:///a', false],
])('knows whether %s is in %s', (uri, folder, answer) => {
  expect(isWithin(uri, folder)).toBe(answer);
});
