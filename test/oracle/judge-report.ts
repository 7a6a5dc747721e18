/** Judges a case of `shared/cases/cases.jsonl` by its expectation, as defined in its README. */
import { analyze, type Analysis } from '#core/analysis/analysis';
import { chooseDialect } from '#core/dialects/choose-dialect';
import { fieldAt } from '#core/edit/field-at';
import { explainLog } from '#core/log/explain';
import type { Span } from '#core/problems/index';
import { lines } from '#core/text/lines';
import { objects, shell } from '../cli/shell';

export interface Report {
  readonly id: string;
  readonly from: string;
  /** By name; `net.prototxt` is the tested file, `log.txt` the log to explain. */
  readonly files: Readonly<Record<string, string>>;
  readonly expect: Expectation;
}

interface Expectation {
  readonly schema?: string;
  readonly errors?: number;
  readonly errors_min?: number;
  readonly errors_at?: readonly string[];
  readonly warning_at?: string;
  readonly unknown_named?: readonly string[];
  readonly error_says?: string;
  readonly not_said?: string;
  readonly kind?: string;
  readonly dialect?: string;
  readonly lr?: Readonly<Record<string, number>>;
  readonly shape_of?: readonly [string, readonly (number | null)[]];
  readonly explains?: string;
}

/** A problem with the text that it marks. */
interface Said {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly marked: string;
}

/** What `inspect` prints for the tested file, in all its states. */
interface Inspected {
  readonly kind: string;
  readonly schema: string;
  readonly said: readonly Said[];
  readonly lr: readonly (number | null)[];
  readonly tops: readonly { readonly blob: string; readonly shape: readonly (number | null)[] | null }[];
}

type Check<Key extends keyof Expectation> = (
  expected: NonNullable<Expectation[Key]>,
  inspected: Inspected,
) => string | undefined;

const served = 'net.prototxt';
const log = 'log.txt';

/** The differences to the expectation, in words; empty if it is met. */
export async function judgeReport({ files, expect }: Report): Promise<readonly string[]> {
  const inspected = await inspect(files, expect);
  return [
    ...Object.entries(expect).flatMap(([key, expected]) => {
      if (key === 'schema') return [];
      const check = checks[key as keyof typeof checks] as Check<keyof Expectation> | undefined;
      return check ? (check(expected as never, inspected) ?? []) : [`no check for ${key}`];
    }),
    ...(expect.explains === undefined ? [] : (explainsNot(expect.explains, files) ?? [])),
  ];
}

const checks: { readonly [Key in Exclude<keyof Expectation, 'schema'>]: Check<Key> } = {
  errors: (count, { said }) => {
    const found = said.filter(isError);
    return found.length === count ? undefined : `${found.length} errors, not ${count}: ${texts(found)}`;
  },
  errors_min: (count, { said }) =>
    said.filter(isError).length >= count ? undefined : `fewer than ${count} errors: ${texts(said)}`,
  errors_at: (words, { said }) => {
    const missing = words.filter((word) => !said.some((one) => isError(one) && one.marked === word));
    return missing.length === 0 ? undefined : `no error at ${missing.join(', ')}: ${texts(said)}`;
  },
  warning_at: (word, { said }) =>
    said.some(({ severity, marked }) => severity === 'warning' && marked === word)
      ? undefined
      : `no warning at ${word}: ${texts(said)}`,
  unknown_named: (names, { said }) => {
    const missing = names.filter((name) => !said.some((one) => isAbout(one, [name])));
    const others = said.filter((one) => serious(one) && !isAbout(one, names));
    return missing.length + others.length === 0
      ? undefined
      : `not named: ${missing.join(', ')}; what follows: ${texts(others)}`;
  },
  error_says: (words, { said }) =>
    said.some((one) => isError(one) && one.message.includes(words))
      ? undefined
      : `no error says ${words}: ${texts(said)}`,
  not_said: (code, { said }) => (said.some((one) => one.code === code) ? `${code} is said` : undefined),
  kind: (kind, inspected) => (inspected.kind === kind ? undefined : `kind ${inspected.kind}`),
  dialect: (dialect, { schema }) => (schema === dialect ? undefined : `dialect ${schema}`),
  lr: (expected, { lr }) => {
    const wrong = Object.entries(expected).filter(([iteration, rate]) => lr[Number(iteration)] !== rate);
    return wrong.length === 0 ? undefined : `rates ${wrong.map(([iteration]) => lr[Number(iteration)]).join(', ')}`;
  },
  shape_of: ([blob, shape], { tops }) => {
    const found = tops.filter((top) => top.blob === blob).map((top) => JSON.stringify(top.shape));
    return found.length > 0 && found.every((one) => one === JSON.stringify(shape))
      ? undefined
      : `shape of ${blob}: ${found.join(', ')}`;
  },
  // Judged by `explainsNot`, since it needs the text rather than the output of `inspect`.
  explains: () => undefined,
};

function isError({ severity }: Said): boolean {
  return severity === 'error';
}

function serious({ severity }: Said): boolean {
  return severity === 'error' || severity === 'warning';
}

/** True for a problem that marks or mentions a name: from four unknown names on, a single problem lists them all. */
function isAbout({ marked, message }: Said, names: readonly string[]): boolean {
  return names.some((name) => marked === name || marked === `"${name}"` || new RegExp(`\\b${name}\\b`).test(message));
}

function texts(said: readonly Said[]): string {
  return said.map(({ code, marked }) => `${code} at ${marked}`).join('; ');
}

async function inspect(files: Report['files'], { schema = 'auto', lr = {} }: Expectation): Promise<Inspected> {
  const last = Math.max(0, ...Object.keys(lr).map(Number));
  const { out } = await shell(`inspect --format json --schema ${schema} --iterations ${last} ${served}`, { files });
  const printed = objects(out) as unknown as readonly (Inspected & {
    readonly problems: readonly Printed[];
    readonly layers?: readonly { readonly tops: Inspected['tops'] }[];
  })[];
  const said = printed.flatMap(({ problems }) => problems.map((one) => saidOf(one, files[served] ?? '')));
  const once = new Map(said.map((one) => [JSON.stringify(one), one.said]));
  return {
    kind: printed[0]?.kind ?? '',
    schema: printed[0]?.schema ?? '',
    said: [...once.values()],
    lr: printed[0]?.lr ?? [],
    tops: printed.flatMap(({ layers = [] }) => layers.flatMap(({ tops }) => tops)),
  };
}

interface Place {
  readonly line: number;
  readonly character: number;
}

interface Printed extends Omit<Said, 'marked'> {
  readonly range: { readonly start: Place; readonly end: Place };
}

/** With its position, by which equal problems of several states are merged. */
function saidOf(
  { code, severity, message, range }: Printed,
  text: string,
): { readonly start: number; readonly said: Said } {
  const table = lines(text);
  const start = table.offsetAt(range.start);
  return { start, said: { code, severity, message, marked: text.slice(start, table.offsetAt(range.end)) } };
}

/** `place`: the name of a layer or field, or "the layer of type …". */
function explainsNot(place: string, files: Report['files']): string | undefined {
  const analysis = analyze(files[served] ?? '', { dialect: chooseDialect });
  const [first] = explainLog(analysis, files[log] ?? '');
  const span = first?.kind === 'problem' ? first.problem.span : first?.span;
  if (!span) return `nothing is explained`;
  const found = [fieldAt(analysis.tree, span)?.name, layerAt(analysis, span)?.name, ofType(layerAt(analysis, span))];
  return found.includes(place) ? undefined : `explained at ${found.join(', ')}`;
}

interface Layer {
  readonly name: string;
  readonly type: string;
  readonly span: Span;
}

function ofType(layer: Layer | undefined): string | undefined {
  return layer && `the layer of type ${layer.type}`;
}

function layerAt({ kind, states, state }: Analysis, span: Span): Layer | undefined {
  if (kind !== 'net') return undefined;
  const layers = states.flatMap((one) => state(one).layers.map(({ layer }) => layer));
  return layers.find((layer) => layer.span.start <= span.start && span.end <= layer.span.end);
}
