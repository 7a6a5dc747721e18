/** Converts the Markdown that this server writes to plain text: bold, code, fences, tables, escapes, line breaks. */
export function plainTextOf(markdown: string): string {
  let fence: string | undefined;
  const lines = markdown.split('\n').flatMap((line) => {
    const opened = fence === undefined ? /^(`{3,})\w*$/.exec(line)?.[1] : undefined;
    if (opened === undefined && line !== fence) return fence === undefined ? plainLine(line) : [line];
    fence = opened;
    return [];
  });
  return lines.join('\n');
}

function plainLine(line: string): readonly string[] {
  if (/^\|[-:| ]+\|$/.test(line)) return [];
  const row = /^\| ?(.*?) ?\|$/.exec(line);
  const cells = row ? (row[1] ?? '').split(/ ?(?<!\\)\| ?/).join('  ') : line;
  return [
    cells
      .trimEnd()
      .replace(
        marks,
        (_, bold?: string, __?: string, code?: string, escaped?: string) =>
          code?.replace(/^ (.+) $/, '$1') ?? escaped ?? (bold ?? '').replace(/\\(.)/g, '$1'),
      ),
  ];
}

const marks = /\*\*(.+?)\*\*|(?<!`)(`+)(?!`)(.+?)(?<!`)\2(?!`)|\\([!-/:-@[-`{-~])/g;
