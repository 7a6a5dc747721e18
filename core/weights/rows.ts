/** Fillers that draw all values and then scale each row (the values of one output, count / shape[0]), in float32. */
import type { Engine } from '../random/engine';
import { inParts, partValues, type Mark, type Part, type Room } from './parts';
import { squareSum, type RowSum } from './square-sum';

const { fround } = Math;

export interface RowRule {
  readonly draw: (engine: Engine, part: Float32Array) => void;
  /** Sums a row from its parts; each but the last has `partValues` values. */
  readonly measure: () => RowSum;
  readonly scale: (part: Float32Array, sum: number) => void;
}

/** PositiveUnitballFiller: U(0, 1), divided by their sum, which is added up in order. */
export const shares: RowRule = {
  draw: (engine, part) => engine.uniform(part, 0, 1),
  measure: () => {
    let sum = 0;
    return {
      add: (part) => {
        for (let i = 0; i < part.length; i++) sum = fround(sum + (part[i] as number));
      },
      result: () => {
        const row = sum;
        sum = 0;
        return row;
      },
    };
  },
  scale: (part, sum) => {
    for (let i = 0; i < part.length; i++) part[i] = (part[i] as number) / sum;
  },
};

/** happynear's gaussian_unitball: N(0, 1), times 1 / √(the sum of their squares + 10⁻¹²). */
export const unitLength: RowRule = {
  draw: (engine, part) => engine.normal(part, 0, 1),
  measure: squareSum,
  scale: (part, sum) => {
    const factor = fround(1 / fround(Math.sqrt(fround(sum + 1e-12))));
    for (let i = 0; i < part.length; i++) part[i] = (part[i] as number) * factor;
  },
};

export interface Rows {
  /** The index of the first value to fill; a mark of an earlier run where drawing is resumed. */
  readonly from: number;
  readonly count: number;
  readonly rows: number;
}

/** A row too long for one part is drawn twice, and the mark of all its parts is its start. */
export function* fillRows(
  engine: Engine,
  { draw, measure, scale }: RowRule,
  { from, count, rows }: Rows,
  room: Room,
): Generator<Part> {
  const width = count / rows;
  const sum = measure();
  const here = (start: number): Mark => ({ start, state: engine.save() });
  if (width <= partValues) {
    yield* inParts({ from, to: count, size: width * Math.floor(partValues / width), room, mark: here }, (part) => {
      draw(engine, part);
      for (let start = 0; start < part.length; start += width) {
        const row = part.subarray(start, start + width);
        sum.add(row);
        scale(row, sum.result());
      }
    });
    return;
  }
  const scratch = new Float32Array(partValues);
  for (let start = from; start < count; start += width) {
    const before = here(start);
    for (let i = 0; i < width; i += partValues) {
      const part = scratch.subarray(0, Math.min(partValues, width - i));
      draw(engine, part);
      sum.add(part);
    }
    const ofRow = sum.result();
    engine.restore(before.state);
    yield* inParts({ from: start, to: start + width, size: partValues, room, mark: () => before }, (part) => {
      draw(engine, part);
      scale(part, ofRow);
    });
  }
}
