import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { applyChanges } from '#core/edit/change';
import { upgradeChanges } from '#core/edit/upgrade/index';
import { upgradeNet } from '#core/net/upgrade/index';
import { dedent } from '../support/marks';
import { commentsOf, sortedMessage } from '../support/messages';

function upgraded(text: string): string {
  const before = analyze(text, { dialect: bvlc });
  const changes = upgradeChanges(before);
  // An editor rejects changes that overlap.
  changes.reduce((end, { span }) => {
    expect(span.start).toBeGreaterThanOrEqual(end);
    return span.end;
  }, 0);
  const result = applyChanges(text, changes);
  const after = analyze(result, { dialect: bvlc });
  if (before.message && after.message) {
    expect(sortedMessage(after.message)).toEqual(sortedMessage(upgradeNet(before.message, bvlc.schema).message));
    expect(commentsOf(after.tree)).toEqual(commentsOf(before.tree));
  }
  return result;
}

test('upgrades V1 layers, keeping their layout', () => {
  expect(
    upgraded(
      dedent(`
    layers {
      name: "data"
      type: DATA
      top: "data"
      data_param {
        source: "x"
        mean_file: "m" # of the year
        scale: 0.1
        batch_size: 3
      }
      include: { phase: TRAIN }
    }
    layers {
      name: "conv1"
      type: CONVOLUTION # the first
      bottom: "data"
      top: "conv1"
      blobs_lr: 1 # w
      blobs_lr: 2
      weight_decay: 1
      weight_decay: 0 # none
      convolution_param { num_output: 1 kernel_size: 3 }
    }
    layers { name: "r" type: RELU bottom: "conv1" top: "conv1" }`),
    ),
  ).toBe(
    dedent(`
    layer {
      name: "data"
      type: "Data"
      top: "data"
      data_param {
        source: "x"
        batch_size: 3
      }
      transform_param {
        mean_file: "m" # of the year
        scale: 0.1
      }
      include: { phase: TRAIN }
    }
    layer {
      name: "conv1"
      type: "Convolution" # the first
      bottom: "data"
      top: "conv1"
      param { lr_mult: 1 decay_mult: 1 } # w
      param { lr_mult: 2 decay_mult: 0 }
      # none
      convolution_param { num_output: 1 kernel_size: 3 }
    }
    layer { name: "r" type: "ReLU" bottom: "conv1" top: "conv1" }`),
  );
});

test("upgrades V0 layers, their padding and the net's inputs", () => {
  expect(
    upgraded(
      dedent(`
    name: "old" # net
    input: "data" # images
    input_dim: 10 # batch
    input_dim: 3
    # size
    input_dim: 27
    input_dim: 27
    layers {
      # the first
      layer {
        name: "conv1"
        type: "conv" # slides
        num_output: 9
        kernelsize: 11
        weight_filler {
          type: "gaussian"
          std: 0.01 # small
        }
        blobs_lr: 1.
        blobs_lr: 2.
      }
      bottom: "data"
      top: "conv1"
    }
    layers { layer { name: "pad2" type: "padding" pad: 2 } bottom: "conv1" top: "pad2" }
    layers { layer { name: "conv2" type: "conv" num_output: 1 kernelsize: 3 } bottom: "pad2" top: "conv2" } # tail`),
    ),
  ).toBe(
    dedent(`
    name: "old" # net
    layer {
      name: "input"
      type: "Input"
      top: "data"  # images
      input_param {
        shape {
          dim: 10  # batch
          dim: 3
          # size
          dim: 27
          dim: 27
        }
      }
    }
    layer {
      # the first
      name: "conv1"
      type: "Convolution"  # slides
      bottom: "data"
      top: "conv1"
      param { lr_mult: 1. }
      param { lr_mult: 2. }
      convolution_param {
        num_output: 9
        kernel_size: 11
        weight_filler {
          type: "gaussian"
          std: 0.01  # small
        }
      }
    }
    layer {
      name: "conv2"
      type: "Convolution"
      bottom: "conv1"
      top: "conv2"
      convolution_param {
        num_output: 1
        kernel_size: 3
        pad: 2
      }
    } # tail`),
  );
});

test.each([
  [
    'lists in brackets',
    'layers { type: CONVOLUTION blobs_lr: [1, 2] weight_decay: [1, 0] bottom: "a" top: "b" }',
    'layer { type: "Convolution" param { lr_mult: 1 decay_mult: 1 } param { lr_mult: 2 decay_mult: 0 } bottom: "a" top: "b" }',
  ],
  [
    'layers in brackets',
    'layers: [{ type: RELU bottom: "a" top: "b" }]',
    'layer: [{ type: "ReLU" bottom: "a" top: "b" }]',
  ],
  [
    'what transform_param says too',
    'layers { type: DATA top: "d" data_param { scale: 2 crop_size: 3 } transform_param { scale: 1 mirror: true } }',
    'layer { type: "Data" top: "d" data_param { } transform_param { scale: 2 crop_size: 3 mirror: true } }',
  ],
  [
    'inputs after a layer',
    'layer { type: "ReLU" bottom: "a" top: "b" }\ninput: "a"\ninput_shape { dim: 1 }\n',
    'layer {\n  name: "input"\n  type: "Input"\n  top: "a"\n  input_param {\n    shape { dim: 1 }\n  }\n}\nlayer { type: "ReLU" bottom: "a" top: "b" }\n',
  ],
])('upgrades %s', (_, before, after) => {
  expect(upgraded(before)).toBe(after);
});

test.each([
  ['with its line', ' ', ''],
  ['with the spaces before it', 'name: "n"  ', 'name: "n"\n'],
])('removes a padding %s where inputs follow that become a layer before it', (_, before, kept) => {
  const layers =
    'layers { layer { name: "p" type: "padding" pad: 1 } bottom: "a" top: "p" }\n' +
    'layers { layer { name: "c" type: "conv" num_output: 2 kernelsize: 3 } bottom: "p" top: "c" }\n' +
    'input: "a" input_dim: 1 input_dim: 1 input_dim: 9 input_dim: 9\n';
  const input = 'layer {\n  name: "input"\n  type: "Input"\n  top: "a"\n';
  expect(upgraded(before + layers).startsWith(kept + input)).toBe(true);
});

test.each([
  ['a net in the current format', 'layer { type: "ReLU" bottom: "a" top: "b" }'],
  ['a type that V0 did not have', 'layers { layer { type: "rellu" } bottom: "a" top: "b" }'],
  ['a broken net', 'layers { type: RELU bottom "a" }'],
  ['an input without a shape', 'input: "a" input: "b" input_shape { dim: 1 }'],
])('does not change %s', (_, text) => {
  expect(upgradeChanges(analyze(text, { dialect: bvlc, kind: 'net' }))).toEqual([]);
});
