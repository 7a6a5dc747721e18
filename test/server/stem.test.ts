import { expect, test } from 'vitest';
import { stemOf } from '#core/checks/drift';

test('ignores the purpose in the names of nets', () => {
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
