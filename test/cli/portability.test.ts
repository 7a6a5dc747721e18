/** The command `portability`. */
import { describe, expect, test } from 'vitest';
import { objects, shell } from './shell';

const net = `layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 1 dim: 4 dim: 8 dim: 8 } } }
layer { name: "n" type: "LRN" bottom: "d" top: "n" lrn_param { k: 2 } }
layer { name: "t" type: "Tile" bottom: "n" top: "t" tile_param { tiles: 2 } }
layer { name: "s" type: "Softmax" bottom: "t" top: "s" softmax_param { axis: -1 } }
`;
const files = { 'net.prototxt': net, 'solver.prototxt': 'net: "net.prototxt"\nlr_policy: "fixed"\nbase_lr: 1\n' };

describe('portability', () => {
  test('prints layers × targets', async () => {
    const { status, out } = await shell('portability --target ncnn,tpu-mlir,rknn net.prototxt', { files });
    expect(status).toBe(0);
    expect(out).toMatchInlineSnapshot(`
      "net.prototxt (TEST)
      layer  type     ncnn           tpu-mlir   rknn
      d      Input    yes            type only  type only
      n      LRN      ignores k      yes        type only
      t      Tile     ignores tiles  no         type only
      s      Softmax  over a limit   yes        type only

      "
    `);
  });

  test('is about all built-in targets by default', async () => {
    const { out } = await shell('portability net.prototxt', { files });
    expect(out).toMatch(
      /^layer +type +ncnn +opencv +mnn +rknn +tpu-mlir +ascend310 +nnie +x2paddle +tensorrt8 +dpu +mace$/m,
    );
  });

  test('prints one object per file as JSON', async () => {
    const { out } = await shell('portability --format json --target ncnn net.prototxt', { files });
    const [first] = objects(out) as readonly { readonly layers: readonly object[] }[];
    expect(first).toMatchObject({ file: 'net.prototxt', state: { phase: 'TEST' } });
    expect(first?.layers[1]).toEqual({
      name: 'n',
      type: 'LRN',
      line: 1,
      targets: { ncnn: { verdict: 'lost', fields: ['k'] } },
    });
  });

  test('reports a file that is no net', async () => {
    expect(await shell('portability solver.prototxt', { files })).toEqual({
      status: 2,
      out: '',
      err: 'prototxt-lens: solver.prototxt is a solver, not a net; its net is net.prototxt\n',
    });
  });

  test('leaves out the layers that a deploy net lacks', async () => {
    const text = `layer { name: "d" type: "Data" top: "d" top: "l" data_param { source: "x" batch_size: 1 } }
layer { name: "p" type: "InnerProduct" bottom: "d" top: "p" inner_product_param { num_output: 2 } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "p" bottom: "l" top: "loss" }\n`;
    const { out } = await shell('portability --target ncnn train.prototxt', { files: { 'train.prototxt': text } });
    expect(out).toMatch(/^d +Data +rewrite\np +InnerProduct +yes\nloss +SoftmaxWithLoss +left out$/m);
  });
});
