import { concat } from '../lists';
import { bilinearProfile, enlargementOf, type Centre } from '../net/bilinear';
import type { FillInput, FillerRule } from '../net/rules';
import { formatShape } from '../net/shape';
import type { Problem } from '../problems';
import { refuseEmpty, refuseSparse } from './checks';

/**
 * The kernel of bilinear interpolation, the same in every channel, for a Deconvolution that upsamples by f = ⌈k/2⌉: (1
 * − |x/f − c|)(1 − |y/f − c|) with c = (k − 1) / (2f) (filler.hpp, BilinearFiller since 2017). It accepts only blobs
 * with four axes and square kernels, and takes no random draws.
 */
export const bilinear: FillerRule = bilinearBy(
  undefined,
  'The kernel of bilinear interpolation in every channel: (1 − |x/f − c|)(1 − |y/f − c|) with f = ⌈k/2⌉, c = (k − 1)/(2f). For a Deconvolution that upsamples, with `group` = `num_output`.',
);

/** The kernel for a given formula of its centre. */
export function bilinearBy(centre: Centre | undefined, summary: string): FillerRule {
  return {
    type: 'bilinear',
    summary,
    reads: ['sparse'],
    fill: (input) => {
      const size = kernelSize(input);
      const facts = size === null ? { mean: null, std: null } : kernelFacts(size, centre);
      return {
        distribution: centre === undefined ? { kind: 'bilinear' } : { kind: 'bilinear', centre },
        n: null,
        ...facts,
        formula: size === null ? '' : formulaOf(size, centre),
        problems: concat(refuseShape(input), refuseSparse(input, 'bilinear')),
      };
    },
  };
}

function formulaOf(size: number, centre: Centre | undefined): string {
  const factor = enlargementOf(size, centre);
  const [open, close] = centre === 'floor' ? ['⌊', '⌋'] : ['⌈', '⌉'];
  const top = centre === undefined ? `(${size} − 1)` : `(${2 * factor} − 1 − ${factor % 2})`;
  return `f = ${open}${size} / 2${close} = ${factor}, c = ${top} / ${2 * factor}`;
}

function kernelSize({ shape }: FillInput): number | null {
  const width = shape?.[3] ?? null;
  return shape?.length === 4 && width !== null && width > 0 && width === shape[2] && width <= 4096 ? width : null;
}

function kernelFacts(size: number, centre: Centre | undefined): { readonly mean: number; readonly std: number } {
  const profile = bilinearProfile(size, centre);
  const mean = profile.reduce((sum, value) => sum + value, 0) / size;
  const square = profile.reduce((sum, value) => sum + value * value, 0) / size;
  return { mean: Math.fround(mean * mean), std: Math.fround(Math.sqrt(Math.max(0, square * square - mean ** 4))) };
}

function refuseShape(input: FillInput): readonly Problem[] {
  const { shape, span } = input;
  if (shape === null) return [];
  if (shape.length !== 4)
    return [{ code: 'filler/bilinear-axes', span, args: { axes: shape.length, shape: formatShape(shape) } }];
  const [, , height = null, width = null] = shape;
  if (height !== null && width !== null && height !== width) {
    return [{ code: 'filler/bilinear-not-square', span, args: { height, width } }];
  }
  return refuseEmpty(input, 'bilinear');
}
