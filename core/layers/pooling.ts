/**
 * The maximum, average or a random value of each window. A spatial size becomes ⌈(in + 2·pad − kernel) / stride⌉ + 1:
 * rounded up unless `round_mode` is FLOOR, unlike Convolution; with padding, a last window that would start beyond the
 * image is dropped. Max pooling can output the positions as a second top. Source: pooling_layer.cpp.
 */
import type { CostInput, Slide, Window as CostWindow } from '../net/cost';
import { writesTooSoon } from '../net/in-place';
import type { Arity, LayerRule, SetUpInput, SetUpResult } from '../net/rules';
import { formatShape, type Dim, type Shape } from '../net/shape';
import type { Problem, Span } from '../problems';
import { bool, has, num, placeOf, str, type Message } from '../schema/message';
import { atBottom } from './shared/at';
import { blobProblems, int32 } from './shared/geometry';
import { pooledSize, type Window } from './shared/pooled-size';
import { noMacs } from './shared/macs';
import { slide } from './shared/windows';
import { average, largest, type PoolAxes } from '../moments/pool';
import type { PoolAxis } from '../moments/window';
import type { LoweringInput, NotLowered, Value } from '../net/graph';
import { countOf, expand, reshape, scalar } from '../graph/operators';
import { largestMemory, overwritten, rowsOf } from './shared/in-place';
import { averagePooling, lowest, maxPooling } from './shared/pooling-nodes';

const sides = ['h', 'w'] as const;

export const pooling: LayerRule = {
  type: 'Pooling',
  summary:
    'Takes the maximum (`MAX`) or average (`AVE`) of each window. Top: (N, C, H, W) with `(in + 2·pad − kernel) / stride + 1`, ' +
    'rounded up unless `round_mode: FLOOR`.',
  param: 'pooling_param',
  skeleton: { name: 'pool1', body: 'pool: ${1|MAX,AVE,STOCHASTIC|}\nkernel_size: ${2:2}\nstride: ${3:2}' },
  arity: { bottoms: { min: 1, max: 1 }, tops: { min: 1, max: 2 } },
  arityFor: (param): Arity => ({
    bottoms: { min: 1, max: 1 },
    tops: { min: 1, max: str(param, 'pool') === 'MAX' ? 2 : 1 },
  }),
  deadFields: ({ param }) =>
    has(param, 'kernel_size') ? ['kernel_h', 'kernel_w'].map((field) => ({ field, cause: 'kernel_size' })) : [],
  inPlace: { ...writesTooSoon, onnx: inPlaceNodes, clears: true },
  macs: noMacs,
  readsTopShape: true,
  window: poolingWindow,
  keepsCopies: true,
  onnx: nodes,
  setUp: poolingBy((param) => str(param, 'round_mode')),
  moments({ param, bottoms: [bottom = null], bottomShapes: [shape = null], topShapes: [top = null] }) {
    const method = str(param, 'pool');
    const axes = axesOf(param, shape, top);
    if (!bottom || !axes || method === 'STOCHASTIC') return null;
    const pooled = method === 'MAX' ? largest(bottom, axes) : average(bottom, axes);
    // A second top has the positions of the maxima, whose distribution is not modelled.
    return { tops: [pooled.top, null], backward: ([gradient = null]) => [gradient && pooled.back(gradient)] };
  },
};

/** How the size is rounded: `CEIL` or `FLOOR`. */
export type Rounding = (param: Message) => string;

/** Whether a last window that would start beyond the image is dropped. */
export type Dropping = (windows: readonly KnownWindow[]) => boolean;

export function whenPadded(windows: readonly KnownWindow[]): boolean {
  return windows.some(({ pad }) => pad !== 0);
}

/** How many windows are added at the end of each side. */
export type Adding = (windows: readonly KnownWindow[]) => number;

/** Forks select the rounding by other fields, and drop or add windows in other cases. */
export function poolingBy(
  rounding: Rounding,
  drops: Dropping = whenPadded,
  adds: Adding = () => 0,
): LayerRule['setUp'] {
  return (input) => setUp(input, rounding, drops, adds);
}

function axesOf(param: Message, shape: Shape, top: Shape): PoolAxes | null {
  const [vertical, horizontal] = sides.map((_, i): PoolAxis | null => {
    const [input = null, output = null] = [shape?.[i + 2], top?.[i + 2]];
    const { kernel, stride, pad } = windowOf(param, i, input);
    if (input === null || output === null || kernel === null) return null;
    // Strides below 1, negative padding, and empty images and windows are not modelled.
    return Math.min(kernel, stride, input, output) < 1 || pad < 0 ? null : { kernel, stride, pad, input, output };
  });
  return vertical && horizontal ? [vertical, horizontal] : null;
}

function setUp(input: SetUpInput, rounding: Rounding, drops: Dropping, adds: Adding): SetUpResult {
  const {
    layer,
    param,
    bottoms: [data = null],
  } = input;
  const problems = [...pairProblems(param), ...axesProblems(input)];
  const nothing = (found: readonly Problem[]): SetUpResult => ({
    tops: layer.tops.map(() => null),
    params: [],
    problems: found,
  });
  if (problems.length > 0) return nothing(problems);
  const windows = sides.map((_, i) => windowOf(param, i, data?.[i + 2] ?? null));
  const wrong = windowProblems(param, windows);
  if (wrong.length > 0) return nothing(wrong);
  if (data === null) return nothing([]);
  const sizes = windows.map((window, i) =>
    sizeOf(data[i + 2] ?? null, window, rounding(param), drops(windows), adds(windows)),
  );
  const negative = sizes.findIndex((size) => size !== null && size < 0);
  if (negative >= 0)
    return nothing([
      negativeSize(
        param,
        windows[negative] as KnownWindow,
        data[negative + 2] ?? null,
        sizes[negative] ?? null,
        negative,
      ),
    ]);
  const top = [...data.slice(0, 2), ...sizes];
  const rejected = blobProblems(layer, top, 0);
  return rejected.length > 0 ? nothing(rejected) : { tops: layer.tops.map(() => top), params: [], problems: [] };
}

/** The last window may extend beyond the image; it sees no values there. */
function poolingWindow({ param, bottoms: [data = null] }: CostInput): CostWindow | null {
  const axes: Slide[] = [];
  for (const i of sides.keys()) {
    const { kernel, stride, pad } = windowOf(param, i, data?.[i + 2] ?? null);
    if (kernel === null) return null;
    axes.push(slide(i + 2, kernel, stride, pad));
  }
  return { kind: 'slide', axes };
}

/** The kernel of global pooling is the image, whose size may be unknown. */
export interface KnownWindow extends Omit<Window, 'kernel'> {
  readonly kernel: Dim;
}

function windowOf(param: Message, side: number, input: Dim): KnownWindow {
  const suffix = sides[side] ?? 'h';
  const of = (plain: string, own: string): number =>
    int32(num(param, has(param, plain) || !has(param, `${own}_${suffix}`) ? plain : `${own}_${suffix}`));
  return {
    kernel: bool(param, 'global_pooling') ? input : of('kernel_size', 'kernel'),
    stride: of('stride', 'stride'),
    pad: of('pad', 'pad'),
  };
}

function sizeOf(input: Dim, { kernel, stride, pad }: KnownWindow, round: string, drops: boolean, added: number): Dim {
  // Global pooling of an image of unknown size has one window in any case.
  if (input === null) return kernel === null ? 1 : null;
  return kernel === null ? null : pooledSize(input, { kernel, stride, pad }, round, drops, added);
}

/** Either the plain field, or both of its halves. */
function pairProblems(param: Message): readonly Problem[] {
  const problems: Problem[] = [];
  const global = bool(param, 'global_pooling');
  if (global) {
    const field = ['kernel_size', 'kernel_h', 'kernel_w'].find((name) => has(param, name));
    if (field)
      problems.push({ code: 'layer/global-pooling-kernel', span: placeOf(param, field), args: { name: field } });
  }
  for (const [plain, own] of [
    ['kernel_size', 'kernel'],
    ['pad', 'pad'],
    ['stride', 'stride'],
  ] as const) {
    if (own === 'kernel' && global) continue;
    const halves = sides.filter((side) => has(param, `${own}_${side}`));
    const pair = [`${own}_h`, `${own}_w`];
    if (has(param, plain) && (own === 'kernel' ? halves.length === 2 : halves.length > 0)) {
      problems.push({ code: 'layer/pair-and-plain', span: placeOf(param, plain), args: { plain, pair } });
    } else if (!has(param, plain) && halves.length === 1) {
      problems.push({
        code: 'layer/half-of-pair',
        span: placeOf(param, `${own}_${halves[0] ?? 'h'}`),
        args: { name: `${own}_${halves[0] ?? 'h'}`, pair },
      });
    } else if (own === 'kernel' && !has(param, plain) && halves.length === 0) {
      problems.push({
        code: 'layer/kernel-missing',
        span: param.span,
        args: {},
      });
    }
  }
  return problems;
}

function axesProblems({ layer, bottoms: [data = null] }: SetUpInput): readonly Problem[] {
  if (data === null || data.length === 4) return [];
  return [atBottom(layer, 0, 'layer/four-axes', { shape: formatShape(data) })];
}

function windowProblems(param: Message, windows: readonly KnownWindow[]): readonly Problem[] {
  const problems: Problem[] = [];
  const padded = windows.find(({ pad }) => pad !== 0);
  if (bool(param, 'global_pooling')) {
    const side = windows.findIndex(({ pad, stride }) => pad !== 0 || stride !== 1);
    const window = windows[side];
    if (window) {
      const own = window.pad === 0 ? 'stride' : 'pad';
      return [{ code: 'layer/global-pooling-window', span: placeOfSide(param, own, own, side), args: { name: own } }];
    }
  }
  const method = str(param, 'pool');
  if (padded && method !== 'AVE' && method !== 'MAX') {
    problems.push({ code: 'layer/pooling-padding', span: placeOf(param, 'pool'), args: { pool: method } });
  }
  windows.forEach(({ kernel, stride, pad }, side) => {
    const span = placeOfSide(param, 'kernel_size', 'kernel', side);
    if (kernel !== null && kernel <= 0)
      problems.push({ code: 'layer/kernel-not-positive', span, args: { name: 'kernel_size', value: kernel } });
    else if (padded && kernel !== null && pad >= kernel) {
      problems.push({
        code: 'layer/pad-too-large',
        span: placeOfSide(param, 'pad', 'pad', side),
        args: { pad, kernel },
      });
    }
    if (stride === 0)
      problems.push({
        code: 'layer/stride-not-positive',
        span: placeOfSide(param, 'stride', 'stride', side),
        args: { name: 'stride', value: 0 },
      });
  });
  return problems.filter(
    (problem, i) =>
      problems.findIndex(({ code, span }) => code === problem.code && span.start === problem.span.start) === i,
  );
}

function negativeSize(param: Message, { kernel, pad }: KnownWindow, input: Dim, size: Dim, side: number): Problem {
  const span = placeOfSide(param, 'kernel_size', 'kernel', side);
  return { code: 'layer/output-negative', span, args: { size, input, kernel, pad, dilation: 1 } };
}

function placeOfSide(param: Message, plain: string, own: string, side: number): Span {
  const half = `${own}_${sides[side] ?? 'h'}`;
  return placeOf(param, has(param, plain) || !has(param, half) ? plain : half);
}

function nodes({ layer, param, bottoms: [x], tops: [top = []] }: LoweringInput): readonly Value[] | NotLowered {
  if (!x) return 'unknown';
  const windows = sides.map((_, i): Window => {
    const size = x.shape[i + 2] ?? 1;
    return { ...windowOf(param, i, size), kernel: windowOf(param, i, size).kernel ?? size };
  });
  switch (str(param, 'pool')) {
    case 'MAX':
      return maxPooling(x, windows, top).slice(0, layer.tops.length);
    case 'AVE':
      return [averagePooling(x, windows, top)];
    default:
      // Caffe implements it on the GPU only.
      return 'no-forward';
  }
}

/**
 * In place, Caffe first sets the top to the start of a maximum or a sum, which destroys as much of the bottom. The
 * values after it are unchanged, but each plane is read at the offset of the top's plane: the blob has the top's shape
 * by then. Without padding no value is read that was written before.
 */
function inPlaceNodes(input: LoweringInput): readonly Value[] | NotLowered {
  const {
    layer,
    param,
    bottoms: [x],
    tops: [top = []],
  } = input;
  if (!x) return 'unknown';
  const method = str(param, 'pool');
  if (method === 'STOCHASTIC') return 'no-forward';
  const start = method === 'MAX' ? lowest : 0;
  const [size, whole] = [countOf(top), countOf(x.shape)];
  if (layer.tops.length > 1 || whole > largestMemory) return 'spoilt';
  if (size >= whole) return [expand(scalar(start), top)];
  if (sides.some((_, i) => windowOf(param, i, 1).pad !== 0)) return 'spoilt';
  const planes = countOf(top.slice(0, 2));
  const read = rowsOf(overwritten(x, size, start), planes, size / planes, whole / planes);
  return nodes({ ...input, bottoms: [reshape(read, x.shape)] });
}
