/**
 * YOLO's detections and their ground-truth boxes, one row per item; its length follows from side, num_class and
 * num_object (eval_detection_layer.cpp of Intel's Caffe).
 */
import type { LayerRule, SetUpInput } from '../../net/rules';
import type { Problem } from '../../problems';
import { num } from '../../schema/message';
import { atBottom } from '../shared/at';
import { countOf, times } from '../shared/geometry';
import { noMacs } from '../shared/macs';
import { everything } from '../shared/windows';
import { made } from './results';

export const evalDetection: LayerRule = {
  type: 'EvalDetection',
  summary: 'Detections of YOLO, one row per item. Bottom: side² · (num_class + 5) · num_object values per item.',
  param: 'eval_detection_param',
  arity: { bottoms: { min: 1, max: 2 }, tops: { min: 1, max: 1 } },
  macs: noMacs,
  window: everything,
  setUp(input) {
    const {
      bottoms: [data = null],
    } = input;
    const { side, classes, objects } = factsOf(input);
    return made(
      input,
      [
        [
          data?.[0] ?? null,
          side * side * objects * (input.layer.bottoms.length === 1 ? 5 : 4) +
            (input.layer.bottoms.length === 1 ? 0 : classes),
        ],
      ],
      countProblems(input),
    );
  },
};

function factsOf({ param }: SetUpInput): { readonly side: number; readonly classes: number; readonly objects: number } {
  return { side: num(param, 'side'), classes: num(param, 'num_class'), objects: num(param, 'num_object') };
}

function countProblems(input: SetUpInput): readonly Problem[] {
  const {
    layer,
    bottoms: [data = null],
  } = input;
  const { side, classes, objects } = factsOf(input);
  const found = countOf(data);
  const expected = times(data?.[0] ?? null, side * side * (classes + 5) * objects);
  if (found === null || expected === null || found === expected) return [];
  return [atBottom(layer, 0, 'fork/bottom-size', { dimension: 'count', found, expected })];
}
