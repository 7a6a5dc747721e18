/** Completion in comments: states, the shape of records, weights, the schema, targets, and problem codes to suppress. */
import { allCodes, infoOf } from '#core/problems/index';
import { dialectIds } from '#core/dialects/index';
import { generalMessageOf } from '#core/messages/render';
import { asMarkdown } from '#core/messages/shown';
import { builtInTarget, targetNames } from '#core/targets/index';
import { disablingNames } from '#core/comments/comments';
import type { Completion, CompletionContext } from './item';
import { labelled, literal } from './item';
import type { CommentPlace } from './place';
import { stagesOf } from './stages';
import { targetInWords } from '../target-in-words';

export function directiveCompletions(
  { written, span }: CommentPlace,
  context: CompletionContext,
): readonly Completion[] {
  const disabling = /^#\s*prototxt-disable(?:-next-line)?\s+([^]*)$/.exec(written);
  if (disabling) return (disabling[1] ?? '').includes('--') ? [] : codesFor(span, context);
  const target = /^#\s*prototxt:\s*(?:\S+\s+)*target=(\S*)$/.exec(written);
  if (target) return targetsFor(target[1] ?? '', span, context);
  const state = /^#\s*prototxt:\s*((?:\S+\s+)*)(\S*)$/.exec(written);
  if (state) return wordsFor({ before: state[1] ?? '', word: state[2] ?? '' }, span, context);
  const begun = /^#\s*[\w-]*$/.test(written);
  if (!begun) return [];
  const words = context.language.completion;
  return [
    {
      label: 'prototxt:',
      kind: 'directive',
      doc: asMarkdown(words['directive-state']),
      span,
      snippet: 'prototxt: ',
      again: true,
    },
    {
      label: disablingNames.line,
      kind: 'directive',
      doc: asMarkdown(words['directive-line']),
      span,
      snippet: `${disablingNames.line} `,
      again: true,
    },
    {
      label: disablingNames.file,
      kind: 'directive',
      doc: asMarkdown(words['directive-file']),
      span,
      snippet: `${disablingNames.file} `,
      again: true,
    },
  ];
}

/** All codes; those reported in the file come first. */
function codesFor(span: CommentPlace['span'], { analysis, language }: CompletionContext): readonly Completion[] {
  const here = new Set(analysis.problems.map(({ code }) => code));
  const all = allCodes
    .filter((code) => infoOf(code).severity !== 'hint')
    .sort((a, b) => Number(here.has(b)) - Number(here.has(a)) || (a < b ? -1 : 1));
  return all.map((code) => ({
    label: code,
    kind: 'value',
    detail: infoOf(code).severity,
    doc: asMarkdown(generalMessageOf(code, language)),
    span,
    snippet: literal(code),
  }));
}

/** Targets that the list does not have yet, in the place of its last name. */
function targetsFor(list: string, span: CommentPlace['span'], context: CompletionContext): readonly Completion[] {
  const named = list.split(',');
  const last = named.pop() ?? '';
  return targetNames
    .filter((name) => !named.includes(name))
    .map((name) => targetItem(name, { start: span.end - last.length, end: span.end }, context));
}

function targetItem(name: string, span: CommentPlace['span'], { language }: CompletionContext): Completion {
  const target = builtInTarget(name);
  return {
    ...labelled(name),
    kind: 'value',
    ...(target && { detail: target.name, doc: targetInWords(target, language) }),
    span,
    snippet: literal(name),
  };
}

/** Directives such as `datum` and `weights` are proposed only as the first word, since they can't be combined with others. */
function wordsFor(
  { before, word }: { readonly before: string; readonly word: string },
  span: CommentPlace['span'],
  context: CompletionContext,
): readonly Completion[] {
  const values = (key: string, all: readonly string[]): readonly Completion[] =>
    all.map((value) => ({
      ...labelled(`${key}=${value}`),
      kind: 'directive',
      span: { start: span.end - word.length, end: span.end },
      snippet: literal(`${key}=${value}`),
    }));
  const datum: Completion = {
    label: 'datum',
    kind: 'directive',
    doc: asMarkdown(context.language.completion['directive-datum']),
    span,
    snippet: 'datum ${1:3}x${2:256}x${3:256}',
  };
  const weights: Completion = {
    label: 'weights',
    kind: 'directive',
    doc: asMarkdown(context.language.completion['directive-weights']),
    span,
    snippet: 'weights ',
    again: true,
  };
  const targets: Completion = {
    label: 'target=',
    kind: 'directive',
    doc: asMarkdown(context.language.completion['directive-target']),
    span: { start: span.end - word.length, end: span.end },
    snippet: 'target=',
    again: true,
  };
  const state = [
    ...values('phase', ['TRAIN', 'TEST']),
    ...values('stage', stagesOf(context)),
    ...values('level', ['1']),
  ];
  return before === ''
    ? [...state, datum, weights, targets, ...values('schema', dialectIds)]
    : /^(?:datum|weights)\b/.test(before)
      ? []
      : [...state, targets, ...values('schema', dialectIds)];
}
