/**
 * The rules of the target ncnn against what its own converter did with 964 nets: which it rejects, and which fields it
 * drops. See `targets/README.md` beside them.
 */
import { describe, expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { dialectOf } from '#core/dialects/index';
import { argumentsOf, type Problem } from '#core/problems/index';
import { readSharedLines, shared, sharedHas } from '../support/shared';

interface Answer {
  readonly id: number;
  readonly type: string;
  readonly prototxt: string;
  readonly exit: number;
  readonly lost: readonly string[];
  readonly kept: readonly string[];
}

/** Dropped, but the result is the same: they are about training, or have the value that ncnn always uses. */
const harmless: Readonly<Record<string, RegExp>> = {
  moving_average_fraction: /./,
  stable_prod_grad: /./,
  use_global_stats: /use_global_stats: true/,
  pad: /pad: 0 /,
  pad_h: /pad_h: 0 /,
  pad_w: /pad_w: 0 /,
  stride: /stride: 1 (?!stride)/,
  stride_h: /stride_h: 1 /,
  stride_w: /stride_w: 1 /,
  dilation: /dilation: 1 (?!dilation)/,
  offset: /offset: 0 /,
  tiles: /tiles: 1 /,
};

function problemsOf(text: string): readonly Problem[] {
  const dialect = dialectOf('bvlc');
  if (!dialect) throw new Error('BVLC is built in');
  return analyze(text, { dialect, targets: ['ncnn'] }).problems.filter(({ code }) => code.startsWith('target/'));
}

function share(wrong: readonly unknown[], all: number): number {
  return 1 - wrong.length / all;
}

describe.skipIf(shared === undefined || !sharedHas('targets/ncnn.jsonl'))('the converter of ncnn', () => {
  const answers = (): readonly Answer[] => readSharedLines('targets/ncnn.jsonl') as readonly Answer[];

  test('what it rejects is reported', () => {
    const refused = answers().filter(({ exit }) => exit !== 0);
    const missed = refused.filter(({ prototxt }) => !problemsOf(prototxt).some(({ code }) => code === 'target/limit'));
    expect(share(missed, refused.length), missed.map(({ prototxt }) => prototxt).join('\n')).toBeGreaterThanOrEqual(
      0.97,
    );
  });

  test('fields that it drops are reported, those that it keeps are not', () => {
    const [lost, kept, missed, loud]: [number[], number[], string[], string[]] = [[], [], [], []];
    for (const { id, prototxt, lost: dropped, kept: read } of answers()) {
      const said = new Set(
        problemsOf(prototxt)
          .filter(({ code }) => code === 'target/lost-field')
          .map((problem) => String(argumentsOf(problem)['name'])),
      );
      for (const name of dropped) {
        if (harmless[name]?.test(prototxt)) continue;
        lost.push(id);
        if (!said.has(name)) missed.push(`${id} ${name}: ${prototxt}`);
      }
      for (const name of read) {
        kept.push(id);
        if (said.has(name) && !dropped.includes(name)) loud.push(`${id} ${name}: ${prototxt}`);
      }
    }
    expect(share(missed, lost.length), missed.join('\n')).toBeGreaterThanOrEqual(0.95);
    expect(share(loud, kept.length), loud.join('\n')).toBeGreaterThanOrEqual(0.98);
  });
});
