/**
 * Caffe gives each reader of a blob with several readers its own copy, in a Split layer inserted after the blob's maker
 * (insert_splits.cpp). Each copy is a named blob, and no other blob of the net may have that name.
 */
import { none } from '../lists';
import type { Problem, Span } from '../problems';
import type { LayerHead } from './heads';

/** From the name of a copy to the blob that it copies. */
export type Copies = Map<string, string>;

/**
 * `readers`: number of readers of each top. Adds the names to `copies`; reports each top one of whose copies has a name
 * in use.
 */
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
