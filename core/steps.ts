/** Work in steps: what takes long yields now and then, and whoever runs it may do other things in between, or stop. */
export type Steps<Value> = Generator<undefined, Value>;

/** Runs all steps without a pause. */
export function runToEnd<Value>(steps: Iterator<unknown, Value>): Value {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
