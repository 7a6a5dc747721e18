/** What the table shows of a run: a row a top. */
import { showMeasured } from '#core/numbers';
import { formatShape } from '#core/net/shape';
import type { LastRun, Measured } from '#protocol/run';
import { inCsv } from '#core/messages/shown';

export interface Row {
  /** Position in `LastRun.layers`. */
  readonly layer: number;
  /** Empty in the rows of a layer after its first. */
  readonly name: string;
  readonly type: string;
  readonly blob: string;
  readonly shape: string;
  /** mean, std, min, max. */
  readonly values: readonly Measured[];
  /** True where a value is infinite or not a number. */
  readonly isWrong: boolean;
  /** What the run shows of the layer, in its first row. */
  readonly notes: string;
}

export function rowsOf({ layers }: Pick<LastRun, 'layers'>): readonly Row[] {
  return layers.flatMap(({ name, type, tops, findings }, layer) =>
    tops.map(({ blob, shape, mean, std, min, max }, i): Row => {
      const values = [mean, std, min, max];
      const head = i === 0 ? { name, type } : { name: '', type: '' };
      const isWrong = values.some((value) => typeof value === 'string');
      const notes = i === 0 ? findings.join('; ') : '';
      return { layer, ...head, blob, shape: formatShape(shape), values, isWrong, notes };
    }),
  );
}

/** With all digits. */
export function csvOf(run: Pick<LastRun, 'layers'>, titles: readonly string[]): string {
  const rows = run.layers.flatMap(({ name, type, tops, findings }) =>
    tops.map(({ blob, shape, mean, std, min, max }, i) => [
      ...[name, type, blob, formatShape(shape)],
      ...[mean, std, min, max].map(numberOf),
      i === 0 ? findings.join('; ') : '',
    ]),
  );
  return `${[titles, ...rows].map((row) => row.map(inCsv).join(',')).join('\r\n')}\r\n`;
}

/** A text that begins with a minus sign would be taken for a formula. */
function numberOf(value: Measured): number {
  return typeof value === 'number' ? value : Number(value.replace('inf', 'Infinity'));
}

export function digits(value: Measured): string {
  return showMeasured(typeof value === 'string' ? numberOf(value) : value);
}

/** The layer at a line of the text; undefined for none. */
export function layerAt({ layers }: Pick<LastRun, 'layers'>, line: number): number | undefined {
  const index = layers.findIndex(({ lines }) => lines !== null && lines[0] <= line && line <= lines[1]);
  return index < 0 ? undefined : index;
}
