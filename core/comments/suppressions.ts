/** Problems that comments suppress, on a line or in the file. */
import { allCodes, isCode, type Problem } from '../problems';
import { lineStartAt } from '../text/lines';
import { nearest } from '../text/suggest';
import { disablingNames, type Comments } from './comments';

interface Commented {
  readonly text: string;
  readonly comments: Comments;
}

export function withoutSuppressed(problems: readonly Problem[], { text, comments }: Commented): readonly Problem[] {
  const { disabling } = comments;
  if (problems.length === 0 || disabling.length === 0) return problems;
  const inFile = new Set<string>();
  const onLine = new Map<number, Set<string>>();
  for (const { name, end, codes } of disabling) {
    if (name === disablingNames.file) for (const { code } of codes) inFile.add(code);
    else {
      const line = lineBelow(text, end);
      const known = onLine.get(line) ?? new Set<string>();
      onLine.set(line, known);
      for (const { code } of codes) known.add(code);
    }
  }
  return problems.filter(
    ({ code, span }) => !inFile.has(code) && !onLine.get(lineStartAt(text, span.start))?.has(code),
  );
}

/** Reports codes in suppression comments that don't exist. */
export function unknownCodes({ disabling }: Comments): readonly Problem[] {
  return disabling
    .flatMap(({ codes }) => codes)
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

/** Offset of the next line that holds more than whitespace and a comment; of the last line where there is none. */
function lineBelow(text: string, from: number): number {
  for (let at = text.indexOf('\n', from) + 1; at > 0; at = text.indexOf('\n', at) + 1) {
    let first = at;
    while (text[first] === ' ' || text[first] === '\t' || text[first] === '\r') first++;
    if (first >= text.length || (text[first] !== '#' && text[first] !== '\n')) return at;
  }
  return text.length;
}
