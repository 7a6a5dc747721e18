/**
 * Faults of a layer that hold whatever stands in what can't be read: it is set up with value after value in those places, and
 * what is refused each time, at the same token and in the same words, does not depend on them.
 */
import type { Layer } from '../net/model';
import { argumentsOf, isError, type Problem } from '../problems';
import type { Entry, Message } from '../schema/message';
import type { FieldType, Scalar } from '../schema/types';

/** Small and large, with and without divisors, and what the signs of int32 make of them: no one condition refuses them all. */
const numbers: readonly number[] = [1, 0, 2, 3, 5, 60, 7919, 5040, 1000003, -1, -2, 2147483647, 4];
const nGuesses = numbers.length;

/** More values than these that can't be read, and there is little to know. */
const mostUnreadable = 8;

/** `look` sets the layer up, as it is given. None where a part is missing, or stands for more than a value. */
export function whateverIsMeant(
  layer: Layer,
  strings: readonly string[],
  look: (guess: Layer) => readonly Problem[],
): readonly Problem[] {
  if (layer.message.damaged) return [];
  const unreadable = unreadableIn(layer.message);
  if (!unreadable || unreadable.length > mostUnreadable) return [];
  const guesses = Array.from({ length: nGuesses }, (_, i) => {
    const values = new Map(unreadable.map((entry, k) => [entry, guessFor(entry.field, i + 5 * k, strings)]));
    return look({ ...layer, message: filledIn(layer.message, values) });
  });
  return common(guesses).filter(
    ({ span }) => !unreadable.some(({ node }) => node.start < span.end && span.start < node.end),
  );
}

/** The errors that are in all of the lists. */
export function common(lists: readonly (readonly Problem[])[]): readonly Problem[] {
  const [first = [], ...others] = lists;
  const rest = others.map((problems) => new Set(problems.map(keyOf)));
  return first.filter((problem) => isError(problem) && rest.every((keys) => keys.has(keyOf(problem))));
}

/** Of the first, but for errors that are not in the second. */
export function inBoth(problems: readonly Problem[], others: readonly Problem[]): readonly Problem[] {
  const keys = new Set(others.map(keyOf));
  return problems.filter((problem) => !isError(problem) || keys.has(keyOf(problem)));
}

function keyOf(problem: Problem): string {
  const { code, span } = problem;
  return JSON.stringify([code, span.start, span.end, argumentsOf(problem)]);
}

/** Undefined where a whole message, or what the layer reads and makes, is among them. */
function unreadableIn(message: Message): readonly Entry[] | undefined {
  const found: Entry[] = [];
  const open = [message];
  for (let next = open.pop(); next; next = open.pop()) {
    for (const entry of next.entries) {
      if (typeof entry.value === 'object') {
        if (entry.value.state === 'unreadable') open.push(entry.value);
      } else if (entry.value === undefined) {
        if (entry.field.kind === 'message' || (next === message && isHead(entry.field))) return undefined;
        found.push(entry);
      }
    }
  }
  return found;
}

function isHead({ name }: FieldType): boolean {
  return name === 'type' || name === 'bottom' || name === 'top';
}

function filledIn(message: Message, values: ReadonlyMap<Entry, Scalar>): Message {
  if (message.state !== 'unreadable') return message;
  const entries = message.entries.map((entry): Entry => {
    if (typeof entry.value === 'object') return { ...entry, value: filledIn(entry.value, values) };
    return entry.value === undefined ? { ...entry, value: values.get(entry) } : entry;
  });
  return { ...message, entries, state: 'flawed' };
}

function guessFor({ kind, enumeration }: FieldType, i: number, strings: readonly string[]): Scalar {
  if (enumeration) return [...enumeration.values.keys()][i % enumeration.values.size] ?? '';
  if (kind === 'bool') return i % 2 === 0;
  if (kind === 'string' || kind === 'bytes') return strings[i % strings.length] ?? '';
  const number = numbers[i % nGuesses] ?? 0;
  return kind === 'uint32' || kind === 'uint64' ? number >>> 0 : number;
}
