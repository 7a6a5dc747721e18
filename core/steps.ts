/** Work in steps: what takes long yields now and then, and whoever runs it may do other things in between, or stop. */
export type Steps<Value> = Generator<undefined, Value>;

/** Whatever it tells on the way. */
export function atOnce<Value>(steps: Iterator<unknown, Value>): Value {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
