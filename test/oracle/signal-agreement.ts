/** `node scripts/agreement.mjs signal`: the accuracy of the forecast by layer type and by net, and the worst blobs. */
import { parseArgs } from 'node:util';
import { sharedIsAbsent } from '../support/shared';
import { signalRuns } from './signal-runs';
import { factorOf, ratedTypes, ratesOf, signalPairs, type Pair } from './signal-cases';

export async function signalAgreement(argv: readonly string[]): Promise<string> {
  const { values } = parseArgs({
    args: [...argv],
    options: { list: { type: 'string' }, runs: { type: 'string' } },
  });
  if (sharedIsAbsent()) return '';
  if (values.runs !== undefined) return signalRuns(Number(values.runs));
  const pairs = signalPairs();
  if (values.list !== undefined)
    return pairs
      .filter(({ file }) => file.includes(values.list ?? ''))
      .map(line)
      .join('');
  const tops = pairs.filter(({ kind }) => kind === 'top');
  const gradients = pairs.filter(({ kind }) => kind === 'gradient');
  const rated = tops.filter(({ type }) => ratedTypes.has(type));
  const all = ratesOf(tops);
  return [
    `tops modelled: ${all.modelled} of ${all.pairs} (${percent(all.modelled / all.pairs)})\n`,
    row('second moment, rated types', rated),
    row(
      'gradient',
      gradients.filter(({ measured }) => measured > 0),
    ),
    '\nby type\n',
    ...groups(tops, ({ type }) => type),
    '\nby net\n',
    ...groups(rated, ({ file }) => file),
    '\ngradients by type\n',
    ...groups(
      gradients.filter(({ measured }) => measured > 0),
      ({ type }) => type,
    ),
    '\nthe worst\n',
    ...worst(rated).map(line),
    ...worst(gradients).map(line),
    '\nnot modelled\n',
    ...tops.filter(({ forecast }) => forecast === null).map(line),
  ].join('');
}

function groups(pairs: readonly Pair[], key: (pair: Pair) => string): readonly string[] {
  return [...new Set(pairs.map(key))].map((name) =>
    row(
      name,
      pairs.filter((pair) => key(pair) === name),
    ),
  );
}

function row(name: string, pairs: readonly Pair[]): string {
  const { pairs: n, modelled, median, within13, within15, worst: most } = ratesOf(pairs);
  const rates = `median ${percent(median)}, within 1.3 ${percent(within13)}, within 1.5 ${percent(within15)}, worst ${most.toFixed(2)}`;
  return `${name.slice(-60).padEnd(60)} ${String(modelled).padStart(4)}/${String(n).padEnd(4)} ${rates}\n`;
}

function worst(pairs: readonly Pair[]): readonly Pair[] {
  return pairs
    .filter(({ measured, forecast }) => measured > 0 && forecast !== null)
    .sort((a, b) => factorOf(b) - factorOf(a))
    .slice(0, 12);
}

function line(pair: Pair): string {
  const { file, layer, type, kind, blob, measured, forecast } = pair;
  const ratio = forecast !== null && measured > 0 ? (forecast / measured).toFixed(3) : '';
  return `${ratio.padStart(8)} ${kind.padEnd(8)} ${type.padEnd(13)} ${layer} → ${blob}: Caffe ${measured.toPrecision(4)}, forecast ${forecast?.toPrecision(4) ?? 'none'}  ${file.slice(-44)}\n`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
