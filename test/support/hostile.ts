/** Names that would be something else in one of the formats that people are shown them in. */

export const hostileNames: readonly string[] = [
  '![a](https://evil.example/a.png)',
  '[a](command:workbench.action.quit)',
  '<img src="https://evil.example/a.png">',
  '</text><script>alert(1)</script>',
  'https://evil.example',
  'www.evil.example',
  'a@evil.example',
  '&lt;b&gt;',
  '`a` ``b``',
  '```',
  '**a** _b_ ~~c~~',
  '| a | b |',
  '# a',
  '1. a',
  '- a',
  'a\\',
  '\u001b[31mred\u001b]8;;https://evil.example\u0007',
  '\u009b2J',
  'a\nb.prototxt:1:1: error x/y z',
  'a\r\n\r\n![a](https://evil.example/b.png)',
  '\u202etxet',
  'a\u2066b\u2028c',
  '\u0000\u0008\u007f',
  '=cmd()',
  '@SUM(A1)',
  '$(trash)',
  '{0}{name}',
  // Longer than the longest hover.
  'x'.repeat(25_000),
];

/** True where every line holds only what is seen: no control characters, no marks of direction, no halves of characters. */
export function isHarmless(text: string): boolean {
  return !/[^\P{Cc}\n]|[\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\ufeff\ufffe\uffff]/u.test(text);
}
