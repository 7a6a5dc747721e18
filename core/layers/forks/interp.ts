/**
 * Bilinear resizing. After cropping by `pad_beg` and `pad_end` (0 or below) a side is (in − 1) / shrink_factor + 1, or
 * in + (in − 1) · (zoom_factor − 1), or as given by `height` and `width`; both factors together apply only where these
 * are not set (interp_layer.cpp of PSPNet).
 */
import type { LayerRule, SetUpInput } from '../../net/rules';
import type { CostInput, Slide, Window } from '../../net/cost';
import type { Dim } from '../../net/shape';
import type { Problem } from '../../problems';
import { bool, has, num } from '../../schema/message';
import { plus } from '../shared/geometry';
import { legacyDim, legacyProblems } from '../shared/legacy';
import { noMacs } from '../shared/macs';
import { above, atLeast, atMost } from './fields';
import { made } from './results';
import { floats, matMul, slice } from '../../graph/operators';
import type { LoweringInput, NotLowered, Value } from '../../net/graph';

export const interp: LayerRule = {
  type: 'Interp',
  summary:
    'Bilinear resizing. Top: (N, C, `height`, `width`), or by `zoom_factor` in + (in − 1)·(zoom − 1), or by `shrink_factor` (in − 1) / shrink + 1.',
  param: 'interp_param',
  arity: { bottoms: { min: 1, max: 1 }, tops: { min: 1, max: 1 } },
  macs: noMacs,
  window: resized,
  onnx: nodes,
  setUp(input) {
    const {
      bottoms: [data],
    } = input;
    const [height, width] = [sizeOf(input, 'height'), sizeOf(input, 'width')];
    const problems = [...fieldProblems(input), ...legacyProblems(input, [0])];
    for (const [dimension, size] of [
      ['height', keptOf(input, 'height')],
      ['width', keptOf(input, 'width')],
      ['height', height],
      ['width', width],
    ] as const) {
      if (problems.length === 0 && size !== null && size <= 0) {
        problems.push({
          code: 'fork/field-bound',
          span: input.param.span,
          args: { name: dimension, relation: '>', bound: 0, found: size },
        });
      }
    }
    return made(input, [[legacyDim(data, 'num'), legacyDim(data, 'channels'), height, width]], problems);
  },
};

/** soeaver's: with `use_blob_size` it resizes to the size of a second bottom. */
export const interpToBlob: LayerRule = {
  ...interp,
  summary:
    'Bilinear resizing: to the size of the second bottom with `use_blob_size`, else by `height` and `width`, or by the factors.',
  arity: { bottoms: { min: 1, max: 2 }, tops: { min: 1, max: 1 } },
  setUp(input) {
    const {
      param,
      bottoms: [data, other],
    } = input;
    if (!bool(param, 'use_blob_size')) return interp.setUp(input);
    return made(
      input,
      [[legacyDim(data, 'num'), legacyDim(data, 'channels'), legacyDim(other, 'height'), legacyDim(other, 'width')]],
      legacyProblems(input, [0, 1]),
    );
  },
};

/** The size of a side after cropping. */
function keptOf({ param, bottoms: [data] }: SetUpInput, side: 'height' | 'width'): Dim {
  return plus(plus(legacyDim(data, side), num(param, 'pad_beg')), num(param, 'pad_end'));
}

function sizeOf(input: SetUpInput, side: 'height' | 'width'): Dim {
  const { param } = input;
  const size = keptOf(input, side);
  const [zoom, shrink] = [has(param, 'zoom_factor'), has(param, 'shrink_factor')];
  if (!(zoom !== shrink) && has(param, 'height') && has(param, 'width')) return num(param, side);
  const shrunk = shrink && size !== null ? Math.trunc((size - 1) / num(param, 'shrink_factor')) + 1 : size;
  return zoom && shrunk !== null ? shrunk + (shrunk - 1) * (num(param, 'zoom_factor') - 1) : shrunk;
}

/** A value of the top lies between two of the bottom, (in − 1) / (out − 1) apart; `pad_beg` crops the first ones. */
function resized({ param, bottoms: [data = null], tops: [top = null] }: CostInput): Window | null {
  const cut = num(param, 'pad_beg') + num(param, 'pad_end');
  const axes = [2, 3].map((axis): Slide | null => {
    const [from, to] = [data?.[axis] ?? null, top?.[axis] ?? null];
    if (from === null || to === null) return null;
    const step = to > 1 ? (from + cut - 1) / (to - 1) : 0;
    return { axis, step, first: -num(param, 'pad_beg'), extent: Number.isInteger(step) ? 1 : 2 };
  });
  return axes.includes(null) ? null : { kind: 'slide', axes: axes as readonly Slide[] };
}

function fieldProblems(input: SetUpInput): readonly Problem[] {
  const { param } = input;
  const problems = [...atMost(input, 'pad_beg', 0), ...atMost(input, 'pad_end', 0)];
  const [zoom, shrink] = [has(param, 'zoom_factor'), has(param, 'shrink_factor')];
  const sized = has(param, 'height') && has(param, 'width');
  if (shrink && (!sized || !zoom)) problems.push(...atLeast(input, 'shrink_factor', 1));
  if (zoom && (!sized || !shrink)) problems.push(...atLeast(input, 'zoom_factor', 1));
  if (!zoom && !shrink && !sized) problems.push({ code: 'fork/interp-size', span: param.span, args: {} });
  if (!zoom && !shrink && sized) problems.push(...above(input, 'height', 0), ...above(input, 'width', 0));
  return problems;
}

/** Interpolates rows and columns by matrix products: each value lies between two of the bottom. */
function nodes({ param, bottoms: [x], tops: [top = []] }: LoweringInput): readonly Value[] | NotLowered {
  if (x?.shape.length !== 4) return 'unknown';
  const [begin, end] = [-num(param, 'pad_beg'), num(param, 'pad_end')];
  const [height = 1, width = 1] = x.shape.slice(2);
  const kept = slice(x, [2, 3], [begin, begin], [height + end, width + end]);
  const [rows, columns] = [2, 3].map((axis) => between(kept.shape[axis] ?? 1, top[axis] ?? 1)) as [Matrix, Matrix];
  // out × in for the rows, in × out for the columns.
  const across = Float32Array.from({ length: columns.weights.length }, (_, i) => {
    const [from, to] = [Math.floor(i / columns.out), i % columns.out];
    return columns.weights[to * columns.in + from] ?? 0;
  });
  const wide = matMul(kept, floats(across, [columns.in, columns.out]));
  return [matMul(floats(rows.weights, [rows.out, rows.in]), wide)];
}

interface Matrix {
  readonly in: number;
  readonly out: number;
  /** One row per output. */
  readonly weights: Float32Array;
}

/** In float32, as in util/interp.cpp. */
function between(size: number, out: number): Matrix {
  const { fround } = Math;
  const step = out > 1 ? fround((size - 1) / (out - 1)) : 0;
  const weights = new Float32Array(size * out);
  for (let i = 0; i < out; i++) {
    const place = size === out ? i : fround(step * i);
    const first = Math.min(Math.trunc(place), size - 1);
    const share = fround(place - first);
    weights[i * size + first] = 1 - share;
    if (first < size - 1) weights[i * size + first + 1] = share;
  }
  return { in: size, out, weights };
}
