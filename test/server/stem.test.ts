import { expect, test } from 'vitest';
import { stemOf } from '#core/checks/drift';

test('nets are of one name but for what they are for', () => {
  const stems = [
    'lenet_train_test',
    'lenet',
    'lenet_deploy',
    'train_val',
    'deploy',
    'test',
    'net-train',
    'resnet',
    'cifar10_full_train',
    'v2.deploy',
  ];
  expect(stems.map((name) => stemOf(`${name}.prototxt`))).toEqual([
    'lenet',
    'lenet',
    'lenet',
    '',
    '',
    '',
    '',
    'resnet',
    'cifar10_full',
    'v2',
  ]);
});
