/** Merges changes of several origins into one list. */
import { firstIndexOf } from '../lists';
import type { TextChange } from './change';

/**
 * Inserts changes into a list in text order; adjacent removals are merged. Returns false, and restores the list, where
 * a change overlaps one in the list. Since a whole file's changes may be added one by one, each takes a binary search.
 */
export function join(list: TextChange[], changes: readonly TextChange[]): boolean {
  const undo: { readonly at: number; readonly removed: readonly TextChange[] }[] = [];
  for (const change of changes) {
    const place = placeOf(list, change);
    if (!place) {
      for (const { at, removed } of undo.reverse()) list.splice(at, 1, ...removed);
      return false;
    }
    const removed = list.splice(place.from, place.to - place.from, place.change);
    undo.push({ at: place.from, removed });
  }
  return true;
}

/** The range of the list that a change replaces after merging with it; undefined where it overlaps a change. */
function placeOf(
  list: readonly TextChange[],
  change: TextChange,
): { readonly from: number; readonly to: number; readonly change: TextChange } | undefined {
  let { start, end } = change.span;
  const from = firstIndexOf(list, ({ span }) => span.end >= change.span.start);
  let to = from;
  for (let other = list[to]; other && other.span.start <= end; other = list[++to]) {
    const touches = other.span.end === change.span.start || other.span.start === change.span.end;
    if (!touches || other.newText !== '' || change.newText !== '') return undefined;
    start = Math.min(start, other.span.start);
    end = Math.max(end, other.span.end);
  }
  return { from, to, change: from === to ? change : { span: { start, end }, newText: '' } };
}
