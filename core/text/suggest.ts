/** "Did you mean …?": the nearest of the known names. */

/** Longer names get no suggestions: no intended field, type or blob name is so long. */
const longest = 64;

/**
 * The candidate nearest to `name`, if it is near enough: equal but for case, or at most a third of its letters changed,
 * added, omitted or swapped (Damerau–Levenshtein). The first of equally near ones.
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  if (name.length > longest) return undefined;
  const wanted = name.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.floor(Math.max(wanted.length, 3) / 3) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) >= bestDistance) continue;
    const d = distance(wanted, candidate.toLowerCase());
    if (d < bestDistance) [best, bestDistance] = [candidate, d];
  }
  return best;
}

/** The candidates nearest to a name, with at most half of its letters different; nearest first. */
export function nearestFew(name: string, candidates: Iterable<string>, count: number): readonly string[] {
  if (name.length > longest) return [];
  const wanted = name.toLowerCase();
  return [...candidates]
    .map((candidate) => {
      const [a, b] = distinguishing(wanted, candidate.toLowerCase());
      return { candidate, d: distance(a, b), most: Math.max(a.length, b.length) / 2 };
    })
    .filter(({ d, most }) => d <= most)
    .sort((a, b) => a.d - b.d)
    .slice(0, count)
    .map(({ candidate }) => candidate);
}

/**
 * The candidate that `name` is a probable typing error for: equal but for case, or one letter omitted, added, changed
 * or swapped with its neighbour in a name of three letters or more, two in one of eight or more. A name that contains
 * the other (`NdConvolution`), or has other digits (`ReLU6`), is a different name. The most probable of several.
 */
export function slipOf(name: string, candidates: Iterable<string>): string | undefined {
  if (name.length > longest) return undefined;
  const written = name.toLowerCase();
  let best: string | undefined;
  let bestRank = Infinity;
  for (const candidate of candidates) {
    const known = candidate.toLowerCase();
    if (written === known) return candidate;
    if (Math.abs(known.length - written.length) > 2) continue;
    const [a, b] = distinguishing(written, known);
    const d = distance(a, b);
    if (d > 2 || !isSlip(a, b, d)) continue;
    const rank = d === 1 ? rankOf(a, b) : 2 * ranks;
    if (rank < bestRank) [best, bestRank] = [candidate, rank];
  }
  return best;
}

const ranks = 5;

/**
 * How probable a single edit is as a typing error, most probable first: a letter doubled, two swapped, one omitted,
 * changed, added.
 */
function rankOf(written: string, known: string): number {
  const at = firstDifference(written, known);
  if (written.length > known.length) return written[at] === written[at - 1] ? 0 : 4;
  if (written.length < known.length) return 2;
  return written[at] === known[at + 1] && written[at + 1] === known[at] ? 1 : 3;
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}

/** The parts in which two names of parameter messages differ: all but a common ending. */
function distinguishing(a: string, b: string): readonly [string, string] {
  const ending = '_param';
  return a.endsWith(ending) && b.endsWith(ending) ? [a.slice(0, -ending.length), b.slice(0, -ending.length)] : [a, b];
}

function isSlip(written: string, known: string, edits: number): boolean {
  const [short, long] = written.length < known.length ? [written, known] : [known, written];
  if (digitsOf(written) !== digitsOf(known)) return false;
  return edits === 1 ? long.length >= 3 : short.length >= 8 && !long.includes(short);
}

function digitsOf(name: string): string {
  return name.replace(/\D/g, '');
}

/** Optimal string alignment distance: insertions, deletions, substitutions, and swaps of neighbours. */
export function distance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (same ? 0 : 1));
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    [before, previous] = [previous, row];
  }
  return previous[b.length] ?? 0;
}
