import { expect, test } from 'vitest';
import { bad } from './nets';
import { shell } from './shell';

const files = { 'bad.prototxt': bad };

test('stops once the reader has closed the pipe', async () => {
  const many = Array.from({ length: 800 }, () => 'bad.prototxt').join('\n');
  const whole = await shell('check --files-from -', { files, input: many });
  const cut = await shell('check --files-from -', { files, input: many, piecesRead: 1 });
  expect(cut.out.length).toBeLessThan(whole.out.length / 2);
  expect(whole.out.startsWith(cut.out)).toBe(true);
  expect(cut.err).toBe('');
});
