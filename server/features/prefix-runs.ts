/** Consecutive layers that share a `prefix/`, as in nets of many blocks: `res2a/conv1`, `res2a/bn1`. */
export interface Run {
  /** Without the slash and without the prefix of the enclosing run. */
  readonly prefix: string;
  /** Indices of its first and last name. */
  readonly first: number;
  readonly last: number;
  /** Runs by the next part of the names. */
  readonly runs: readonly Run[];
}

/** The maximal depth of runs: deeper groups would not help a reader. */
const maxDepth = 8;

/** Runs of at least two names each, in order. */
export function runsOf(names: readonly string[]): readonly Run[] {
  return runsIn(
    names.map((name) => name.split('/')),
    0,
    names.length,
    0,
  );
}

function runsIn(parts: readonly (readonly string[])[], from: number, to: number, depth: number): readonly Run[] {
  const runs: Run[] = [];
  for (let first = from; first < to; ) {
    const prefix = prefixAt(parts[first], depth);
    let end = first + 1;
    while (prefix !== undefined && end < to && prefixAt(parts[end], depth) === prefix) end++;
    if (prefix !== undefined && end - first > 1) {
      runs.push({ prefix, first, last: end - 1, runs: depth < maxDepth ? runsIn(parts, first, end, depth + 1) : [] });
    }
    first = end;
  }
  return runs;
}

/** The last part of a name is the layer's own, never a prefix. */
function prefixAt(parts: readonly string[] | undefined, depth: number): string | undefined {
  return parts && depth < parts.length - 1 && parts[depth] !== '' ? parts[depth] : undefined;
}
