/** `inspect` and `init`: a table for each file and state, or JSON. */
import type { StateAnalysis } from '#core/infer/types';
import { appended } from '#core/lists';
import { fillIn, messageOf } from '#core/messages/render';
import { shown, visible } from '#core/messages/shown';
import type { NetState } from '#core/net/model';
import { formatState } from '#core/net/state';
import { checksumsOf } from '#core/weight-files/checksums';
import { seedFor } from '#project/seed';
import { exitUsage, type Io } from './io';
import { jsonLines, unreadableLine, type Content } from './json';
import { complainOfKind } from './not-a-net';
import type { Options } from './options';
import { output } from './output';
import { ratesTable } from './rates';
import { survey, type Surveyed } from './survey';

export interface Report {
  readonly content: Content;
  readonly table: (analysis: StateAnalysis) => string;
}

/** The exit status only reports whether all files could be shown: problems are the task of `check`. */
export async function reportNets(options: Options, io: Io, report: Report): Promise<number> {
  const out = output(io);
  let wrong = false;
  const status = await survey(options, io, (file) => {
    const text = options.format === 'json' ? asJson(file, options, report, io) : asTables(file, io, report);
    wrong ||= text === null;
    return out.add(text ?? '');
  });
  await out.flush();
  return wrong ? exitUsage : status;
}

function asJson(file: Surveyed, options: Options, { content }: Report, io: Io): string {
  if (file.kind === 'unreadable') return unreadableLine(file.path, options.schema, file.problem);
  const { path, analysis, around } = file;
  const sums =
    options.weights === 'crc32'
      ? { sums: (state: StateAnalysis) => checksumsOf(state, seedFor(around, options.seed).value, io.engine()) }
      : {};
  return jsonLines({ path, analysis, content, depth: options.depth, iterations: options.iterations, ...sums });
}

/** Null if there is nothing to show; the reason is reported. */
function asTables(file: Surveyed, io: Io, { content, table }: Report): string | null {
  if (file.kind === 'unreadable') {
    io.complain(messageOf(file.problem, io.language));
    return null;
  }
  const { path, analysis } = file;
  const rates = content === 'layers' ? ratesTable(analysis, path) : undefined;
  if (rates !== undefined) return rates;
  if (analysis.kind !== 'net') {
    if (content === 'layers' && analysis.kind === 'solver') io.complain(fillIn(io.language.cli['no-rates'], { path }));
    else complainOfKind(path, analysis, io);
    return null;
  }
  // States with the same table share it.
  const byTable = new Map<string, NetState[]>();
  for (const state of analysis.states) {
    const text = table(analysis.state(state));
    byTable.set(text, appended(byTable.get(text), state));
  }
  return [...byTable]
    .map(
      ([text, states]) =>
        `${visible(path)} (${states.map((state) => shown(formatState(state))).join('; ')})\n${text}\n`,
    )
    .join('');
}
