/**
 * Helpers for lists that are nearly always empty, such as the problems of a layer: a net has thousands of layers, and
 * nothing is allocated for them. Also for long sorted lists.
 */

export const none: readonly never[] = [];

/** The list with one more item. Most lists have one item, and `push` to an empty list allocates seventeen slots. */
export function appended<Item>(list: Item[] | undefined, item: Item): Item[] {
  if (!list) return [item];
  list.push(item);
  return list;
}

/** Concatenates lists. Where at most one has any items, returns that list itself. */
export function concat<Item>(...lists: readonly (readonly Item[])[]): readonly Item[] {
  let only: readonly Item[] = none;
  let all: Item[] | undefined;
  for (let i = 0; i < lists.length; i++) {
    const list = lists[i] as readonly Item[];
    if (list.length === 0) continue;
    if (only.length === 0) only = list;
    else (all ??= [...only]).push(...list);
  }
  return all ?? only;
}

/**
 * Index of the first item for which `holds` is true, by binary search: it must be true for all later items too. The
 * length if there is none.
 */
export function firstIndexOf<Item>(list: ArrayLike<Item>, holds: (item: Item) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(list[middle] as Item)) high = middle;
    else low = middle + 1;
  }
  return low;
}
