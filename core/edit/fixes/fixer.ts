/** The building blocks of fixes. */
import type { Analysis } from '../../analysis/analysis';
import type { InferredLayer, Weight } from '../../infer/types';
import type { Code, Problem, Span } from '../../problems';
import { pathAt } from '../../schema/locate';
import type { Entry, Message } from '../../schema/message';
import type { FieldNode, MessageNode, Tree } from '../../text/tree';
import type { FillerChoice } from '../../weights/alternatives';
import type { Fix } from '../change';
import { dropFields } from '../drop-fields';
import { fieldAt } from '../field-at';
import { renameTop } from '../rename-top';
import { replaceValue } from '../replace-value';
import { writeFiller } from '../write-filler';
import { hasNewError, isJudged, outcomeOf } from '../outcome';

/** The most likely fix first; empty where this particular problem has no single right fix. */
export type Fixer<C extends Code = Code> = (analysis: Analysis, problem: Problem<C>) => readonly Fix[];

/**
 * Why a code has no fix. `author`: it needs a number or a name that only the author knows. `several`: there are several
 * ways to fix it, with different meanings. `elsewhere`: the cause is in another layer, or outside of the text. `none`:
 * there is nothing to fix.
 */
export type Unfixable = 'author' | 'several' | 'elsewhere' | 'none';

/** The fixes for a family of codes. */
export type Fixes<Codes extends Code> = { readonly [C in Codes]: Fixer<C> | Unfixable };

/** Removes the innermost field around the problem. */
export const removeIt: Fixer = ({ tree }, { span }) => {
  const field = fieldAt(tree, span);
  return field ? [removal(tree, [field], field.name)] : [];
};

/** Renames the top at the problem's span to a name that no other blob has. */
export const renameIt: Fixer = (analysis, { span }) => {
  const fix = renameTop(analysis, span);
  return fix ? [fix] : [];
};

/** Replaces the text at the problem's span; quotes are kept. */
export function replaceWith(text: string): Fixer {
  return (analysis, { span }) => [replacement(analysis, span, text)];
}

/** Drops guesses that would cause an error. */
export function soundly(fixer: Fixer): Fixer {
  return (analysis, problem) =>
    isJudged(analysis)
      ? fixer(analysis, problem).filter(({ changes }) => !hasNewError(analysis, outcomeOf(analysis, changes)))
      : [];
}

/** Replaces the name by the nearest known one, where there is one. */
export const suggested: Fixer = (analysis, { span, suggestion }) =>
  suggestion === undefined ? [] : [{ ...replacement(analysis, span, suggestion), guess: 'name' }];

export function replacement({ text }: Analysis, span: Span, suggestion: string): Fix {
  return { id: 'replace', args: { suggestion }, changes: [replaceValue(text, span, suggestion)] };
}

/** Removes fields, given in text order, in one fix; their comments are kept. */
export function removal(tree: Tree, fields: readonly Span[], name: string): Fix {
  return { id: 'remove-field', args: { name }, changes: dropFields(tree, fields) };
}

/** The layer that contains a span, in the first served state that has one. */
export function layerAt(analysis: Analysis, { start }: Span): InferredLayer | undefined {
  for (const state of analysis.states) {
    const found = analysis.state(state).layers.find(({ layer: { span } }) => span.start <= start && start < span.end);
    if (found) return found;
  }
  return undefined;
}

/** The innermost message around a span, as written. */
export function messageAt({ message }: Pick<Analysis, 'message'>, { start }: Span): Message | undefined {
  return message && pathAt(message, start).message;
}

/** The innermost field around a span, and the message it is a field of. */
export function entryAt(
  { message }: Pick<Analysis, 'message'>,
  { start }: Span,
): { readonly entry: Entry; readonly owner: Message } | undefined {
  const path = message ? pathAt(message, start).path : [];
  const entry = path.at(-1);
  const around = path.at(-2)?.value;
  const owner = path.length < 2 ? message : typeof around === 'object' ? around : undefined;
  return entry && owner ? { entry, owner } : undefined;
}

/** The message node of the layer that contains a span, where the layer is in the current format. */
export function layerNode({ tree }: Analysis, span: Span): MessageNode | undefined {
  const field = tree.root.fields.find(({ start, end }) => start <= span.start && span.start <= end);
  return field?.name === 'layer' ? valueAt(field, span) : undefined;
}

/** The message of a field at a span. */
export function valueAt({ value }: FieldNode, span: Span): MessageNode | undefined {
  if (value?.kind === 'message') return value;
  if (value?.kind !== 'list') return undefined;
  return value.items.find(
    (item): item is MessageNode => item.kind === 'message' && item.start <= span.start && span.start <= item.end,
  );
}

/**
 * Replaces the filler of the blob that a problem is about: the one whose filler contains the span, else the layer's
 * first blob without a filler.
 */
export function fillWith(choice: FillerChoice): Fixer {
  return (analysis, { span }) => {
    const weights = layerAt(analysis, span)?.params ?? [];
    const weight =
      weights.find(({ fillerSpan }) => fillerSpan && fillerSpan.start <= span.start && span.end <= fillerSpan.end) ??
      weights.find((one) => one.fillerField !== undefined && one.fillerSpan === undefined);
    const fix = weight && fillerFix(analysis, weight, choice);
    return fix ? [fix] : [];
  };
}

export function fillerFix(analysis: Analysis, weight: Weight, choice: FillerChoice): Fix | undefined {
  const changes = writeFiller(analysis, weight, choice);
  return changes && { id: 'fill', args: { type: choice.type, field: weight.fillerField ?? '' }, changes };
}
