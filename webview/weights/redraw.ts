/** Stores only the generator's state for each part of a blob, and draws the parts that are displayed again. */
import { firstIndexOf } from '#core/lists';
import type { PlanDraw } from '#core/weights/draw';
import { passingRoom, type Mark, type Part } from '#core/weights/parts';
import type { Region } from '#core/weights/region';

export interface Redrawable {
  /** Adds the parts in the order in which they are drawn. */
  readonly add: (part: Part) => void;
  /** How many values are available, from the start of the blob. */
  readonly ready: () => number;
  /** Values that are not available are 0. */
  readonly region: (asked: Region) => Float32Array<ArrayBuffer>;
}

interface Kept {
  readonly start: number;
  readonly end: number;
  readonly mark: Mark;
}

export function redrawable(draw: PlanDraw, blob: number): Redrawable {
  const kept: Kept[] = [];
  const room = passingRoom();

  const valuesOf = ({ start, mark }: Kept): Float32Array => {
    for (const part of draw.again(blob, mark, room)) if (part.start === start) return part.values;
    return new Float32Array();
  };

  return {
    add: ({ start, values, mark }) => void kept.push({ start, end: start + values.length, mark }),
    ready: () => kept.at(-1)?.end ?? 0,
    region: ({ start, rows, width, stride }) => {
      const found = new Float32Array(rows * width);
      let drawn: Kept | undefined;
      let values: Float32Array = new Float32Array();
      for (let row = 0; row < rows; row++) {
        const first = start + row * stride;
        for (let at = first; at < first + width; ) {
          const part = kept[firstIndexOf(kept, ({ end }) => end > at)];
          if (!part) return found;
          if (part !== drawn) values = valuesOf((drawn = part));
          const end = Math.min(part.end, first + width);
          found.set(values.subarray(at - part.start, end - part.start), row * width + at - first);
          at = end;
        }
      }
      return found;
    },
  };
}
