/** A blob of which only the generator's states are kept, one a part: what is seen of it is drawn again. */
import { firstIndexOf } from '#core/lists';
import type { PlanDraw } from '#core/weights/draw';
import { passingRoom, type Mark, type Part } from '#core/weights/parts';
import type { RegionRequest } from './worker-messages';

export interface Redrawable {
  /** Takes the parts as they are drawn, first to last. */
  readonly add: (part: Part) => void;
  /** How many of the values can be had, from the first. */
  readonly ready: () => number;
  /** 0 in place of what is not ready. */
  readonly region: (asked: RegionRequest) => Float32Array<ArrayBuffer>;
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
