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

const message = (field: number, content: readonly number[]): readonly number[] => [
  ...(field < 16 ? [(field << 3) | 2] : [((field << 3) & 0x7f) | 2 | 0x80, field >> 4]),
  content.length,
  ...content,
];
const words = (text: string): readonly number[] => [...new TextEncoder().encode(text)];
const oldWeights = Uint8Array.from(message(2, [...message(4, words('act')), (5 << 3) | 0, 18]));
const currentWeights = Uint8Array.from(message(100, [...message(1, words('act')), ...message(2, words('ReLU'))]));

test('upgrades weights', async () => {
  const files = { 'old.caffemodel': oldWeights };
  const { status, created } = await shell('upgrade --weights old.caffemodel --out new.caffemodel', { files });
  expect(status).toBe(0);
  expect([...(created?.['new.caffemodel'] ?? [])]).toEqual([...currentWeights]);
});

test('says that weights need no upgrade, and that nothing was written', async () => {
  const files = { 'new.caffemodel': currentWeights };
  expect(await shell('upgrade --weights new.caffemodel --out out.caffemodel', { files })).toEqual({
    status: 2,
    out: '',
    err: 'prototxt-lens: new.caffemodel is already in the current format; nothing was written\n',
  });
});
