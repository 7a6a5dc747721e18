/** How many problems other than errors public nets get: counted per file, as an editor shows them. */
import { analyze } from '#core/analysis/analysis';
import { infoOf } from '#core/problems/index';
import { chooseDialect } from '#core/dialects/choose-dialect';
import { readShared, readSharedLines } from '../support/shared';

export interface Quiet {
  readonly files: number;
  readonly median: number;
  readonly p95: number;
  readonly most: { readonly file: string; readonly count: number };
  /** The number of occurrences by code, in descending order. */
  readonly codes: readonly (readonly [code: string, count: number])[];
}

/** Counts warnings and informations over the corpus, or over one of so many of its files. */
export function quiet(oneOf = 1): Quiet {
  const codes = new Map<string, number>();
  const files = filesOf().filter((_, i) => i % oneOf === 0);
  const counts = files.map(({ file, datum }) => {
    const { problems } = analyze(readShared(`corpus/files/${file}`), {
      dialect: chooseDialect,
      depth: 'all',
      world: datum ? { datum } : {},
    });
    const said = problems.filter(({ code }) => ['warning', 'information'].includes(infoOf(code).severity));
    for (const { code } of said) codes.set(code, (codes.get(code) ?? 0) + 1);
    return { file, count: said.length };
  });
  const sorted = [...counts].sort((a, b) => a.count - b.count);
  const at = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1]?.count ?? 0;
  return {
    files: sorted.length,
    median: at(0.5),
    p95: at(0.95),
    most: sorted.at(-1) ?? { file: '', count: 0 },
    codes: [...codes].sort((a, b) => b[1] - a[1]),
  };
}

interface Line {
  readonly file: string;
  readonly TRAIN?: { readonly datum?: readonly number[] };
  readonly TEST?: { readonly datum?: readonly number[] };
}

function filesOf(): readonly { readonly file: string; readonly datum: readonly number[] | undefined }[] {
  const lines = readSharedLines('corpus/expected.jsonl') as readonly Line[];
  return lines.map(({ file, TRAIN, TEST }) => ({ file, datum: TRAIN?.datum ?? TEST?.datum }));
}
