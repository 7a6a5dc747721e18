/**
 * Caffe gives each reader of a blob that has several a copy of its own, in a layer that it puts behind the blob's, and each
 * copy is a blob with a name (insert_splits.cpp): one that the net must not have yet, nor get.
 */
import { none } from '../lists';
import type { Problem, Span } from '../problems';
import type { LayerHead } from './heads';

/** By the name of a copy, the blob that it is made of. */
export type Copies = Map<string, string>;

/** `readers` are those of each top. Adds the names to `copies`; a problem for each top of which one is taken. */
export function nameCopies(
  { name: layer, tops }: LayerHead,
  readers: readonly number[],
  copies: Copies,
  isBlob: (name: string) => boolean,
): readonly Problem[] {
  let problems: Problem[] | undefined;
  tops.forEach(({ name, span }, top) => {
    let taken: string | undefined;
    for (let i = 0; (readers[top] ?? 0) > 1 && i < (readers[top] ?? 0); i++) {
      const copy = `${name}_${layer}_${top}_split_${i}`;
      if (taken === undefined && (copies.has(copy) || isBlob(copy))) taken = copy;
      copies.set(copy, name);
    }
    if (taken !== undefined) (problems ??= []).push(nameTaken(span, name, taken));
  });
  return problems ?? none;
}

export function nameTaken(span: Span, name: string, copy: string): Problem {
  return { code: 'net/copy-name-taken', span, args: { name, copy } };
}
