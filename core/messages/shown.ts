/**
 * How untrusted texts (names in a net, comments of a proto, paths, system messages) are shown: one function for each
 * output format. Text for a person is shortened; data that programs read is complete.
 */

/** Longer names are shortened in the middle, since names differ mostly at their ends. In UTF-16 units. */
const longest = 160;

/**
 * Characters that a line of text must not contain unescaped: control characters (including escape sequences and line
 * breaks), marks that change the direction of the following text, lone surrogates, and characters that XML forbids.
 */
const hidden = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\ufeff\ufffe\uffff]/gu;

/** A single line for any text: invisible characters are escaped. For paths and lines that programs read. */
export function visible(text: string): string {
  return text.replace(hidden, spelled);
}

/** The same, shortened: plain text for terminals, diagnostics and labels. */
export function shown(text: string): string {
  return visible(cut(text));
}

/** For several sentences, such as a comment in a proto, which may be longer than a name. */
export function prose(text: string): string {
  return visible(text.length > mostProse ? `${text.slice(0, mostProse)}…` : text);
}

const mostProse = 2000;

function cut(text: string): string {
  if (text.length <= longest) return text;
  const tail = Math.floor(longest / 3);
  // Leaves no lone surrogate.
  const [start, end] = [text.slice(0, longest - tail - 1), text.slice(-tail)];
  return `${start.replace(/[\ud800-\udbff]$/, '')}…${end.replace(/^[\udc00-\udfff]/, '')}`;
}

function spelled(character: string): string {
  const short = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }[character];
  if (short !== undefined) return short;
  const code = character.codePointAt(0) ?? 0;
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
}

declare const made: unique symbol;

/** Markdown, either written in this project or made of other texts by the functions here. */
export interface Markdown {
  readonly markdown: string;
  /** Prevents creating it other than by the functions here. */
  readonly [made]: true;
}

/** For words of this project that are Markdown already. */
export function asMarkdown(markdown: string): Markdown {
  return { markdown } as Markdown;
}

/**
 * Escapes a text within a line of Markdown, so that it is no markup, image, link (including GitHub's links for bare
 * addresses), entity or HTML, and no list item at the start of a line.
 */
export function inMarkdown(text: string): Markdown {
  return asMarkdown(escaped(shown(text)));
}

/** The same for several sentences. */
export function proseInMarkdown(text: string): Markdown {
  return asMarkdown(escaped(prose(text)));
}

function escaped(text: string): string {
  // A bare underscore within a word, and a sign within a line, have no meaning in Markdown.
  return text
    .replace(/[\\`*[\]<>|~&$@]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|:(?=\/)|(?<=www)\./giu, '\\$&')
    .replace(/^(\s*\d*)(?=[.)](?:\s|$)|[-+](?:\s|$)|--|[=#])/, '$1\\');
}

/** A text as inline code in Markdown, between more backticks than it contains. */
export function codeInMarkdown(text: string): Markdown {
  const plain = shown(text);
  const fence = '`'.repeat(longestRun(plain) + 1);
  // Markdown strips one space at both ends, and adjacent backticks would merge.
  const gap = /^[`\s]|[`\s]$/.test(plain) ? ' ' : '';
  return asMarkdown(plain === '' ? '' : `${fence}${gap}${plain}${gap}${fence}`);
}

/** Lines as a code block. */
export function blockInMarkdown(lines: readonly string[]): Markdown {
  const fence = '`'.repeat(Math.max(3, ...lines.map((line) => longestRun(line) + 1)));
  return asMarkdown([`${fence}text`, ...lines, fence].join('\n'));
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
}

/** Joins paragraphs, without empty ones. */
export function paragraphs(parts: readonly Markdown[]): Markdown {
  return joined(parts, '\n\n');
}

export function joined(parts: readonly Markdown[], separator: string): Markdown {
  const texts = parts.map(({ markdown }) => markdown);
  return asMarkdown(texts.filter((text) => text !== '').join(separator));
}

/** Escapes text for XML documents, such as SVG, and their attributes. */
export function inXml(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Escapes a SARIF message (2.1.0, 3.11): brackets would be links, braces placeholders. */
export function inSarif(message: string): string {
  return message.replace(/[\\[\]]/g, '\\$&').replace(/[{}]/g, '$&$&');
}

/** JSON with invisible characters escaped: equal for a program, and harmless on a terminal. */
export function inJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(hidden, (character) =>
    character === '\n' ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * A cell of comma-separated values (RFC 4180). A text that a spreadsheet would evaluate is prefixed with an apostrophe;
 * numbers remain numbers.
 */
export function inCsv(value: string | number | null | undefined): string {
  const text = String(value ?? '');
  const isNumber = typeof value === 'number' || /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(text);
  if (!isNumber && /^[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20]/.test(text)) return `"'${text.replaceAll('"', '""')}"`;
  return /[",;\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
