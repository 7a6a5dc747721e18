/** Windows that many layers have; see `core/net/cost`. */
import type { CostInput, Slide, Window } from '../../net/cost';
import type { Dim } from '../../net/shape';
import { has, num, type Message } from '../../schema/message';

export const samePlace = (): Window => ({ kind: 'place' });

/** One value, from another place of the bottom. */
export const moved = (): Window => ({ kind: 'moved' });

/** Nothing of the bottoms but their shapes. */
export const blind = (): Window => ({ kind: 'blind' });

/** The whole height and width, which stay. */
export const acrossPlane = (): Window => ({ kind: 'all', from: 2, to: 4, places: 'kept' });

export const source = (): Window => ({ kind: 'source' });

/** A single value of everything. A second top (probabilities) has a window of its own, which is not modelled. */
export const everything = ({ tops }: CostInput): Window | null =>
  tops.length > 1 ? null : { kind: 'all', from: 0, to: Infinity, places: 'folded' };

/** All along the axes from the one in the field `axis` on, `extent` of them. */
export function fromAxis(input: CostInput, extent: number, places: 'kept' | 'folded'): Window | null {
  const axis = frontAxis(input.param, 'axis', input);
  return axis === null ? null : { kind: 'all', from: axis, to: axis + extent, places };
}

/** The same place, for layers that join or cut along an axis before the spatial ones; unknown along those. */
export function alongAxis(axis: number, { bottoms: [data = null] }: CostInput): Window | null {
  if (axis >= 0) return axis < 2 ? samePlace() : null;
  return data !== null && axis + data.length < 2 ? samePlace() : null;
}

/** The field's value as an axis from the front; null where that takes a shape that is not known. */
export function frontAxis(param: Message, field: string, { bottoms: [data = null] }: CostInput): Dim {
  const axis = num(param, field);
  return axis >= 0 ? axis : data === null ? null : axis + data.length;
}

/** A kernel that moves over an axis; `extent` is that of the dilated kernel. */
export function slide(axis: number, extent: number, stride: number, pad: number): Slide {
  return { axis, step: stride, first: -pad, extent };
}

/** The axis of Concat and Slice, which old nets name otherwise. */
export function oldOrNewAxis(param: Message, old: string): number {
  return num(param, has(param, old) ? old : 'axis');
}
