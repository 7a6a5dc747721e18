import type { Language } from '#core/messages/language';
import { messageOf } from '#core/messages/render';
import { inJson, shown, visible } from '#core/messages/shown';
import { formatState } from '#core/net/state';
import { targetNames } from '#core/targets/index';
import type { LayerPortability } from '#core/targets/portability';
import { verdictInWords } from '#core/targets/verdict-words';
import { lines } from '#core/text/lines';
import { exitUsage } from './io';
import { unreadableLine } from './json';
import { complainOfKind } from './not-a-net';
import type { Command } from './options';
import { output } from './output';
import { survey, type Surveyed } from './survey';
import { table } from './table';

/** Prints layers × targets: all built-in targets, unless the net or `--target` names some. */
export const portability: Command = {
  name: 'portability',
  formats: ['table', 'json'],
  own: ['target'],
  run: async (options, io) => {
    const out = output(io);
    let wrong = false;
    const asked = { ...options, targets: options.targets.length > 0 ? options.targets : targetNames };
    const status = await survey(asked, io, (file) => {
      if (file.kind === 'unreadable') {
        wrong = true;
        if (options.format === 'json') return out.add(unreadableLine(file.path, options.schema, file.problem));
        io.complain(messageOf(file.problem, io.language));
        return out.add('');
      }
      if (file.analysis.kind === 'net')
        return out.add(options.format === 'json' ? asJson(file) : asTable(file, io.language));
      wrong = true;
      complainOfKind(file.path, file.analysis, io);
      return out.add('');
    });
    await out.flush();
    return wrong ? exitUsage : status;
  },
};

type Net = Surveyed & { kind: 'analysed' };

function asTable({ path, analysis }: Net, language: Language): string {
  const { targets, portability: rows, deployState } = analysis;
  const titles = ['layer', 'type', ...targets.map(({ target }) => target.id)];
  const cells = rows.map(({ layer, verdicts }) => [
    shown(layer.name),
    shown(layer.type),
    ...verdicts.map((verdict) => verdictInWords(verdict, language)),
  ]);
  const head = `${visible(path)} (${shown(formatState(deployState))})\n`;
  return `${head}${table(
    titles.map((title) => ({ title, align: 'left' })),
    cells,
  )}\n`;
}

function asJson({ path, analysis }: Net): string {
  const { portability: rows, deployState: state, text } = analysis;
  const places = lines(text);
  const object = (row: LayerPortability): object => ({
    name: row.layer.name,
    type: row.layer.type,
    line: places.positionAt(row.layer.span.start).line,
    targets: Object.fromEntries(
      row.verdicts.map(({ target, verdict, fields }) => [target.id, { verdict, ...(fields.length > 0 && { fields }) }]),
    ),
  });
  return `${inJson({
    file: path,
    state: { phase: state.phase, level: state.level, stages: state.stages },
    layers: rows.map(object),
  })}\n`;
}
