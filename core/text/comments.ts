import type { Span } from '../problems';
import type { Tree } from './tree';

/** The comments from `start` to `end`, both included: a file may have thousands, and be asked about each of its layers. */
export function commentsWithin({ comments }: Tree, { start, end }: Span): readonly Span[] {
  let low = 0;
  let high = comments.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((comments[middle] as Span).start < start) low = middle + 1;
    else high = middle;
  }
  const from = low;
  while (low < comments.length && (comments[low] as Span).end <= end) low++;
  return comments.slice(from, low);
}
