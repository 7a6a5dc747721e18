/** What can be done about a problem, as edits of the text. Codes without an entry here have no fix of their own. */
import type { Analysis } from '../analysis';
import type { Code } from '../codes';
import type { Problem, Span } from '../problems';
import type { Fix } from './change';
import { fieldAt } from './field-at';
import { removeField } from './remove-field';
import { replaceValue } from './replace-value';
import { usualDatum, writeDatum } from './write-datum';

/** The likeliest first. */
export function fixesOf(analysis: Analysis, problem: Problem): readonly Fix[] {
  return [...replacement(analysis, problem), ...(byCode[problem.code]?.(analysis, problem) ?? [])];
}

/** One fix for all fields without effect; nothing where a single one has its own. */
export function removeDeadFields({ text, problems }: Analysis): Fix | undefined {
  const dead = problems.filter(({ code }) => code === 'filler/dead-field');
  if (dead.length < 2) return undefined;
  // Neighbours on a line go as one: the blanks between them go with them.
  const runs: Span[] = [];
  for (const { span } of dead) {
    const last = runs.at(-1);
    if (last && /^[ \t,;]*$/.test(text.slice(last.end, span.start))) runs[runs.length - 1] = { start: last.start, end: span.end };
    else runs.push(span);
  }
  const changes = runs.map((run) => removeField(text, run));
  return { id: 'remove-dead-fields', args: { count: dead.length }, changes };
}

type Fixer = (analysis: Analysis, problem: Problem) => readonly Fix[];

const byCode: Partial<Record<Code, Fixer>> = {
  'data/unknown-record-shape': ({ text }) => [{ id: 'write-datum', args: { datum: usualDatum }, changes: [writeDatum(text)] }],
  'filler/dead-field': removeFieldAt,
  'filler/sparse-below': removeFieldAt,
  'filler/sparse-unsupported': removeFieldAt,
};

function replacement({ text }: Analysis, { span, suggestion }: Problem): readonly Fix[] {
  if (suggestion === undefined) return [];
  return [{ id: 'replace', args: { suggestion }, changes: [replaceValue(text, span, suggestion)] }];
}

function removeFieldAt({ text, tree }: Analysis, { span }: Problem): readonly Fix[] {
  const field = fieldAt(tree, span);
  return field ? [{ id: 'remove-field', args: { name: field.name }, changes: [removeField(text, field)] }] : [];
}
