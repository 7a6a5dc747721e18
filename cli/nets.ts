/** `inspect` and `init`: a table for each file and state, or JSON. */
import type { StateAnalysis } from '#core/infer/types';
import { appended } from '#core/lists';
import { fillIn, messageOf } from '#core/messages/render';
import { shown, visible } from '#core/messages/shown';
import type { NetState } from '#core/net/model';
import { formatState } from '#core/net/state';
import { checksumsOf } from '#core/weight-files/checksums';
import { seedFor } from '#project/seed';
import type { Io } from './io';
import { jsonLines, unreadableLine, type Content } from './json';
import type { Options } from './options';
import { output } from './output';
import { ratesTable } from './rates';
import { survey, type Surveyed } from './survey';

export interface Report {
  readonly content: Content;
  readonly table: (analysis: StateAnalysis) => string;
}

/** The exit status only reports whether all files could be read: problems are the task of `check`. */
export async function reportNets(options: Options, io: Io, report: Report): Promise<number> {
  const out = output(io);
  const status = await survey(options, io, (file) =>
    out.add(options.format === 'json' ? asJson(file, options, report, io) : asTables(file, io, report)),
  );
  await out.flush();
  return status;
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

function asTables(file: Surveyed, io: Io, { content, table }: Report): string {
  if (file.kind === 'unreadable') {
    io.complain(messageOf(file.problem, io.language));
    return '';
  }
  const { path, analysis } = file;
  const rates = content === 'layers' ? ratesTable(analysis, path) : undefined;
  if (rates !== undefined) return rates;
  if (analysis.kind !== 'net') {
    io.complain(fillIn(io.language.cli['not-a-net'], { path, kind: analysis.kind }));
    return '';
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
