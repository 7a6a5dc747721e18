/** A single typo in a public net: should give one error at that name, with the intended name, and no other. */
import { analyze } from '#core/analysis/analysis';
import { chooseDialect } from '#core/dialects/choose-dialect';
import { memoize } from '#core/lazy';
import type { Problem } from '#core/problems/index';
import type { MessageNode, Tree } from '#core/text/tree';
import { generator } from '../support/random';
import { readShared, readSharedLines } from '../support/shared';
import { isRed } from './world';

export interface Slip {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly caught: boolean;
  /** What was reported instead, as `code at word`. */
  readonly said: readonly string[];
}

interface Word {
  readonly start: number;
  readonly end: number;
}

/** The given number of typos, in files that some Caffe accepts and that have no error without them. */
export function slips(count: number, seed: number): readonly Slip[] {
  const random = generator(seed);
  const files = [...corpus(), ...world()];
  const found: Slip[] = [];
  while (found.length < count) {
    const chosen = files[random(files.length)] as File;
    const words = wordsOfSound(chosen);
    const word = words[random(words.length || 1)];
    if (word) found.push(slip(chosen.file, chosen.text, word, random));
  }
  return found;
}

/** None in a file that has errors. */
const wordsOfSound: (file: File) => readonly Word[] = memoize(({ text }) => {
  const { kind, problems, tree } = read(text);
  return kind === 'other' || problems.some(isRed) ? [] : wordsIn(tree);
});

function read(text: string): ReturnType<typeof analyze> {
  return analyze(text, { dialect: chooseDialect });
}

function slip(file: string, text: string, { start, end }: Word, random: (below: number) => number): Slip {
  const from = text.slice(start, end);
  const to = misspelt(from, random);
  const changed = text.slice(0, start) + to + text.slice(end);
  const errors = read(changed).problems.filter(isRed);
  const [only] = errors;
  const caught =
    errors.length === 1 &&
    only !== undefined &&
    only.span.start <= start &&
    start + to.length <= only.span.end &&
    only.suggestion === from;
  const describe = ({ code, span, suggestion }: Problem): string =>
    `${code} at ${changed.slice(span.start, span.end)} → ${suggestion ?? '?'}`;
  return { file, from, to, caught, said: errors.map(describe) };
}

/** A letter omitted, doubled, swapped with the next one or changed. */
function misspelt(word: string, random: (below: number) => number): string {
  for (;;) {
    const at = random(word.length);
    const letter = word[at] ?? '';
    const other = 'abcdefghijklmnopqrstuvwxyz'[random(26)] ?? '';
    const changed = [
      word.slice(0, at) + word.slice(at + 1),
      word.slice(0, at) + letter + word.slice(at),
      word.slice(0, at) + (word[at + 1] ?? '') + letter + word.slice(at + 2),
      word.slice(0, at) + other + word.slice(at + 1),
    ][random(4)];
    if (changed !== undefined && /^[A-Za-z_]\w*$/.test(changed) && changed.toLowerCase() !== word.toLowerCase())
      return changed;
  }
}

/** Names of fields, layer types, filler types and values of enums, with three letters or more. */
function wordsIn({ root, text }: Tree): readonly Word[] {
  const words: Word[] = [];
  const walk = (message: MessageNode): void => {
    for (const { name, start, nameEnd, value } of message.fields) {
      words.push({ start, end: nameEnd });
      for (const item of value?.kind === 'list' ? value.items : value ? [value] : []) {
        if (item.kind === 'message') walk(item);
        else if (name === 'type' && item.token === 'string') words.push({ start: item.start + 1, end: item.end - 1 });
        else if (item.token === 'identifier' && !/^(true|false|inf|nan)$/i.test(text.slice(item.start, item.end))) {
          words.push({ start: item.start, end: item.end });
        }
      }
    }
  };
  walk(root);
  return words.filter(({ start, end }) => (text.slice(start, end).match(/[A-Za-z]/g)?.length ?? 0) >= 3);
}

interface File {
  readonly file: string;
  readonly text: string;
}

function corpus(): readonly File[] {
  const lines = readSharedLines('corpus/expected.jsonl') as readonly {
    readonly file: string;
    readonly accepted_by: { readonly net: readonly string[]; readonly solver: readonly string[] };
  }[];
  return lines
    .filter(({ accepted_by: by }) => by.net.length + by.solver.length > 0)
    .map(({ file }) => ({ file, text: readShared(`corpus/files/${file}`) }));
}

function world(): readonly File[] {
  const lines = readSharedLines('corpus/expected-world.jsonl') as readonly {
    readonly file: string;
    readonly own: boolean | null;
    readonly bvlc?: boolean;
  }[];
  return lines
    .filter(({ own, bvlc }) => own === true || bvlc === true)
    .map(({ file }) => ({ file, text: readShared(`corpus/world/${file}`) }));
}
