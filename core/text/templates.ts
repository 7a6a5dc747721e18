/**
 * Texts that a program fills in before Caffe reads them: `{{ name }}`, `{% … %}`, `$NAME`, `${NAME}`, and words such as
 * `cls6x` in place of a number. They are read as unknown values.
 */

/**
 * A text of the same length with placeholders replaced by words, and statements by whitespace. Returns the same text
 * where there are none.
 */
export function maskTemplates(text: string): string {
  if (!text.includes('{{') && !text.includes('{%') && !text.includes('$')) return text;
  return text.replace(pieces, (piece) => {
    if (piece.startsWith('{%')) return piece.replace(/[^\r\n]/g, ' ');
    return piece.startsWith('{{') || piece.startsWith('$') ? 'x'.repeat(piece.length) : piece;
  });
}

/** Matches strings and comments as well, to skip them. */
const pieces =
  /"(?:\\.|[^"\\\r\n])*"?|'(?:\\.|[^'\\\r\n])*'?|#[^\r\n]*|\{\{[^{}\r\n]*\}\}|\{%[^\r\n]*?%\}|\$\{\w+\}|\$[A-Za-z_]\w*/g;

/**
 * Whether a written value is a placeholder. A bare word is one only in place of a number (elsewhere `CONVOLUTION3D` and
 * `MAX2D` are names of another Caffe), and only where the text has several of the form.
 */
export function placeholders(text: string): (written: string, expected: 'number' | 'other') => boolean {
  let several: boolean | undefined;
  return (written, expected) => {
    if (written.startsWith('{{') || written.startsWith('$')) return true;
    if (expected !== 'number' || !bare.test(written)) return false;
    several ??= (text.match(bareValues) ?? []).length > 1;
    return several;
  };
}

/** Letters around a number. */
const bare = /^[A-Za-z]+\d+[A-Za-z]+$/;
const bareValues = /:[ \t]*[A-Za-z]+\d+[A-Za-z]+(?=\s)/g;
