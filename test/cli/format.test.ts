import { expect, test } from 'vitest';
import { shell } from './shell';

const ugly = 'layer{\n name:"a" # first\n}\n';
const neat = 'layer {\n  name: "a" # first\n}\n';

test('prints what is formatted, and leaves the file', async () => {
  expect(await shell('format net.prototxt', { files: { 'net.prototxt': ugly } })).toEqual({
    status: 0,
    out: neat,
    err: '',
  });
});

test('reads the standard input', async () => {
  expect((await shell('format --indent 4 -', { input: ugly })).out).toBe(neat.replace('  name', '    name'));
});

test('--check names what is not formatted, and says so with its status', async () => {
  const { status, out, err } = await shell('format --check a b', { files: { a: ugly, b: neat } });
  expect({ status, out }).toEqual({ status: 1, out: '' });
  expect(err).toContain('a is not formatted');
  expect(err).not.toContain('b is');
  expect((await shell('format --check b', { files: { b: neat } })).status).toBe(0);
});

test('--write writes what changes, and only that', async () => {
  const { status, written } = await shell('format --write a b', { files: { a: ugly, b: neat } });
  expect({ status, written }).toEqual({ status: 0, written: { a: neat } });
});

test('a file that is no UTF-8 is left as it is, and the others are done', async () => {
  const latin1 = new Uint8Array([...new TextEncoder().encode('name:"'), 0xe9, 0x22]);
  const { status, written, err } = await shell('format --write a none b', { files: { a: latin1, b: ugly } });
  expect({ status, written }).toEqual({ status: 2, written: { b: neat } });
  expect(err).toContain('a is not UTF-8');
  expect(err).toContain('Cannot read none');
});

test('a broken file is formatted where it is sound, and said to be broken', async () => {
  const { status, out, err } = await shell('format a', { files: { a: `${ugly}layer {\n  top "x"\n}\n` } });
  expect({ status, out }).toEqual({ status: 0, out: `${neat}layer {\n  top "x"\n}\n` });
  expect(err).toContain('a has syntax errors');
});

test('other commands take neither', async () => {
  expect(await shell('check --write a', { files: { a: neat } })).toMatchObject({
    status: 2,
    err: 'prototxt-lens: check takes no --write\n',
  });
  expect((await shell('format --help')).out).toContain('--check');
});
