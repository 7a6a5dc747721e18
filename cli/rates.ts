/** A solver's learning rate as a table: where it changes, up to the last iteration. */
import type { Analysis } from '#core/analysis/analysis';
import { visible } from '#core/messages/shown';
import { formatNumber, shortestFloat32 } from '#core/numbers';
import { describeSchedule } from '#core/solver/schedule';
import { table, type Column } from './table';

const columns: readonly Column[] = [
  { title: 'iteration', align: 'right' },
  { title: 'lr', align: 'right' },
];

/** Undefined if the file is not a solver, or Caffe would fail before computing a rate. */
export function ratesTable({ kind, message, dialect }: Analysis, path: string): string | undefined {
  const schedule = kind === 'solver' && message ? describeSchedule(message, dialect.solver) : undefined;
  if (!schedule) return undefined;
  const rows = schedule.points.map(({ iteration, rate }) => [
    formatNumber(iteration),
    formatNumber(shortestFloat32(rate)),
  ]);
  return `${visible(path)} (lr = ${schedule.formula})\n${table(columns, rows)}\n`;
}
