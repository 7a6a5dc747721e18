import { lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Uri } from 'vscode';
import { temporaryFolder } from '../support/system-folder';
import { writeFile } from '../../client/write-file';

let folder = '';
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = (name: string): Uri => ({ scheme: 'file', fsPath: join(folder, name) }) as unknown as Uri;
const bytes = new TextEncoder().encode('<svg/>');

test('replaces a file by a complete one, and keeps a symbolic link', async () => {
  writeFileSync(join(folder, 'net.svg'), 'old');
  symlinkSync('net.svg', join(folder, 'link.svg'));
  await writeFile(file('link.svg'), bytes);
  expect(readFileSync(join(folder, 'net.svg'), 'utf8')).toBe('<svg/>');
  expect(lstatSync(join(folder, 'link.svg')).isSymbolicLink()).toBe(true);
  expect(readdirSync(folder).sort()).toEqual(['link.svg', 'net.svg']);
});

test('leaves nothing where it cannot write', async () => {
  mkdirSync(join(folder, 'net.svg'));
  await expect(writeFile(file('net.svg'), bytes)).rejects.toMatchObject({ code: 'EISDIR' });
  await expect(writeFile(file('none/net.svg'), bytes)).rejects.toMatchObject({ code: 'ENOFOLDER' });
  expect(readdirSync(folder)).toEqual(['net.svg']);
});
