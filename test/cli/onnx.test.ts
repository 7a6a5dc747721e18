import { describe, expect, test } from 'vitest';
import { checkingPlan } from '#core/onnx/checking';
import type { ModelValue } from '#core/onnx/model';
import { inProcess } from '../support/runtime';
import { shell } from './shell';

const net = `name: "small"
layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 2 dim: 4 dim: 4 } } }
layer { name: "conv" type: "Convolution" bottom: "data" top: "conv" convolution_param { num_output: 3 kernel_size: 3 weight_filler { type: "xavier" } } }
layer { name: "relu" type: "ReLU" bottom: "conv" top: "conv" }
layer { name: "fc" type: "InnerProduct" bottom: "conv" top: "fc" inner_product_param { num_output: 5 weight_filler { type: "xavier" } } }
layer { name: "prob" type: "Softmax" bottom: "fc" top: "prob" }
`;
const python = net
  .replace(
    'layer { name: "fc"',
    'layer { name: "mine" type: "Python" bottom: "conv" top: "mine" python_param { module: "m" layer: "L" } }\nlayer { name: "fc"',
  )
  .replace('"InnerProduct" bottom: "conv"', '"InnerProduct" bottom: "mine"');
const files = { 'net.prototxt': net, 'python.prototxt': python };

describe('an exported file', () => {
  test('keeps the names of the net, and its contents are printed', async () => {
    const { status, out, created } = await shell('onnx --out net.onnx net.prototxt', { files });
    expect(status).toBe(0);
    expect(out).toMatch(
      /^net\.onnx: 4 layers, \d+ bytes; inputs data 1×2×4×4; outputs prob 1×5; checked by running it\n$/,
    );
    const text = new TextDecoder('latin1').decode(created?.['net.onnx']);
    for (const name of ['conv/weight', 'conv/bias', 'fc/weight', 'conv@conv']) expect(text).toContain(name);
  });

  test('with a symbolic batch runs with any batch size', async () => {
    const { out, created } = await shell('onnx --batch symbolic --out net.onnx net.prototxt', { files });
    expect(out).toContain('inputs data N×2×4×4; outputs prob N×5');
    const value = (name: string, ...shape: readonly number[]): ModelValue => ({ name, type: 'float', shape });
    for (const items of [1, 7]) {
      const facts = {
        bare: { bytes: Uint8Array.from(created?.['net.onnx'] ?? []), beside: '', size: 0, open: new Uint8Array() },
        inputs: [value('data', items, 2, 4, 4)],
        outputs: [value('prob', items, 5)],
        expected: new Map<string, never>(),
      };
      const plan = checkingPlan(facts, new Uint8Array());
      for await (const event of inProcess({ plan, given: new Map() }).events)
        if (event.kind === 'layer') expect(event.layer.tops[0]?.shape).toEqual([items, 5]);
    }
  });

  test('that takes long to run is only loaded', async () => {
    const net =
      'input: "data" input_shape { dim: 1 dim: 512 dim: 200 dim: 200 } layer { name: "conv" type: "Convolution" bottom: "data" top: "conv" convolution_param { num_output: 512 kernel_size: 1 } }';
    const { out, created } = await shell('onnx --out net.onnx long.prototxt', { files: { 'long.prototxt': net } });
    expect(out).toContain('checked by loading it');
    expect(created?.['net.onnx']?.length).toBeGreaterThan(4 * 512 * 512);
  });

  test.each([13, 17, 21])('of opset %i runs', async (opset) => {
    const { status } = await shell(`onnx --opset ${opset} --out net.onnx net.prototxt`, { files });
    expect(status).toBe(0);
  });
});

describe("a layer that can't be exported", () => {
  test('is reported, and nothing is written', async () => {
    const { status, out, created } = await shell('onnx --out net.onnx python.prototxt', { files });
    expect(status).toBe(1);
    expect(out).toBe('mine (Python): a shape, a filler or the number of its blobs is unknown\n');
    expect(created ?? {}).toEqual({});
  });

  test('can be excluded with --to', async () => {
    const { status, out } = await shell('onnx --to conv --out net.onnx python.prototxt', { files });
    expect(status).toBe(0);
    expect(out).toContain('outputs conv 1×3×2×2');
  });

  test('can be excluded with --from', async () => {
    const { status, out } = await shell('onnx --from fc --out net.onnx net.prototxt', { files });
    expect(status).toBe(0);
    expect(out).toMatch(/: 1 layer, /);
    expect(out).toContain('inputs fc 1×5; outputs prob 1×5');
  });

  test('may have a value that depends on the batch size', async () => {
    const { status, out } = await shell('onnx --batch symbolic --to loss --out net.onnx loss.prototxt', {
      files: {
        'loss.prototxt': `${net}layer { name: "label" type: "Input" top: "label" input_param { shape { dim: 1 } } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "fc" bottom: "label" top: "loss" }`,
      },
    });
    expect(status).toBe(1);
    expect(out).toMatch(/^loss \(SoftmaxWithLoss\): it contains a number that depends on the batch size/);
  });
});

test.each([
  ['onnx net.prototxt', 'onnx needs --out FILE'],
  ['onnx --to nothing --out net.onnx net.prototxt', 'No blob in this state is named nothing.'],
  ['onnx --weights none.caffemodel --out net.onnx net.prototxt', 'there is no such file'],
  ['onnx --opset 5 --out net.onnx net.prototxt', '--opset must be an integer from 13 to 21'],
])('%s fails: %s', async (command, message) => {
  const { status, err, created } = await shell(command, { files });
  expect(status).toBe(2);
  expect(err).toContain(message);
  expect(created ?? {}).toEqual({});
});

test('leaves no file if the disk is full', async () => {
  const { status, err } = await shell('onnx --out net.onnx net.prototxt', { files, diskFull: true });
  expect(status).toBe(2);
  expect(err).toContain('the disk is full');
});

test('takes weights from a model, and draws those that it lacks', async () => {
  const drawn = await shell('weights --seed 5 --out net.caffemodel net.prototxt', { files });
  const model = drawn.created?.['net.caffemodel'] ?? new Uint8Array();
  const taken = await shell('onnx --weights net.caffemodel --out net.onnx net.prototxt', {
    files: { ...files, 'net.caffemodel': model },
  });
  const own = await shell('onnx --seed 5 --out net.onnx net.prototxt', { files });
  expect(taken.status).toBe(0);
  expect(taken.created?.['net.onnx']).toEqual(own.created?.['net.onnx']);
  const other = await shell('onnx --weights net.caffemodel --out net.onnx more.prototxt', {
    files: { 'more.prototxt': net.replaceAll('"fc"', '"fc2"'), 'net.caffemodel': model },
  });
  expect(other.err).toContain('1 layer is not in net.caffemodel and uses its filler: fc2');
});
