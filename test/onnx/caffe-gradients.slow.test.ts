/** The gradients of a few nets of each layer type, compared with what a real Caffe computed (BVLC 9b89154, CPU). */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { judgeRun, type RunCase } from '../support/run-cases';

type Recorded = Required<Pick<RunCase, 'type' | 'phase' | 'prototxt' | 'back_from' | 'back'>>;

const cases = JSON.parse(readFileSync('test/onnx/caffe-gradients.json', 'utf8')) as readonly Recorded[];

describe('computes the same gradients as Caffe', () => {
  test.each(cases.map((each, id) => [`${each.type} ${id}`, each, id] as const))('%s', async (_, each, id) => {
    const { back } = await judgeRun({ ...each, id, origin: 'layers', inputs: {}, layers: [], loss: 0 });
    expect(back.length).toBe(each.back.length);
    expect(back.filter(({ wrong }) => wrong !== '')).toEqual([]);
  });
});
