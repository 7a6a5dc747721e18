import { expect, test } from 'vitest';
import { shell } from './shell';

const old = 'layers { type: RELU bottom: "a" top: "b" } # why\n';
const today = 'layer { type: "ReLU" bottom: "a" top: "b" } # why\n';

test('prints the current format, or writes it', async () => {
  expect(await shell('upgrade a', { files: { a: old } })).toEqual({ status: 0, out: today, err: '' });
  expect(await shell('upgrade --write a b', { files: { a: old, b: today } })).toEqual({
    status: 0,
    out: '',
    err: '',
    written: { a: today },
  });
});

test('rejects --check', async () => {
  expect((await shell('upgrade --check a', { files: { a: old } })).status).toBe(2);
});
