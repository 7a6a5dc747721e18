import { firstIndexOf } from '../lists';
import type { Span } from '../problems';
import type { Tree } from './tree';

/**
 * The comments from `start` to `end`, inclusive. By binary search, since a file may have thousands and is queried for
 * each of its layers.
 */
export function commentsWithin({ comments }: Tree, { start, end }: Span): readonly Span[] {
  const from = firstIndexOf(comments, (comment) => comment.start >= start);
  return comments.slice(
    from,
    firstIndexOf(comments, (comment) => comment.end > end),
  );
}
