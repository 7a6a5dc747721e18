import { expect, test } from 'vitest';
import { shell } from './shell';

const ugly = 'layer{\n name:"a" # first\n}\n';
const neat = 'layer {\n  name: "a" # first\n}\n';

test('prints the formatted text, and does not change the file', async () => {
  expect(await shell('format net.prototxt', { files: { 'net.prototxt': ugly } })).toEqual({
    status: 0,
    out: neat,
    err: '',
  });
});

test('reads standard input', async () => {
  expect((await shell('format --indent 4 -', { input: ugly })).out).toBe(neat.replace('  name', '    name'));
});

test('names unformatted files for --check, and exits with 1', async () => {
  const { status, out, err } = await shell('format --check a b', { files: { a: ugly, b: neat } });
  expect({ status, out }).toEqual({ status: 1, out: '' });
  expect(err).toContain('a is not formatted');
  expect(err).not.toContain('b is');
  expect((await shell('format --check b', { files: { b: neat } })).status).toBe(0);
});

test('writes only the files that change for --write', async () => {
  const { status, written } = await shell('format --write a b', { files: { a: ugly, b: neat } });
  expect({ status, written }).toEqual({ status: 0, written: { a: neat } });
});

test('does not change a file that is not UTF-8, and still formats the others', async () => {
  const latin1 = new Uint8Array([...new TextEncoder().encode('name:"'), 0xe9, 0x22]);
  const { status, written, err } = await shell('format --write a none b', { files: { a: latin1, b: ugly } });
  expect({ status, written }).toEqual({ status: 2, written: { b: neat } });
  expect(err).toContain('a is not UTF-8');
  expect(err).toContain('Cannot read none');
});

test('formats the valid part of a broken file, and reports that it is broken', async () => {
  const { status, out, err } = await shell('format a', { files: { a: `${ugly}layer {\n  top "x"\n}\n` } });
  expect({ status, out }).toEqual({ status: 0, out: `${neat}layer {\n  top "x"\n}\n` });
  expect(err).toContain('a has syntax errors');
});

test('is the only command with --write and --check', async () => {
  expect(await shell('check --write a', { files: { a: neat } })).toMatchObject({
    status: 2,
    err: 'prototxt-lens: check has no option --write\n',
  });
  expect((await shell('format --help')).out).toContain('--check');
});
