/** A value computed when it is first asked for, and kept. */
export function lazy<Value>(compute: () => Value): () => Value {
  let kept: { readonly value: Value } | undefined;
  return () => (kept ??= { value: compute() }).value;
}

/** A pure function that keeps its answers as long as what it was asked about is kept: an analysis, say, is asked many times. */
export function keptFor<Subject extends object, Value>(
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
