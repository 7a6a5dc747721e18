/** What the table shows of a run: a row a top, a gradient at a bottom, or a gradient of weights. */
import { showMeasured } from '#core/numbers';
import { formatShape } from '#core/net/shape';
import type { LastRun, Measured, NetRidges, RidgesOf } from '#protocol/run';
import { inCsv } from '#core/messages/shown';
import { cellsOf } from './rows-of-ridges';

export interface Row {
  /** Position in `LastRun.layers`. */
  readonly layer: number;
  readonly name: string;
  readonly type: string;
  /** False for a layer's rows after its first. */
  readonly isFirst: boolean;
  readonly blob: string;
  /** Undefined for gradients, which have that of their blob. */
  readonly shape: string | undefined;
  /** mean, std, min, max. */
  readonly values: readonly Measured[];
  /** In percent. */
  readonly zeros: number;
  /** std in the nets that are compared; undefined where it is not known. */
  readonly others: readonly (Measured | undefined)[];
  /** True where a value is infinite or not a number. */
  readonly isWrong: boolean;
  /** What the run shows of the layer, in its first row. */
  readonly notes: string;
}

type Figures = Pick<Row, 'blob' | 'shape' | 'values' | 'zeros' | 'others'>;

/** `nets`: their histograms, which may not be there yet. */
export function rowsOf({ layers }: Pick<LastRun, 'layers'>, nets: readonly NetRidges[], of: RidgesOf): readonly Row[] {
  const cells = cellsOf(nets, of);
  const others = nets.slice(1);
  return layers.flatMap(({ name, type, tops, findings }, layer) => {
    const own = cells[layer] ?? [];
    const stdOf = (i: number): Row['others'] => others.map((_, net) => own[i]?.[net + 1]?.std);
    const figures: readonly Figures[] =
      of === 'activations'
        ? tops.map(({ blob, shape, mean, std, min, max, zeros }, i) => ({
            blob,
            shape: formatShape(shape),
            values: [mean, std, min, max],
            zeros: percent(zeros),
            others: stdOf(i),
          }))
        : own.flatMap(([ridge], i) => {
            if (!ridge) return [];
            const { name: blob, mean, std, min, max, n, zeros } = ridge;
            const values = [mean, std, min, max];
            return [{ blob, shape: undefined, values, zeros: percent(zeros / Math.max(1, n)), others: stdOf(i) }];
          });
    const notes = findings.filter((finding) => finding.of === of).map(({ text }) => text);
    return figures.map((each, i): Row => {
      const isWrong = each.values.some((value) => typeof value === 'string');
      return { ...each, layer, name, type, isFirst: i === 0, isWrong, notes: i === 0 ? notes.join('; ') : '' };
    });
  });
}

function percent(share: number): number {
  return Number((100 * share).toPrecision(3));
}

/** With all digits. */
export function csvOf(rows: readonly Row[], titles: readonly string[]): string {
  const cells = rows.map(({ name, type, blob, shape, values, zeros, others, notes }) => [
    ...[name, type, blob, ...(shape === undefined ? [] : [shape])],
    ...values.map(numberOf),
    zeros,
    ...others.map((std) => (std === undefined ? '' : numberOf(std))),
    notes,
  ]);
  return `${[titles, ...cells].map((row) => row.map(inCsv).join(',')).join('\r\n')}\r\n`;
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
