/**
 * A loop without a model: accepted nets are broken, and only the tool `prototxt_check` is asked; the first fix that it gives is
 * applied until it has none left. What counts: does Caffe take the result, and has every layer the shapes of the original?
 */
import type { NetState } from '#core/net/model';
import { isError } from '#core/problems/index';
import { lines } from '#core/text/lines';
import { check } from '#tools/check';
import { nothingUsual, type ToolContext } from '#tools/tool';
import { generator } from '../support/random';
import { inProcess } from '../support/runtime';
import { memoryFiles } from '../support/memory-files';
import { casesOf, type Case } from './cases';
import { analysisIn, loopFaults, type LoopFault, type Random } from './loop-faults';

export interface Outcome {
  readonly id: string;
  readonly faults: readonly LoopFault[];
  readonly original: string;
  readonly broken: string;
  readonly steps: readonly string[];
  /** `restored`: as the original; `other`: accepted with other shapes; `rejected`: no fix is left. */
  readonly end: 'restored' | 'other' | 'rejected';
  /** Codes of the errors that are left. */
  readonly left: readonly string[];
}

/** A fix may reveal another problem, but not for ever. */
const mostSteps = 24;

const context: ToolContext = { files: memoryFiles({}), roots: [], usual: nothingUsual, start: inProcess };

/** Longer nets take too long. In UTF-16 units. */
const longestNet = 40_000;

/** Accepted cases of a recorded set, evenly spread. */
export function netsForLoop(count: number, set: 'nets' | 'corpus' = 'nets'): readonly Case[] {
  const accepted = casesOf(set).filter(
    ({ verdict, text, state, datum }) =>
      verdict.kind === 'accepted' &&
      text.length <= longestNet &&
      !analysisIn(text, state, datum).problems.some(isError),
  );
  const step = Math.max(1, Math.floor(accepted.length / count));
  return accepted.filter((_, i) => i % step === 0).slice(0, count);
}

/** Each net gets one to `most` faults. */
export async function fixLoop(nets: readonly Case[], seed: number, most = 3): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const [i, net] of nets.entries()) {
    const random = generator(seed + 7919 * i);
    for (let warm = 0; warm < 5; warm++) random(2);
    const faults = chosenFaults(net, 1 + random(most), random);
    if (faults.length > 0) outcomes.push(await repaired(net, faults));
  }
  return outcomes;
}

/** Each of another kind of fault with equal probability, at any place where it makes Caffe reject the net. */
function chosenFaults({ text, state, datum }: Case, count: number, random: Random): readonly LoopFault[] {
  const all = loopFaults(analysisIn(text, state, datum), state, random);
  const kinds = [...new Set(all.map(({ kind }) => kind))];
  const chosen: LoopFault[] = [];
  for (let tries = 0; chosen.length < count && tries < 100; tries++) {
    const kind = kinds[random(kinds.length)];
    const ofKind = all.filter((fault) => fault.kind === kind);
    const fault = ofKind[random(ofKind.length)];
    if (!fault || chosen.some((one) => one.start <= fault.end && fault.start <= one.end)) continue;
    if (analysisIn(withFaults(text, [fault]), state, datum).problems.some(isError)) chosen.push(fault);
  }
  return chosen;
}

export function withFaults(text: string, faults: readonly LoopFault[]): string {
  let result = text;
  for (const { start, end, newText } of [...faults].sort((a, b) => b.start - a.start))
    result = result.slice(0, start) + newText + result.slice(end);
  return result;
}

async function repaired({ id, text: original, state, datum }: Case, faults: readonly LoopFault[]): Promise<Outcome> {
  const broken = withFaults(original, faults);
  const steps: string[] = [];
  const seen = new Set<string>();
  let text = broken;
  let problems: readonly CheckedProblem[] = [];
  for (let i = 0; i < mostSteps && !seen.has(text); i++) {
    seen.add(text);
    problems = await errorsIn(text, state, datum);
    const [problem] = problems.filter(({ fixes = [] }) => fixes.length > 0);
    const [fix] = problem?.fixes ?? [];
    if (!problem || !fix) break;
    steps.push(`${problem.code}: ${fix.title}`);
    text = withEdits(text, fix.edits);
  }
  const left = problems.map(({ code }) => code);
  const end =
    left.length > 0
      ? 'rejected'
      : shapesIn(text, state, datum) === shapesIn(original, state, datum)
        ? 'restored'
        : 'other';
  return { id, faults, original, broken, steps, end, left };
}

interface CheckedProblem {
  readonly code: string;
  readonly fixes?: readonly { readonly title: string; readonly edits: readonly Edit[] }[];
}

interface Edit {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly newText: string;
}

async function errorsIn(
  text: string,
  { phase, level, stages }: NetState,
  datum: Case['datum'],
): Promise<readonly CheckedProblem[]> {
  const state = { phase, level, stages: [...stages], ...(datum && { datum: datum.join('x') }) };
  const input = { text, ...state, schema: 'bvlc', severity: 'error', limit: 100 };
  const answer = await check.answer(input, context);
  if (answer.kind === 'error') throw new Error(answer.message);
  return (answer.value as { readonly problems: readonly CheckedProblem[] }).problems;
}

function withEdits(text: string, edits: readonly Edit[]): string {
  const table = lines(text);
  const offset = (line: number, column: number): number => table.offsetAt({ line: line - 1, character: column - 1 });
  let result = text;
  for (const { line, column, endLine, endColumn, newText } of [...edits].reverse())
    result = result.slice(0, offset(line, column)) + newText + result.slice(offset(endLine, endColumn));
  return result;
}

/** Of every layer, in order, the blobs that it makes with their shapes. */
function shapesIn(text: string, state: NetState, datum: Case['datum']): string {
  const analysis = analysisIn(text, state, datum);
  if (analysis.problems.some(isError)) return 'rejected';
  return JSON.stringify(
    analysis.state(state).layers.map(({ layer, tops }) => layer.tops.map(({ name }, i) => [name, tops[i]])),
  );
}

/** By kind of fault: how many of the nets that have it end as the original. */
export function loopReport(outcomes: readonly Outcome[], examples: number): string {
  const kinds = new Map<string, Outcome[]>();
  for (const outcome of outcomes)
    for (const kind of new Set(outcome.faults.map((fault) => fault.kind)))
      kinds.set(kind, [...(kinds.get(kind) ?? []), outcome]);
  const count = (all: readonly Outcome[], end: Outcome['end']): number => all.filter((one) => one.end === end).length;
  const row = (name: string, all: readonly Outcome[]): string =>
    `${name.padEnd(30)}${String(all.length).padStart(5)}${(['restored', 'other', 'rejected'] as const).map((end) => String(count(all, end)).padStart(10)).join('')}`;
  const failed = outcomes.filter(({ end }) => end !== 'restored').slice(0, examples);
  return [
    `${'kind of fault'.padEnd(30)} nets  restored     other  rejected`,
    ...[...kinds].sort(([a], [b]) => a.localeCompare(b)).map(([kind, all]) => row(kind, all)),
    row('all', outcomes),
    ...failed.map(described),
    '',
  ].join('\n');
}

function described({ id, faults, original, end, left, steps }: Outcome): string {
  const made = faults.map(({ kind, start, end: to, newText }) =>
    `${kind}: ${original.slice(start - 20, start)}[${original.slice(start, to)} → ${newText}]${original.slice(to, to + 20)}`.replaceAll(
      '\n',
      '⏎',
    ),
  );
  return [
    `\nnet ${id} ${end} ${left.join(' ')}`,
    ...made.map((one) => `  fault ${one}`),
    ...steps.map((one) => `  fix ${one}`),
  ].join('\n');
}
