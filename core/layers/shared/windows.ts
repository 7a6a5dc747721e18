/** Windows that many layers share; see `core/net/cost`. */
import type { CostInput, Slide, Window } from '../../net/cost';
import type { Dim } from '../../net/shape';
import { has, num, type Message } from '../../schema/message';

export const samePlace = (): Window => ({ kind: 'place' });

/** One value, from another position of the bottom. */
export const moved = (): Window => ({ kind: 'moved' });

/** No values of the bottoms, only their shapes. */
export const blind = (): Window => ({ kind: 'blind' });

/** The whole height and width, which keep their sizes. */
export const acrossPlane = (): Window => ({ kind: 'all', from: 2, to: 4, places: 'kept' });

export const source = (): Window => ({ kind: 'source' });

/** A single value computed from everything. A second top (probabilities) has its own window, which is not modelled. */
export const everything = ({ tops }: CostInput): Window | null =>
  tops.length > 1 ? null : { kind: 'all', from: 0, to: Infinity, places: 'folded' };

/** All values along `extent` axes from the one in the field `axis` on. */
export function fromAxis(input: CostInput, extent: number, places: 'kept' | 'folded'): Window | null {
  const axis = frontAxis(input.param, 'axis', input);
  return axis === null ? null : { kind: 'all', from: axis, to: axis + extent, places };
}

/** The same position, for layers that join or cut along an axis before the spatial ones; unknown along those. */
export function alongAxis(axis: number, { bottoms: [data = null] }: CostInput): Window | null {
  if (axis >= 0) return axis < 2 ? samePlace() : null;
  return data !== null && axis + data.length < 2 ? samePlace() : null;
}

/** The field's value as an axis from the front; null where that depends on an unknown shape. */
export function frontAxis(param: Message, field: string, { bottoms: [data = null] }: CostInput): Dim {
  const axis = num(param, field);
  return axis >= 0 ? axis : data === null ? null : axis + data.length;
}

/** A kernel that moves along an axis; `extent` is that of the dilated kernel. */
export function slide(axis: number, extent: number, stride: number, pad: number): Slide {
  return { axis, step: stride, first: -pad, extent };
}

/** The axis of Concat and Slice, which old nets give in another field. */
export function oldOrNewAxis(param: Message, old: string): number {
  return num(param, has(param, old) ? old : 'axis');
}
