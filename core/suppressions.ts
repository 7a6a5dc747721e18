/**
 * Problems that comments take back: `# prototxt-disable-next-line CODE` for the next line that is no comment, and
 * `# prototxt-disable CODE` for the file. Several codes have commas or blanks between them. What follows `--` is why.
 */
import type { Problem } from './problems';
import type { Tree } from './text/tree';

export const directiveNames = { line: 'prototxt-disable-next-line', file: 'prototxt-disable' } as const;

export function withoutSuppressed(problems: readonly Problem[], { text, comments }: Tree): readonly Problem[] {
  if (problems.length === 0) return problems;
  const inFile = new Set<string>();
  const onLine = new Map<number, Set<string>>();
  let first = -1;
  for (const { start, end } of comments) {
    // A file may have thousands of comments: those without the word are passed over.
    if (first < start) first = text.indexOf('prototxt-disable', start);
    if (first < 0) break;
    if (first >= end) continue;
    const [, name = '', codes = ''] = directive.exec(text.slice(start, end)) ?? [];
    if (name === directiveNames.file) for (const code of codesIn(codes)) inFile.add(code);
    else if (name === directiveNames.line) {
      const line = lineBelow(text, end);
      const known = onLine.get(line) ?? new Set<string>();
      onLine.set(line, known);
      for (const code of codesIn(codes)) known.add(code);
    }
  }
  if (inFile.size + onLine.size === 0) return problems;
  return problems.filter(({ code, span }) => !inFile.has(code) && !onLine.get(text.lastIndexOf('\n', span.start - 1) + 1)?.has(code));
}

/** A comment that is nothing but the directive. */
const directive = /^#\s*(prototxt-disable(?:-next-line)?)\s+(.*)$/s;

function codesIn(list: string): readonly string[] {
  return (list.split('--')[0] ?? '').split(/[\s,]+/).filter((code) => code !== '');
}

/** Offset of the first line below that holds more than blanks and a comment; of the last line where none does. */
function lineBelow(text: string, from: number): number {
  for (let at = text.indexOf('\n', from) + 1; at > 0; at = text.indexOf('\n', at) + 1) {
    let first = at;
    while (text[first] === ' ' || text[first] === '\t' || text[first] === '\r') first++;
    if (first >= text.length || (text[first] !== '#' && text[first] !== '\n')) return at;
  }
  return text.length;
}
