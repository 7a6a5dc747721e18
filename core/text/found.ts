/** How a message names the token that it found. */
import { Token, type Scanner } from './scanner';

const longest = 40;

export function describe(scanner: Scanner): string {
  if (scanner.kind === Token.End) return 'the end of the file';
  return quoted(scanner.text.slice(scanner.start, Math.min(scanner.end, scanner.start + longest + 1)));
}

/** The text in typographic quotes, shortened, control characters escaped. */
export function quoted(text: string): string {
  const short = text.length > longest ? `${text.slice(0, longest)}…` : text;
  // eslint-disable-next-line no-control-regex -- these are the characters that must not reach a message
  const plain = short.replace(/[\u0000-\u001f]/g, (c) => `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`);
  return `“${plain}”`;
}
