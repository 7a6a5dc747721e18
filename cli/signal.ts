/** The forecast of the signal: a table with a small chart, or JSON. Of several states that differ it shows TRAIN. */
import { formatMeasured } from '#core/numbers';
import type { StateAnalysis } from '#core/infer/types';
import { say } from '#core/messages/language';
import { messageOf } from '#core/messages/render';
import type { NetState } from '#core/net/model';
import { inJson, shown as shownName, visible } from '#core/messages/shown';
import { formatState } from '#core/net/state';
import { shortestFloat32 } from '#core/numbers';
import { forecast, type Forecast, type LayerForecast } from '#core/signal/forecast';
import { sourceFor } from '#core/signal/source';
import { exitUsage, type Io } from './io';
import { unreadableLine } from './json';
import { complainOfKind } from './not-a-net';
import { noteState, usualState } from './one-state';
import type { Command, Options } from './options';
import { output } from './output';
import { survey, type Surveyed } from './survey';
import { table, type Column } from './table';

export const signal: Command = {
  name: 'signal',
  formats: ['table', 'json'],
  own: ['input'],
  run: async (options, io) => {
    const out = output(io);
    let wrong = false;
    const status = await survey(options, io, (file) => {
      const text = shown(file, options, io);
      wrong ||= text === null;
      return out.add(text ?? '');
    });
    await out.flush();
    return wrong ? exitUsage : status;
  },
};

/** Null if nothing can be shown; the reason is reported. */
function shown(file: Surveyed, options: Options, io: Io): string | null {
  if (file.kind === 'unreadable') {
    if (options.format === 'json') return unreadableLine(file.path, options.schema, file.problem);
    io.complain(messageOf(file.problem, io.language));
    return null;
  }
  const { path, analysis } = file;
  const taken = usualState(analysis, 'TRAIN');
  if (analysis.kind !== 'net' || !taken) {
    complainOfKind(path, analysis, io);
    return null;
  }
  const state = analysis.state(taken);
  const shownForecast = forecastIn(state, options);
  const differs = (other: NetState): boolean =>
    numbersOf(forecastIn(analysis.state(other), options)) !== numbersOf(shownForecast);
  if (analysis.states.some((other) => other !== taken && differs(other))) noteState(path, analysis, taken, io);
  return options.format === 'json'
    ? json(path, state, shownForecast)
    : `${visible(path)} (${shownName(formatState(taken))})\n${chart(shownForecast, io)}\n`;
}

function forecastIn(state: StateAnalysis, { input }: Options): Forecast {
  return forecast(state, { source: sourceFor(state, input) });
}

/** States for which this is the same have the same forecast. */
function numbersOf({ layers }: Forecast): string {
  return JSON.stringify(
    layers.map(({ layer: { layer }, tops, bottomGradients }) => [layer.name, tops, bottomGradients]),
  );
}

function json(file: string, { state }: StateAnalysis, { source, layers }: Forecast): string {
  const object = {
    file,
    state: { phase: state.phase, level: state.level, stages: state.stages },
    input: source,
    layers: layers.map(({ layer: { layer }, tops, bottomGradients }) => ({
      name: layer.name,
      type: layer.type,
      tops: layer.tops.map((top, i) => ({
        blob: top.name,
        mean: short(tops[i]?.mean),
        secondMoment: short(tops[i]?.secondMoment),
      })),
      bottoms: layer.bottoms.map((bottom, i) => ({ blob: bottom.name, gradient: short(bottomGradients[i]) })),
    })),
  };
  return `${inJson(object)}\n`;
}

/** Doubles: a gradient may be too small for a float32. */
function short(value: number | null | undefined): number | null {
  if (value === null || value === undefined) return null;
  const float = shortestFloat32(value);
  return value !== 0 && float === 0 ? value : float;
}

const columns: readonly Column[] = [
  { title: 'layer', align: 'left' },
  { title: 'type', align: 'left' },
  { title: 'mean', align: 'right' },
  { title: 'second moment', align: 'right' },
  { title: 'gradient', align: 'right' },
];

const width = 41;

/** One row per layer. The marks are on a logarithmic scale, with 1 in the middle. */
function chart({ layers }: Forecast, { language }: Io): string {
  const title = say(language.cli, 'signal/chart', { low: '1e-8', high: '1e+8' });
  return table([...columns, { title, align: 'left' }], layers.map(row));
}

function row({
  layer: { layer },
  tops: [top = null],
  bottomGradients: [gradient = null],
}: LayerForecast): readonly string[] {
  return [
    shownName(layer.name),
    shownName(layer.type),
    digits(top?.mean),
    digits(top?.secondMoment),
    digits(gradient),
    marks(top?.secondMoment, gradient),
  ];
}

function marks(forward: number | undefined, back: number | null): string {
  const cells = Array.from({ length: width }, (_, i): string => (i === (width - 1) / 2 ? '|' : ' '));
  if (back !== null && back > 0) cells[placeOf(back)] = 'o';
  if (forward !== undefined && forward > 0) cells[placeOf(forward)] = '·';
  return cells.join('');
}

function placeOf(value: number): number {
  return Math.max(0, Math.min(width - 1, Math.round(((Math.log10(value) + 8) / 16) * (width - 1))));
}

function digits(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : formatMeasured(value, 3);
}
