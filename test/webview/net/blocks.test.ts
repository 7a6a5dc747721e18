import { expect, test } from 'vitest';
import { foldsOf, labelOf } from '#webview/net/blocks';

const folds = (...names: readonly string[]): readonly string[] =>
  foldsOf(names.map((name) => ({ name }))).map((all) => all.map(labelOf).join(' '));

test('finds stages and blocks of ResNet by their numbers', () => {
  const block = (id: string): readonly string[] => [
    `res${id}_branch2a`,
    `bn${id}_branch2a`,
    `scale${id}_branch2a`,
    `res${id}_branch2a_relu`,
    `res${id}`,
    `res${id}_relu`,
  ];
  expect(
    folds(
      'data',
      'conv1',
      'bn_conv1',
      ...block('4a'),
      ...block('4b1'),
      ...block('4b35'),
      ...block('5a'),
      'fc1000',
      'prob',
    ),
  ).toEqual([
    '',
    '',
    '',
    ...block('4a').map(() => 'res4… res4a…'),
    ...block('4b1').map(() => 'res4… res4b1…'),
    ...block('4b35').map(() => 'res4… res4b35…'),
    ...block('5a').map(() => 'res5… res5a…'),
    '',
    '',
  ]);
});

test('finds the stages of VGG, and of OpenPose by the word for them', () => {
  expect(folds('conv4_1', 'relu4_1', 'conv4_2', 'relu4_2', 'pool4', 'conv5_1')).toEqual([
    ...new Array<string>(5).fill('conv4…'),
    '',
  ]);
  expect(folds('Mconv1_stage2_L1', 'Mconv1_stage2_L2', 'Mconv2_stage2_L1', 'concat_stage3', 'x', 'y')).toEqual([
    ...new Array<string>(3).fill('stage2…'),
    '',
    '',
    '',
  ]);
});

test('keeps stages apart from the numbers of layers before them', () => {
  expect(
    folds('conv2_1', 'conv2_2', 'pool2_stage1', 'Mconv1_stage2_L1', 'Mconv2_stage2_L1', 'Mconv3_stage2_L1', 'out'),
  ).toEqual(['', '', '', ...new Array<string>(3).fill('stage2…'), '']);
});

test('keeps prefixes, and finds nothing in layers that do not stand together', () => {
  expect(foldsOf([{ name: 'a/b/c' }, { name: 'a/d' }])).toEqual([['a/', 'a/b/'], ['a/']]);
  expect(folds('conv1', 'relu1', 'conv2', 'pool1', 'norm1')).toEqual(['', '', '', '', '']);
  expect(folds('data', 'loss')).toEqual(['', '']);
});

test('takes no noticeable time for hostile names', () => {
  expect(folds(`${'a_'.repeat(50_000)}!`, '1'.repeat(100_000), 'stage'.repeat(20_000))).toHaveLength(3);
});
