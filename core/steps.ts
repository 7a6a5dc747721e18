/**
 * Long work in steps: the generator yields now and then, so that its caller may do other work in between, or abandon
 * it.
 */
export type Steps<Value> = Generator<undefined, Value>;

/** Runs all steps without a pause. */
export function runToEnd<Value>(steps: Iterator<unknown, Value>): Value {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
