/** Counts and prints the agreement with Caffe. */
import { table, type Column } from '#cli/table';
import type { Case } from './cases';
import type { Judgement } from './judge';
import type { Quiet } from './quiet';

export interface Judged {
  readonly case: Case;
  readonly judgement: Judgement;
}

export interface Rate {
  readonly cases: number;
  readonly agreed: number;
}

export function rateOf(judged: readonly Judged[]): Rate {
  return { cases: judged.length, agreed: judged.filter(agrees).length };
}

/** `everything` also prints the groups that agree. */
export function report(judged: readonly Judged[], extent: 'differences' | 'everything'): string {
  const shown = (rows: readonly Group[]): readonly Group[] =>
    extent === 'everything' ? rows : rows.filter((group) => !group.all.every(agrees));
  const refused = judged.filter((one) => one.case.verdict.kind === 'refused');
  const accepted = judged.filter((one) => one.case.verdict.kind === 'accepted');
  return [
    section(
      'By file',
      groupBy(judged, (one) => one.case.set),
      setColumns,
      setRow,
    ),
    section(
      'By layer type of one-layer nets',
      shown(
        groupBy(
          judged.filter((one) => one.case.type !== ''),
          (one) => one.case.type,
        ),
      ),
      setColumns,
      setRow,
    ),
    section("Refused, by Caffe's source line", shown(groupBy(refused, atOf)), lineColumns, lineRow),
    section(
      'Accepted, by what differs',
      groupBy(
        accepted.filter((one) => !agrees(one)),
        differenceOf,
      ),
      differenceColumns,
      differenceRow,
    ),
  ]
    .filter((text) => text !== '')
    .join('\n');
}

/** A table of the agreement for one-layer nets. */
export function byFork(judged: readonly Judged[]): string {
  return section(
    'By fork and layer type',
    groupBy(judged, (one) => `${one.case.fork} ${one.case.type}`),
    setColumns,
    setRow,
  );
}

/** One disagreement per line. */
export function list(judged: readonly Judged[]): string {
  return judged
    .filter((one) => !agrees(one))
    .map((one) => `${nameOf(one)}  ${differenceOf(one)}  ${detailOf(one)}\n`)
    .join('');
}

/** One case in full. */
export function full({ case: each, judgement }: Judged): string {
  const said = each.verdict.kind === 'refused' ? `refused at ${each.verdict.at}: ${each.verdict.error}` : 'accepted';
  const state = JSON.stringify({ ...each.state, datum: each.datum });
  return `${each.set}:${each.id}  ${state}\n\n${each.text}\nCaffe: ${said}\nHere: ${JSON.stringify(judgement, null, 1)}\n`;
}

/** The number of warnings and informations for public nets. */
export function quietReport({ files, median, p95, most, codes }: Quiet): string {
  const columns = [left('Warnings and informations over the corpus'), right('times')];
  const rows = codes.map(([code, count]) => [code, String(count)]);
  return `${table(columns, rows)}${files} files: median ${median} a file, 95th percentile ${p95}, most ${most.count} (${most.file})\n`;
}

interface Group {
  readonly key: string;
  readonly all: readonly Judged[];
}

const left = (title: string): Column => ({ title, align: 'left' });
const right = (title: string): Column => ({ title, align: 'right' });

const setColumns = [
  left(''),
  ...['cases', 'agree', 'rate', 'missed', 'red', 'layers', 'tops', 'params', 'values', 'crash'].map(right),
];

function setRow({ key, all }: Group): readonly string[] {
  const kinds = ['missed', 'red', 'layers', 'tops', 'params', 'values', 'crash'] as const;
  const counts = kinds.map((kind) => all.filter((one) => one.judgement.kind === kind).length);
  return [key, ...rateCells(all), ...counts.map((count) => (count === 0 ? '' : String(count)))];
}

const lineColumns = [
  left('at'),
  ...['cases', 'agree', 'rate'].map(right),
  left('our codes'),
  left('missed, e.g.'),
  left(''),
];

function lineRow({ key, all }: Group): readonly string[] {
  const codes = groupBy(
    all.flatMap(({ judgement }) => (judgement.kind === 'agrees' ? judgement.codes.slice(0, 1) : [])),
    (code) => code,
  );
  const shown = codes
    .slice(0, 3)
    .map((code) => `${code.key} ${code.all.length}`)
    .join(', ');
  return [key, ...rateCells(all), shown, ...exampleCells(all.filter((one) => !agrees(one)))];
}

const differenceColumns = [left('what'), right('cases'), left('e.g.'), left('')];

function differenceRow({ key, all }: Group): readonly string[] {
  return [key, String(all.length), ...exampleCells(all)];
}

function rateCells(all: readonly Judged[]): readonly string[] {
  const { cases, agreed } = rateOf(all);
  return [String(cases), String(agreed), `${(Math.floor((10_000 * agreed) / cases) / 100).toFixed(2)} %`];
}

/** The case with the shortest text, and what is wrong with it. */
function exampleCells(all: readonly Judged[]): readonly string[] {
  const [shortest] = [...all].sort((a, b) => a.case.text.length - b.case.text.length);
  return shortest ? [nameOf(shortest), detailOf(shortest).slice(0, 110)] : ['', ''];
}

function section<T extends { readonly key: string }>(
  title: string,
  groups: readonly T[],
  columns: readonly Column[],
  row: (group: T) => readonly string[],
): string {
  return groups.length === 0 ? '' : `${title}\n${table(columns, groups.map(row))}`;
}

function groupBy<T>(
  all: readonly T[],
  keyOf: (one: T) => string,
): readonly { readonly key: string; readonly all: readonly T[] }[] {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups].map(([key, members]) => ({ key, all: members })).sort((a, b) => b.all.length - a.all.length);
}

function agrees({ judgement }: Judged): boolean {
  return judgement.kind === 'agrees';
}

function atOf({ case: { verdict } }: Judged): string {
  return verdict.kind === 'refused' ? verdict.at : '';
}

function differenceOf({ judgement }: Judged): string {
  return 'about' in judgement ? `${judgement.kind} ${judgement.about}` : judgement.kind;
}

function detailOf({ judgement }: Judged): string {
  return 'detail' in judgement ? judgement.detail.replaceAll('\n', ' ') : '';
}

function nameOf({ case: each }: Judged): string {
  return `${each.set}:${each.id}`;
}
