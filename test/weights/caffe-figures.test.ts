/** Small nets whose blobs a real Caffe drew after `set_random_seed(1701)`; VGG-16 is in `test/oracle`. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import type { Phase } from '#core/net/model';
import { checksumsOf } from '#core/weight-files/checksums';
import { weightsOf } from '#core/weights/plan';
import { engines } from '../support/engines';

interface Figures {
  readonly what: string;
  readonly phase: Phase;
  /** The shape of the records of data layers. */
  readonly datum?: readonly number[];
  readonly prototxt: string;
  readonly crc32: readonly string[];
}

const figures = JSON.parse(readFileSync('test/weights/caffe-figures.json', 'utf8')) as readonly Figures[];

describe.each(engines)('%s', (_, make) => {
  test.each(figures)('$what', ({ phase, datum, prototxt, crc32 }) => {
    const state = { phase, level: 0, stages: [] };
    const analysis = analyze(prototxt, {
      dialect: bvlc,
      kind: 'net',
      states: [state],
      world: datum ? { datum } : {},
    }).state(state);
    const sum = checksumsOf(analysis, 1701, make());
    expect(weightsOf(analysis).map(sum)).toEqual(crc32);
  });
});
