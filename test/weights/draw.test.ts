/** CRC-32 checksums of blobs that Caffe drew after `set_random_seed(1701)`. */
import { describe, expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import type { Filling } from '#core/net/distribution';
import { testState } from '#core/net/state';
import type { Engine } from '#core/random/engine';
import { plainEngine } from '#core/random/plain-engine';
import { crc32 } from '#core/weights/crc32';
import { drawBlobs, drawNet, type PlanDraw } from '#core/weights/draw';
import type { DrawPlan, PlannedBlob } from '#core/weights/plan';

function drawn(text: string): readonly string[] {
  const state = analyze(text, { dialect: bvlc }).state(testState);
  const draw = drawNet(state, 1701);
  return state.layers.flatMap(({ params }) =>
    params.map((weight) => crc32(draw.values(weight)?.values ?? new Float32Array())),
  );
}

test('computes the IEEE CRC-32 over little-endian bytes', () => {
  expect(crc32(new Float32Array(3))).toBe('7bd5c66f');
});

test('draws layer by layer, weight before bias', () => {
  const text = `
    layer { name: "in0" type: "Input" top: "in0" input_param { shape { dim: 1 dim: 4 dim: 1 dim: 3 } } }
    layer { name: "tile" type: "Tile" bottom: "in0" top: "out" tile_param { axis: 2 tiles: 1 } }
    layer { name: "next" type: "InnerProduct" bottom: "out" top: "next" inner_product_param { num_output: 3 weight_filler { type: "xavier" } } }`;
  expect(drawn(text)).toEqual(['df6fdda4', '7bd5c66f']);
});

test('draws the same values again, or in another order', () => {
  const text = `
    layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }
    layer { name: "a" type: "Convolution" bottom: "d" top: "a" convolution_param { num_output: 4 kernel_size: 3 weight_filler { type: "msra" } bias_filler { type: "uniform" } } }
    layer { name: "b" type: "InnerProduct" bottom: "a" top: "b" inner_product_param { num_output: 5 weight_filler { type: "gaussian" sparse: 2 } } }`;
  const state = analyze(text, { dialect: bvlc }).state(testState);
  const weights = state.layers.flatMap(({ params }) => params);
  const forward = drawNet(state, 7);
  const inOrder = weights.map((weight) => crc32(forward.values(weight)?.values ?? new Float32Array()));
  const backward = drawNet(state, 7);
  const reversed = [...weights].reverse().map((weight) => crc32(backward.values(weight)?.values ?? new Float32Array()));
  expect(reversed.reverse()).toEqual(inOrder);
  expect(new Set(inOrder).size).toBe(4);
});

describe('the state of the generator', () => {
  const normal: Filling = { kind: 'normal', mean: 0, std: 0.01 };
  const blobs: readonly PlannedBlob[] = [
    { shape: [700, 800], distribution: normal, owner: 0 },
    { shape: [700], distribution: { kind: 'constant', value: 0.1 }, owner: 1 },
    { shape: [9, 5], distribution: { kind: 'uniform', min: -1, max: 1 }, owner: 2 },
    { shape: [700, 800], distribution: normal, owner: 3 },
  ];
  const plan: DrawPlan = { blobs, steps: blobs.map((_, blob) => ({ kind: 'fill', blob })) };
  const sumOf = (draw: PlanDraw, blob: number): string => crc32(draw.values(blob)?.values ?? new Float32Array());

  /** An engine that counts the normal values that it draws. */
  function counted(): { readonly engine: Engine; readonly normals: () => number } {
    const inner = plainEngine();
    let normals = 0;
    const engine: Engine = {
      ...inner,
      normal: (part, ...rest) => {
        normals += part.length;
        inner.normal(part, ...rest);
      },
    };
    return { engine, normals: () => normals };
  }

  test('is kept, so that drawing a blob again costs only that blob', () => {
    const { engine, normals } = counted();
    const draw = drawBlobs(plan, 7, engine);
    const first = sumOf(draw, 3);
    expect(normals()).toBe(2 * 700 * 800);
    expect(sumOf(draw, 3)).toBe(first);
    expect(normals()).toBe(3 * 700 * 800);
  });

  test('is kept when a later part of the net is edited', () => {
    const { engine, normals } = counted();
    const draw = drawBlobs(plan, 7, engine);
    sumOf(draw, 3);
    const edited = blobs.map((blob, i) => (i === 2 ? { ...blob, shape: [10, 5] } : blob));
    const before = normals();
    expect(sumOf(draw.replan({ ...plan, blobs: edited }), 3)).toBe(sumOf(drawBlobs({ ...plan, blobs: edited }, 7), 3));
    expect(normals() - before).toBe(700 * 800);
  });

  test('is skipped to with progress, while others can draw', () => {
    const engine = plainEngine();
    const draw = drawBlobs(plan, 7, engine);
    const values = new Float32Array(700 * 800);
    const shares: number[] = [];
    for (const { done, total, part } of draw.parts(3, (start, end) => values.subarray(start, end))) {
      shares.push(done / total);
      if (!part) engine.uniform(new Float32Array(5), 0, 1);
    }
    expect(shares.filter((share) => share < 0.5).length).toBeGreaterThan(1);
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual(shares.toSorted((one, other) => one - other));
    expect(crc32(values)).toBe(sumOf(drawBlobs(plan, 7), 3));
  });
});
