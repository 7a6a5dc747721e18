/** Which names may be misspellings of known ones, and which are a layer's own. */
import { describe, expect, test } from 'vitest';
import { isParamOf, slipOfType } from '#core/schema/own-name';

const types = ['Convolution', 'InnerProduct', 'LSTM', 'LSTMUnit', 'PReLU', 'PSROIPooling', 'ReLU', 'ROIPooling'];

describe('a type', () => {
  test.each([
    ['Convolutoin', 'Convolution'],
    ['InnerProdct', 'InnerProduct'],
    ['IInnerProduct', 'InnerProduct'],
    ['Relu', 'ReLU'],
    ['prelu', 'PReLU'],
    ['PRelu', 'PReLU'],
    ['LTSM', 'LSTM'],
    ['LTSMUnit', 'LSTMUnit'],
    ['ROIPoling', 'ROIPooling'],
    ['RoiPoling', 'ROIPooling'],
    ['PSRIOPooling', 'PSROIPooling'],
    ['ORPooling', undefined],
    ['HSROIPooling', undefined],
    ['BReLU', undefined],
  ])('%s: %s', (type, meant) => {
    expect(slipOfType(type, types)).toBe(meant);
  });
});

test('a parameter message is named after its type', () => {
  expect(isParamOf('hsroi_pooling_param', 'HSROIPooling')).toBe(true);
  expect(isParamOf('brelu_param', 'BReLU')).toBe(true);
  expect(isParamOf('pooling_param', 'HSROIPooling')).toBe(false);
  expect(isParamOf('_param', '')).toBe(false);
});
