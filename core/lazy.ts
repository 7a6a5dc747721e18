/** A value computed when it is first asked for, and kept. */
export function lazy<Value>(compute: () => Value): () => Value {
  let kept: { readonly value: Value } | undefined;
  return () => (kept ??= { value: compute() }).value;
}

/** Values by key, each computed when it is first asked for; of more than `most` the oldest is dropped. */
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

/** A pure function that keeps its answers as long as its argument lives: an analysis, say, is asked many times. */
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
