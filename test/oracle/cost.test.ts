/** The cost of public nets for one image, compared with the numbers in their papers and Caffe's model zoo. */
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { costOf } from '#core/cost/cost';
import { bvlc } from '#core/dialects/bvlc';
import { testState } from '#core/net/state';
import { readShared, sharedIsAbsent } from '../support/shared';

test.skipIf(sharedIsAbsent()).each([
  ['BVLC__caffe/models/bvlc_alexnet/deploy.prototxt', 10, 60_965_224, 724_406_816],
  ['BVLC__caffe/models/bvlc_googlenet/deploy.prototxt', 10, 6_998_552, 1_582_671_872],
  ['DeepScale__SqueezeNet/SqueezeNet_v1.1/deploy.prototxt', 10, 1_235_496, 387_747_520],
  ['soeaver__caffe-model/cls/vgg/deploy_vgg16-dsd.prototxt', 1, 138_357_544, 15_470_264_320],
  // The usual count is 25,557,032; here with a bias of conv1 that others omit, and 2C + 1 statistics for each BatchNorm.
  ['soeaver__caffe-model/cls/resnet/deploy_resnet50.prototxt', 1, 25_610_269, 3_868_560_384],
])('costs as much as published: %s', (path, batch, params, macs) => {
  const { total } = costOf(analyze(readShared(`corpus/files/${path}`), { dialect: bvlc }).state(testState));
  expect(total.params).toEqual({ value: params, kind: 'exact' });
  expect(total.macs).toEqual({ value: macs * batch, kind: 'exact' });
});
