/** How many bottoms and tops a layer may have (layer.hpp, CheckBlobCounts). */
import { none } from '../lists';
import type { Phrase, Problem } from '../problems';
import type { Arity, Count } from '../net/rules';
import type { Layer } from '../net/model';

/** Automatic tops are already in `layer.tops`. */
export function checkArity(layer: Layer, arity: Arity): readonly Problem[] {
  const { bottoms, tops } = layer;
  if (fits(arity, bottoms.length, tops.length)) return none;
  const problems: Problem[] = [];
  if (!allows(arity.bottoms, bottoms.length)) {
    const span = bottoms[arity.bottoms.max ?? Infinity]?.span ?? layer.typeSpan;
    problems.push({
      code: 'net/bottom-count',
      span,
      args: { type: layer.type, expected: describe(arity.bottoms, 'bottom'), found: bottoms.length },
    });
  }
  if (!allows(arity.tops, tops.length)) {
    const span = tops[arity.tops.max ?? Infinity]?.span ?? layer.typeSpan;
    problems.push({
      code: 'net/top-count',
      span,
      args: { type: layer.type, expected: describe(arity.tops, 'top'), found: tops.length },
    });
  } else if (arity.paired && bottoms.length !== tops.length && problems.length === 0) {
    const span = (tops[bottoms.length] ?? bottoms[tops.length])?.span ?? layer.typeSpan;
    problems.push({
      code: 'net/top-count',
      span,
      args: {
        type: layer.type,
        expected: { phrase: 'top-per-bottom' },
        found: { phrase: 'tops-for-bottoms', args: { tops: tops.length, bottoms: bottoms.length } },
      },
    });
  }
  return problems;
}

function fits({ bottoms, tops, paired }: Arity, nBottoms: number, nTops: number): boolean {
  return allows(bottoms, nBottoms) && allows(tops, nTops) && (!paired || nBottoms === nTops);
}

export function allows({ min, max }: Count, found: number): boolean {
  return found >= (min ?? 0) && found <= (max ?? Infinity);
}

function describe({ min = 0, max }: Count, noun: 'bottom' | 'top'): Phrase {
  const counted = (count: number): Phrase =>
    count === 1 ? { phrase: `one-${noun}` } : { phrase: `${noun}s`, args: { count } };
  if (max === undefined) return { phrase: 'at-least', args: { blobs: counted(min) } };
  if (min === max) return max === 0 ? { phrase: `no-${noun}s` } : { phrase: 'exactly', args: { blobs: counted(max) } };
  return min === 0
    ? { phrase: 'at-most', args: { blobs: counted(max) } }
    : { phrase: 'from-to', args: { min, blobs: counted(max) } };
}
