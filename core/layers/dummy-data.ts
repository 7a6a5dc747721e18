/**
 * Tops that fillers fill: constant ones once, others at each iteration. Shapes are given by `shape`, or by the old num,
 * channels, height and width, each once or once per top. Source: dummy_data_layer.cpp.
 */
import type { LayerRule, ParamBlob, SetUpInput, SetUpResult } from '../net/rules';
import type { Dim, Shape } from '../net/shape';
import type { Problem } from '../problems';
import { emptyField, entriesOf, nums, subs, subOrEmpty, valueSpan, type Message } from '../schema/message';
import { blobProblems, countOf, int32 } from './shared/geometry';
import { dimensions } from './shared/legacy';
import { writtenShape } from './shared/written-shape';
import { noMacs } from './shared/macs';
import { source } from './shared/windows';
import { filledMoments } from '../moments/source';
import { drawn, expand, scalar } from '../graph/operators';

export const dummyData: LayerRule = {
  type: 'DummyData',
  summary: 'Produces blobs of the given shapes, filled by `data_filler` (0 without one), instead of reading data.',
  param: 'dummy_data_param',
  skeleton: { name: 'data', body: 'shape { dim: ${1:1} dim: ${2:3} dim: ${3:224} dim: ${4:224} }' },
  arity: { bottoms: { min: 0, max: 0 }, tops: { min: 1 } },
  source: true,
  setsUpOnce: true,
  macs: noMacs,
  window: source,
  moments: ({ topShapes, fills }) => ({
    tops: topShapes.map((shape, i) => filledMoments(shape, fills[i])),
    backward: () => [],
  }),
  onnx: ({ tops, fills }) => {
    const filled = tops.map((shape, i) => {
      const filling = fills[i];
      if (!filling) return undefined;
      // A constant is filled once, at set-up.
      return filling.kind === 'constant'
        ? expand(scalar(filling.value), shape)
        : drawn(shape, { kind: 'fill', filling });
    });
    return filled.every((value) => value !== undefined) ? filled : 'unknown';
  },
  setUp(input) {
    const { layer, param } = input;
    const fillers = subs(param, 'data_filler');
    const problems: Problem[] = [];
    if (fillers.length > 1 && fillers.length !== layer.tops.length) {
      const span = fillers[layer.tops.length]?.span ?? fillers[fillers.length - 1]?.span ?? param.span;
      problems.push({ code: 'layer/filler-count', span, args: { found: fillers.length, tops: layer.tops.length } });
    }
    const shapes = shapesOf(input);
    problems.push(...shapes.problems);
    return withFills(input, problems.length > 0 ? layer.tops.map(() => null) : shapes.tops, fillers, problems);
  },
};

function withFills(
  { layer, param }: SetUpInput,
  tops: readonly Shape[],
  fillers: readonly Message[],
  problems: readonly Problem[],
): SetUpResult {
  const unwritten = emptyField(param, 'data_filler');
  const fills = tops.map((shape, i): ParamBlob => {
    const filler = fillers[fillers.length === 1 ? 0 : i] ?? unwritten;
    return {
      role: layer.tops[i]?.name ?? 'data',
      fillerField: 'data_filler',
      shape,
      start: { kind: 'filler', filler },
    };
  });
  return { tops, params: [], fills, problems };
}

function shapesOf(input: SetUpInput): { readonly tops: readonly Shape[]; readonly problems: readonly Problem[] } {
  const { layer, param } = input;
  const nTops = layer.tops.length;
  const shapes = subs(param, 'shape');
  const old = dimensions.filter((field) => entriesOf(param, field).length > 0);
  const problems: Problem[] = [];
  if (old.length > 0 && shapes.length > 0) {
    return {
      tops: [],
      problems: [{ code: 'layer/shape-and-legacy', span: shapes[0]?.span ?? param.span, args: { old } }],
    };
  }
  const tops: Shape[] = [];
  if (old.length > 0) {
    for (const field of dimensions) {
      const found = entriesOf(param, field);
      if (found.length === 1 || found.length === nTops) continue;
      const entry = found[nTops] ?? found[found.length - 1];
      const span = entry ? valueSpan(entry) : param.span;
      problems.push({ code: 'layer/legacy-count', span, args: { name: field, found: found.length, tops: nTops } });
    }
    for (let i = 0; i < nTops; i++)
      tops.push(
        dimensions.map((field): Dim => int32(nums(param, field)[nums(param, field).length === 1 ? 0 : i] ?? 0)),
      );
  } else {
    if (shapes.length !== 1 && shapes.length !== nTops) {
      const span = shapes[nTops]?.span ?? shapes[shapes.length - 1]?.span ?? param.span;
      return {
        tops: [],
        problems: [{ code: 'layer/dummy-shape-count', span, args: { found: shapes.length, tops: nTops } }],
      };
    }
    for (let i = 0; i < nTops; i++) {
      const message = shapes[shapes.length === 1 ? 0 : i] ?? subOrEmpty(param, 'shape');
      const { shape, problems: wrong } = writtenShape(message);
      if (i === 0 || shapes.length > 1) problems.push(...wrong);
      tops.push(shape);
    }
  }
  if (problems.length === 0) tops.forEach((shape, i) => problems.push(...blobProblems(layer, shape, i)));
  const empty = tops.findIndex((shape) => countOf(shape) === 0);
  if (problems.length === 0 && empty >= 0) problems.push(...emptyTop(input, empty));
  return { tops, problems };
}

/** A constant filler runs at set-up, and an empty blob has no memory to fill. */
function emptyTop({ layer, param }: SetUpInput, index: number): readonly Problem[] {
  const fillers = subs(param, 'data_filler');
  const filler = fillers[fillers.length === 1 ? 0 : index];
  const type = filler?.entries.find(({ field }) => field.name === 'type')?.value ?? 'constant';
  return type === 'constant'
    ? [{ code: 'layer/empty-top', span: layer.tops[index]?.span ?? layer.typeSpan, args: {} }]
    : [];
}
