import type { Analysis } from '#core/analysis/analysis';
import type { Language } from '#core/messages/language';
import { asMarkdown } from '#core/messages/shown';
import type { HoverAnswer } from './answer';

/** On a directive comment: what it does, in the words of completion. */
export function directiveHover(
  { text, tree }: Analysis,
  offset: number,
  { completion }: Language,
): HoverAnswer | undefined {
  const span = tree.comments.find(({ start, end }) => start <= offset && offset <= end);
  const [, word, rest = ''] = span
    ? (/^#\s*(prototxt:|prototxt-disable(?:-next-line)?(?=\s|$))\s*(\w*)/.exec(text.slice(span.start, span.end)) ?? [])
    : [];
  if (!span || word === undefined) return undefined;
  const sentence =
    word === 'prototxt:'
      ? (ofFirst[rest] ?? 'directive-state')
      : word === 'prototxt-disable'
        ? 'directive-file'
        : 'directive-line';
  return { ...asMarkdown(completion[sentence]), span };
}

const ofFirst: Readonly<Record<string, 'directive-datum' | 'directive-weights' | undefined>> = {
  datum: 'directive-datum',
  weights: 'directive-weights',
};
