/** A few nets of each layer type, compared with what a real Caffe computed (BVLC 9b89154, CPU). */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { judgeRun, type RunCase } from '../support/run-cases';

const cases = JSON.parse(readFileSync('test/onnx/caffe-runs.json', 'utf8')) as readonly RunCase[];

describe('computes the same tops as Caffe', () => {
  test.each(cases.map((each) => [`${each.type ?? 'net'} ${each.id}`, each] as const))('%s', async (_, each) => {
    const { layers } = await judgeRun(each);
    expect(layers.filter(({ wrong }) => wrong !== '')).toEqual([]);
  });
});
