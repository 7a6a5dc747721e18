/** A deterministic generator of integers: `generator(seed)(below)` is at least 0 and less than `below`. */
export function generator(seed = 1): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
}
