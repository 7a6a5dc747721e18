/** Names in the messages that panels show. */
import { expect, test } from 'vitest';
import { markedParts } from '#webview/status/marked';

/** `«name»` for code. */
const shown = (message: string): string =>
  markedParts(message)
    .map(({ text, isCode }) => (isCode ? `«${text}»` : text))
    .join('');

test.each([
  ['Lower `pad` or enlarge the kernel.', 'Lower «pad» or enlarge the kernel.'],
  ['`pad` is 2.', '«pad» is 2.'],
  ['Use `a` or `b`', 'Use «a» or «b»'],
  ['no names', 'no names'],
  ['the layer a`b is unknown', 'the layer a`b is unknown'],
  ['', ''],
])('%j', (message, expected) => {
  expect(shown(message)).toBe(expected);
});
