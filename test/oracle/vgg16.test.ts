/**
 * All 32 blobs of VGG-16, 138 million values, compared by checksum with a C++ program that uses Boost's distributions
 * (bench/boost/draw.cpp).
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { testState } from '#core/net/state';
import { weightsOf } from '#core/weights/plan';
import { checksumsOf } from '#core/weight-files/checksums';
import { isWhole } from '../support/corpus';
import { engines } from '../support/engines';

const expected = JSON.parse(readFileSync('test/oracle/vgg16-crc32.json', 'utf8')) as Readonly<
  Record<string, readonly string[]>
>;
const text = readFileSync('examples/vgg16.prototxt', 'utf8');
const fillers = { xavier: 'type: "xavier"', gaussian: 'type: "gaussian" std: 0.01' } as const;

/** The plain engine takes seconds for the later ones, which the other engine draws. */
const first = 12;

describe.each(engines)('%s', (name, make) => {
  test.each(['xavier', 'gaussian'] as const)('draws VGG-16 with %s', (kind) => {
    const state = analyze(text.replaceAll('type: "xavier"', fillers[kind]), { dialect: bvlc }).state(testState);
    const count = name === 'plain' && !isWhole ? first : Infinity;
    const weights = weightsOf(state).slice(0, count);
    expect(weights.map(checksumsOf(state, 1701, make()))).toEqual(expected[kind]?.slice(0, count));
  });
});
