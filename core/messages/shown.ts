/**
 * Texts that are not ours (names of a net, comments of a proto, paths, what a system says) as people are shown them: one
 * function for each format that they are put into. What a person is shown of one is cut; data that programs read is whole.
 */

/** A name that is longer is cut in its middle: what tells names apart stands at their ends. In UTF-16 units. */
const longest = 160;

/**
 * What no line of text may hold as it is: control characters (escape sequences and line breaks among them), marks that turn
 * the direction of what follows, halves of characters, and what XML forbids.
 */
const hidden = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\ufeff\ufffe\uffff]/gu;

/** One line, whatever the text is: what can't be seen is spelled as an escape. For paths and lines that programs read. */
export function visible(text: string): string {
  return text.replace(hidden, spelled);
}

/** The same, and cut: plain text for terminals, diagnostics and labels. */
export function shown(text: string): string {
  return visible(cut(text));
}

/** Several sentences, as a comment in a proto: they may be longer than a name. */
export function prose(text: string): string {
  return visible(text.length > mostProse ? `${text.slice(0, mostProse)}…` : text);
}

const mostProse = 2000;

function cut(text: string): string {
  if (text.length <= longest) return text;
  const tail = Math.floor(longest / 3);
  // No half of a character is left.
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

/** Markdown: what we write ourselves, or make of other texts by the functions here. */
export interface Markdown {
  readonly markdown: string;
  /** Only the functions here make any. */
  readonly [made]: true;
}

/** Words of ours that are Markdown already. */
export function asMarkdown(markdown: string): Markdown {
  return { markdown } as Markdown;
}

/**
 * A text within a line of Markdown, so that it is no mark, image, link (GitHub's own links of bare addresses among them),
 * entity or HTML, and no item of a list where it begins the line.
 */
export function inMarkdown(text: string): Markdown {
  return asMarkdown(escaped(shown(text)));
}

/** The same of several sentences. */
export function proseInMarkdown(text: string): Markdown {
  return asMarkdown(escaped(prose(text)));
}

function escaped(text: string): string {
  // A bare underscore within a word, and a sign within a line, mean nothing to Markdown.
  return text
    .replace(/[\\`*[\]<>|~&$@]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|:(?=\/)|(?<=www)\./giu, '\\$&')
    .replace(/^(\s*\d*)(?=[.)](?:\s|$)|[-+](?:\s|$)|--|[=#])/, '$1\\');
}

/** A text as code within a line of Markdown: between more backticks than it holds. */
export function codeInMarkdown(text: string): Markdown {
  const plain = shown(text);
  const fence = '`'.repeat(longestRun(plain) + 1);
  // A blank at both ends is taken away again, and one backtick beside another is one of two.
  const gap = /^[`\s]|[`\s]$/.test(plain) ? ' ' : '';
  return asMarkdown(plain === '' ? '' : `${fence}${gap}${plain}${gap}${fence}`);
}

/** Lines as a block of code. */
export function blockInMarkdown(lines: readonly string[]): Markdown {
  const fence = '`'.repeat(Math.max(3, ...lines.map((line) => longestRun(line) + 1)));
  return asMarkdown([`${fence}text`, ...lines, fence].join('\n'));
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
}

/** Paragraphs, without those that are empty. */
export function paragraphs(parts: readonly Markdown[]): Markdown {
  return joined(parts, '\n\n');
}

export function joined(parts: readonly Markdown[], separator: string): Markdown {
  const texts = parts.map(({ markdown }) => markdown);
  return asMarkdown(texts.filter((text) => text !== '').join(separator));
}

/** Text of an XML document, an SVG say, and of its attributes. */
export function inXml(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A message of SARIF (2.1.0, 3.11): brackets would be links, braces placeholders. */
export function inSarif(message: string): string {
  return message.replace(/[\\[\]]/g, '\\$&').replace(/[{}]/g, '$&$&');
}

/** JSON whose strings are the same for a program, and harmless on a terminal. */
export function inJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(hidden, (character) =>
    character === '\n' ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * A cell of a table of comma-separated values (RFC 4180). A text that a spreadsheet would compute is kept from it by an
 * apostrophe; numbers stay numbers.
 */
export function inCsv(value: string | number | null | undefined): string {
  const text = String(value ?? '');
  const isNumber = typeof value === 'number' || /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(text);
  if (!isNumber && /^[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20]/.test(text)) return `"'${text.replaceAll('"', '""')}"`;
  return /[",;\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
