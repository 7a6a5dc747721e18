/** Which Caffe a document is read by, and why. */
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { chooseDialect } from '#core/dialects/choose-dialect';
import { dialectIds, dialectOf } from '#core/dialects/index';
import { english } from '#core/messages/en/index';
import { schemaAnswer, whyOf } from '#server/features/schema';

test('a chosen Caffe, and all that there are', () => {
  const answer = schemaAnswer(analyze('net: "a"', { dialect: dialectOf('ssd') ?? bvlc }), english);
  expect(answer).toMatchObject({ id: 'ssd', label: dialectOf('ssd')?.label });
  expect(answer.choices.map(({ id }) => id)).toEqual(dialectIds);
});

test('names that only one Caffe has are the reason, four at most', () => {
  const text = `input: "a" input_shape { dim: 1 dim: 8 dim: 4 dim: 4 }
    layer { name: "p" type: "PriorBox" bottom: "a" bottom: "a" top: "p" prior_box_param { min_size: 3 } }
    layer { name: "q" type: "Permute" bottom: "a" top: "q" permute_param { order: 0 order: 2 } }
    layer { name: "o" type: "DetectionOutput" bottom: "q" bottom: "q" bottom: "p" top: "o" detection_output_param { num_classes: 2 } }`;
  const why = whyOf(analyze(text, { dialect: chooseDialect }), english);
  expect(why).toContain('SSD');
  expect(why).toContain('PriorBox');
  expect(why).toContain('and 2 more names');
});
