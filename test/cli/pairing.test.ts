import { expect, test } from 'vitest';
import { good } from './nets';
import { shell } from './shell';

test('compares a net with the weights file that it names, as written by the weights command', async () => {
  const { created } = await shell('weights --phase TEST --out w.caffemodel good.prototxt', {
    files: { 'good.prototxt': good },
  });
  const model = created?.['w.caffemodel'] ?? new Uint8Array();
  const named = `# prototxt: weights w.caffemodel\n${good}`;
  const check = (text: string, bytes: Uint8Array | string): ReturnType<typeof shell> =>
    shell('check net.prototxt', { files: { 'net.prototxt': text, 'w.caffemodel': bytes } });
  expect(await check(named, model)).toEqual({ status: 0, out: '', err: '' });
  const other = await check(named.replace('num_output: 10', 'num_output: 11'), model);
  expect(other.out).toMatch(
    /^net\.prototxt:\d+:16: warning weights\/shape-differs weight of score is 10×144 in w\.caffemodel but 11×144 here/,
  );
  expect((await check(named, 'no model')).out).toMatch(/^net\.prototxt:1:21: warning weights\/not-a-model/);
  expect((await shell('check net.prototxt', { files: { 'net.prototxt': named } })).out).toMatch(
    /^net\.prototxt:1:21: warning weights\/model-unreadable Cannot read w\.caffemodel: there is no such file/,
  );
});
