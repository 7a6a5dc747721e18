/** Finds where a text is broken, so that the formatter leaves those parts unchanged. */
import type { Problem } from '../../problems';
import type { FieldNode } from '../../text/tree';

export type Damage =
  | { readonly kind: 'all' }
  | {
      readonly kind: 'some';
      /** True if a top-level field is broken, or may not really be at the top level. */
      readonly hits: (text: string, field: FieldNode) => boolean;
    };

export function damageOf(problems: readonly Problem[]): Damage {
  const syntax = problems.filter(({ code }) => code.startsWith('syntax/'));
  // Fields nested too deep are not in the tree, and after the last reported problem anything may be wrong.
  if (syntax.some(({ code }) => code === 'syntax/too-deep' || code === 'syntax/too-many-problems'))
    return { kind: 'all' };
  const isPaired = !syntax.some(({ code }) => code === 'syntax/unclosed' || code === 'syntax/unexpected-close');
  const places = syntax.flatMap(placesOf).sort((a, b) => a - b);
  return {
    kind: 'some',
    hits: (text, field) => {
      if (!isPaired && field.start > 0 && text[field.start - 1] !== '\n') return true;
      const next = places.find((place) => place >= field.start);
      return next !== undefined && next <= field.end;
    },
  };
}

/**
 * A missing bracket is reported where the next token begins, but the broken field is the one that it should have
 * closed.
 */
function placesOf({ code, span, related = [] }: Problem): readonly number[] {
  return code === 'syntax/unclosed'
    ? related.map((place) => place.span.start)
    : [span.start, Math.max(span.start, span.end - 1)];
}
