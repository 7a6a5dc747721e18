/** How messages quote a piece of the text. */

const longest = 40;

/** The text in typographic quotes, shortened, control characters escaped. */
export function foundText(text: string): string {
  return `“${shortened(text, 0, text.length)}”`;
}

/** A part of a text, shortened, with control characters and lone surrogates escaped. */
export function shortened(text: string, start: number, end: number): string {
  const part = end - start > longest ? `${text.slice(start, start + longest)}…` : text.slice(start, end);
  return part.replace(unprintable, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const unprintable =
  /[\u0000-\u001f\u007f-\u009f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
