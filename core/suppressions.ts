/**
 * Problems that comments take back: `# prototxt-disable-next-line CODE` for the next line that is no comment, and
 * `# prototxt-disable CODE` for the file. Several codes have commas or blanks between them. What follows `--` is why.
 */
import { allCodes, isCode, type Problem, type Span } from './problems';
import { nearest } from './text/suggest';
import type { Tree } from './text/tree';

export const directiveNames = { line: 'prototxt-disable-next-line', file: 'prototxt-disable' } as const;

export function withoutSuppressed(problems: readonly Problem[], tree: Tree): readonly Problem[] {
  if (problems.length === 0) return problems;
  const { text } = tree;
  const inFile = new Set<string>();
  const onLine = new Map<number, Set<string>>();
  for (const { name, end, codes } of disablingIn(tree)) {
    if (name === directiveNames.file) for (const { code } of codes) inFile.add(code);
    else {
      const line = lineBelow(text, end);
      const known = onLine.get(line) ?? new Set<string>();
      onLine.set(line, known);
      for (const { code } of codes) known.add(code);
    }
  }
  if (inFile.size + onLine.size === 0) return problems;
  return problems.filter(
    ({ code, span }) => !inFile.has(code) && !onLine.get(text.lastIndexOf('\n', span.start - 1) + 1)?.has(code),
  );
}

/** Codes in such comments that are none. */
export function unknownCodes(tree: Tree): readonly Problem[] {
  return disablingIn(tree)
    .flatMap(({ codes: named }) => named)
    .filter(({ code }) => !isCode(code))
    .map(({ code, span }): Problem => {
      const suggestion = nearest(code, allCodes);
      return {
        code: 'comment/unknown-code',
        span,
        args: { name: code },
        ...(suggestion === undefined ? {} : { suggestion }),
      };
    });
}

interface Disabling {
  readonly name: string;
  /** Of the comment. */
  readonly end: number;
  readonly codes: readonly { readonly code: string; readonly span: Span }[];
}

function disablingIn({ text, comments }: Tree): readonly Disabling[] {
  const found: Disabling[] = [];
  let first = -1;
  for (const { start, end } of comments) {
    // A file may have thousands of comments: those without the word are passed over.
    if (first < start) first = text.indexOf('prototxt-disable', start);
    if (first < 0) break;
    if (first >= end) continue;
    const [all = '', name = '', list = ''] = directive.exec(text.slice(start, end)) ?? [];
    if (name !== '') found.push({ name, end, codes: codesIn(list, start + all.length - list.length) });
  }
  return found;
}

/** A comment that is nothing but the directive. */
const directive = /^#\s*(prototxt-disable(?:-next-line)?)\s+(.*)$/s;

function codesIn(list: string, from: number): Disabling['codes'] {
  return [...(list.split('--')[0] ?? '').matchAll(/[^\s,]+/g)].map(({ index, 0: code }) => ({
    code,
    span: { start: from + index, end: from + index + code.length },
  }));
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
