import { expect, test } from 'vitest';
import { plainTextOf } from '#server/plain-text';

test.each([
  ['**conv\\_1** · `Convolution`\n\ntext  \nmore', 'conv_1 · Convolution\n\ntext\nmore'],
  ['a\n\n```text\nn = **2** `x`\n```\n\nb', 'a\n\nn = **2** `x`\n\nb'],
  ['| i | rate |\n|---:|---:|\n| 0 | 0.1 |', 'i  rate\n0  0.1'],
  ['2 * 3 * 4 and a_b', '2 * 3 * 4 and a_b'],
])('converts %j to plain text', (markdown, plain) => expect(plainTextOf(markdown)).toBe(plain));
