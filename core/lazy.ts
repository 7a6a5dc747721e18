/** A value computed at first use and cached. */
export function lazy<Value>(compute: () => Value): () => Value {
  let kept: { readonly value: Value } | undefined;
  return () => (kept ??= { value: compute() }).value;
}

/** Values by key, each computed at first use; of more than `most` the oldest is dropped. */
export function memoizeByKey<Value>(most = 64): (key: string, compute: () => Value) => Value {
  const known = new Map<string, Value>();
  return (key, compute) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = compute();
    known.set(key, value);
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
    return value;
  };
}

/**
 * Caches the results of a pure function for as long as its argument lives, such as an analysis that is queried many
 * times.
 */
export function memoize<Subject extends object, Value>(
  compute: (subject: Subject) => Value,
): (subject: Subject) => Value {
  const answers = new WeakMap<Subject, { readonly value: Value }>();
  return (subject) => {
    const known = answers.get(subject);
    if (known) return known.value;
    const value = compute(subject);
    answers.set(subject, { value });
    return value;
  };
}

/** Caches the result for the last text only, which is asked about many times in a row. */
export function memoizeLast<Value>(compute: (text: string) => Value): (text: string) => Value {
  let last: { readonly text: string; readonly value: Value } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, value: compute(text) };
    return last.value;
  };
}
