/**
 * Finds the errors of a layer that do not depend on its unreadable values: the layer is set up with various values in
 * their place, and the errors that appear each time, with the same span and arguments, are reported.
 */
import type { Layer } from '../net/model';
import { argumentsOf, isError, type Problem } from '../problems';
import type { Entry, Message } from '../schema/message';
import type { FieldType, Scalar } from '../schema/types';

/**
 * Small and large, with and without divisors, and values that turn negative as int32: no single condition rejects all
 * of them.
 */
const numbers: readonly number[] = [1, 0, 2, 3, 5, 60, 7919, 5040, 1000003, -1, -2, 2147483647, 4];
const nGuesses = numbers.length;

/** With more unreadable values than these, little can be concluded. */
const mostUnreadable = 8;

/**
 * `look` sets up the given layer. Empty where part of the layer is missing, or an unreadable part is more than a value.
 */
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

/**
 * The problems of a message that do not depend on its own unreadable values, each of which `look` gets several guesses
 * for. `strings`: guesses for names.
 */
export function whateverItsValues(
  message: Message,
  strings: readonly string[],
  look: (guess: Message) => readonly Problem[],
): readonly Problem[] {
  const unreadable = message.entries.filter(({ field, value }) => value === undefined && field.kind !== 'message');
  if (unreadable.length === 0) return look(message);
  if (unreadable.length > mostUnreadable) return [];
  return inAll(
    Array.from({ length: nGuesses }, (_, i) => {
      const values = new Map(unreadable.map((entry, k) => [entry, guessFor(entry.field, i + 5 * k, strings)]));
      const entries = message.entries.map((entry) => ({ ...entry, value: values.get(entry) ?? entry.value }));
      return look({ ...message, entries });
    }),
  );
}

/** The errors that are in all of the lists. */
export function common(lists: readonly (readonly Problem[])[]): readonly Problem[] {
  return inAll(lists).filter(isError);
}

/** The problems that are in all of the lists. */
function inAll([first = [], ...others]: readonly (readonly Problem[])[]): readonly Problem[] {
  const rest = others.map((problems) => new Set(problems.map(keyOf)));
  return first.filter((problem) => rest.every((keys) => keys.has(keyOf(problem))));
}

/** The problems of the first list, without errors that are not in the second. */
export function inBoth(problems: readonly Problem[], others: readonly Problem[]): readonly Problem[] {
  const keys = new Set(others.map(keyOf));
  return problems.filter((problem) => !isError(problem) || keys.has(keyOf(problem)));
}

function keyOf(problem: Problem): string {
  const { code, span } = problem;
  return JSON.stringify([code, span.start, span.end, argumentsOf(problem)]);
}

/** Undefined where an unreadable entry is a whole message, the layer's type, a bottom or a top, or where its meaning is unknown. */
function unreadableIn(message: Message): readonly Entry[] | undefined {
  const found: Entry[] = [];
  const open = [message];
  for (let next = open.pop(); next; next = open.pop()) {
    for (const entry of next.entries) {
      if (typeof entry.value === 'object') {
        if (entry.value.state === 'unreadable') open.push(entry.value);
      } else if (entry.value === undefined) {
        if (entry.field.unread || entry.field.kind === 'message' || (next === message && isHead(entry.field)))
          return undefined;
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
