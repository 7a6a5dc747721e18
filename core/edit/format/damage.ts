/** Where a text is broken, so that the formatter keeps its hands off. */
import type { Problem } from '../../problems';
import type { FieldNode } from '../../text/tree';

export type Damage =
  | { readonly kind: 'all' }
  | {
      readonly kind: 'some';
      /** True if a field of the top level is broken, or may not be one of the top level at all. */
      readonly hits: (text: string, field: FieldNode) => boolean;
    };

export function damageOf(problems: readonly Problem[]): Damage {
  const syntax = problems.filter(({ code }) => code.startsWith('syntax/'));
  // What nests too deep is not in the tree, and past the last problem that is reported anything may be wrong.
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

/** A bracket that is missing is missed where the next thing begins; what is broken is what it should have closed. */
function placesOf({ code, span, related = [] }: Problem): readonly number[] {
  return code === 'syntax/unclosed'
    ? related.map((place) => place.span.start)
    : [span.start, Math.max(span.start, span.end - 1)];
}
