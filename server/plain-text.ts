/** Converts the Markdown that this server writes to plain text: bold, code, fences, tables, escapes, line breaks. */
export function plainTextOf(markdown: string): string {
  let fenced = false;
  const lines = markdown.split('\n').flatMap((line) => {
    if (!line.startsWith('```')) return fenced ? [line] : plainLine(line);
    fenced = !fenced;
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
          code ?? escaped ?? (bold ?? '').replace(/\\(.)/g, '$1'),
      ),
  ];
}

const marks = /\*\*(.+?)\*\*|(`+)(.+?)\2|\\([\\`*_{}[\]<>#|])/g;
