/**
 * Receptive fields: the interval of the net's input that a value of a blob can see, from the windows of the layers
 * between. After a window of `extent` values, `step` apart, a field of size s and jump j becomes one of size s +
 * (extent − 1)·j, and its jump j·step; where branches meet, the field is the smallest interval that contains all of
 * theirs.
 */
import type { Slide, Window } from '../net/cost';
import type { Dim, Shape } from '../net/shape';

/** Along one spatial axis of the input (axes from the third on), in input pixels. */
export interface AxisField {
  /** Number of pixels, including those in the padding. */
  readonly size: number;
  /** Distance from one value's field to the next; 0 where all values see the same. */
  readonly jump: number;
  /** Where the first value's field begins; below 0 in the padding. */
  readonly start: number;
  /** The axis of this blob that corresponds to the input axis; null where its positions are folded into other axes. */
  readonly axis: number | null;
  /** Number of positions with different fields; null if unknown. */
  readonly places: Dim;
}

/**
 * One per spatial axis; empty for blobs without spatial axes. Null: unknown, or after a layer whose window is not
 * modelled.
 */
export type Field = readonly AxisField[] | null;

const firstSpatial = 2;

/** The field of a blob of this shape, made by a layer with this window from bottoms with these fields. */
export function through(window: Window | null | undefined, bottoms: readonly Field[], shape: Shape): Field {
  if (!window) return null;
  switch (window.kind) {
    case 'source':
      return (
        shape
          ?.slice(firstSpatial)
          .map((places, i) => ({ size: 1, jump: 1, start: 0, axis: firstSpatial + i, places })) ?? null
      );
    case 'blind':
      return [];
    case 'place':
      return placed(union(bottoms), shape);
    case 'moved':
      return map(union(bottoms), (axis) => ({ ...axis, axis: null }));
    case 'slide':
      return placed(
        map(union(bottoms.slice(0, window.bottoms)), (axis) => slid(axis, window.axes)),
        shape,
      );
    case 'all':
      return placed(
        map(union(bottoms), (axis) => seeingAll(axis, window)),
        shape,
      );
  }
}

function map(field: Field, change: (axis: AxisField) => AxisField | null): Field {
  if (field === null) return null;
  const changed = field.map(change);
  return changed.includes(null) ? null : (changed as readonly AxisField[]);
}

/** The field with the number of positions of the blob's current shape. */
function placed(field: Field, shape: Shape): Field {
  return map(field, (axis) => (axis.axis === null ? axis : { ...axis, places: shape?.[axis.axis] ?? null }));
}

function slid(axis: AxisField, slides: readonly Slide[]): AxisField | null {
  const slide = slides.find((each) => each.axis === axis.axis);
  // A window over values folded from many positions has no single interval.
  if (!slide) return axis.axis === null && slides.some(({ extent }) => extent > 1) ? null : axis;
  return {
    ...axis,
    size: axis.size + (slide.extent - 1) * axis.jump,
    jump: axis.jump * slide.step,
    start: axis.start + slide.first * axis.jump,
  };
}

function seeingAll(axis: AxisField, { from, to, places }: Extract<Window, { kind: 'all' }>): AxisField | null {
  if (axis.axis !== null && (axis.axis < from || axis.axis >= to)) return axis;
  if (axis.axis === null && to !== Infinity && axis.places !== 1) return axis;
  if (axis.places === null) return null;
  const size = axis.size + Math.max(0, axis.places - 1) * axis.jump;
  return places === 'kept' ? { ...axis, size, jump: 0 } : { ...axis, size, jump: 0, axis: null, places: 1 };
}

function union(fields: readonly Field[]): Field {
  const [first = [], ...others] = fields;
  let all = first;
  for (const other of others) {
    if (all === null || other === null) return null;
    all = all.length < other.length ? join(other, all) : join(all, other);
  }
  return all;
}

function join(longer: readonly AxisField[], shorter: readonly AxisField[]): Field {
  return map(longer, (a) => {
    const b = shorter[longer.indexOf(a)];
    if (!b) return a;
    if (a.jump !== b.jump && a.jump !== 0 && b.jump !== 0) return null;
    if (a.axis !== b.axis && a.axis !== null && b.axis !== null) return null;
    const start = Math.min(a.start, b.start);
    const size = Math.max(a.start + a.size, b.start + b.size) - start;
    const wider = a.axis === null ? b : a;
    return { size, start, jump: Math.max(a.jump, b.jump), axis: wider.axis, places: wider.places };
  });
}
