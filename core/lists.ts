/**
 * Lists that are empty nearly always, such as the problems of a layer: a net has thousands, and nothing is made for them. And
 * those that are long and in order.
 */

export const none: readonly never[] = [];

/** The list with an item more. One item is the rule, and `push` to an empty list makes room for seventeen. */
export function appended<Item>(list: Item[] | undefined, item: Item): Item[] {
  if (!list) return [item];
  list.push(item);
  return list;
}

/** One behind the other. Where no more than one holds anything, it is that very list. */
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

/** Index of the first item that something holds for, by halving: it holds for all behind the first as well. The length for none. */
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
