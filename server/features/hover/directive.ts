import type { Analysis } from '#core/analysis/analysis';
import { sayMarkdown, type Language } from '#core/messages/language';
import { asMarkdown, paragraphs } from '#core/messages/shown';
import { targetInWords } from '../target-in-words';
import { warningsOf } from '../targets';
import type { HoverAnswer } from './answer';

/** On a comment for this tool: what it does, in the words of completion; on the name of a target: what that is. */
export function directiveHover(analysis: Analysis, offset: number, language: Language): HoverAnswer | undefined {
  const { text, tree } = analysis;
  const span = tree.comments.find(({ start, end }) => start <= offset && offset <= end);
  const [, word, rest = ''] = span
    ? (/^#\s*(prototxt:|prototxt-disable(?:-next-line)?(?=\s|$))\s*(\w*)/.exec(text.slice(span.start, span.end)) ?? [])
    : [];
  if (!span || word === undefined) return undefined;
  const target = targetHover(analysis, offset, language);
  if (target) return target;
  const sentence =
    word === 'prototxt:'
      ? (ofFirst[rest] ?? 'directive-state')
      : word === 'prototxt-disable'
        ? 'directive-file'
        : 'directive-line';
  return { ...asMarkdown(language.completion[sentence]), span };
}

const ofFirst: Readonly<Record<string, 'directive-datum' | 'directive-weights' | 'directive-target' | undefined>> = {
  datum: 'directive-datum',
  weights: 'directive-weights',
  target: 'directive-target',
};

function targetHover(analysis: Analysis, offset: number, language: Language): HoverAnswer | undefined {
  const { comments, targets } = analysis;
  const at = comments.targets?.find(({ span: { start, end } }) => start <= offset && offset <= end);
  const named = at && targets.find(({ name }) => name === at.name);
  if (!named) return undefined;
  const { target } = named;
  const count = warningsOf(analysis, target);
  const verdict = sayMarkdown(language.hover, count === 0 ? 'target/no-problems' : 'target/problems', { count });
  return { ...paragraphs([targetInWords(target, language), verdict]), span: at.span };
}
