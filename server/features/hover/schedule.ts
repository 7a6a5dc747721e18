import { formatNumber, shortestFloat32 } from '#core/numbers';
import { docOf, sayMarkdown } from '#core/messages/language';
import { asMarkdown, blockInMarkdown, joined, paragraphs } from '#core/messages/shown';
import { describeSchedule } from '#core/solver/schedule';
import type { Finder } from './answer';
import { entryAt } from './at';

/** On a solver field that determines the learning rate: the rate as a function of the iteration, and where it changes. */
export const scheduleHover: Finder = (context) => {
  const {
    analysis: { kind, message, dialect },
    options: { language },
  } = context;
  const entry = entryAt(context);
  if (kind !== 'solver' || !message || entry?.field.owner !== 'SolverParameter') return undefined;
  const schedule = describeSchedule(message, dialect.solver);
  const { name, doc } = entry.field;
  if (!schedule || !(name === 'base_lr' || name === 'lr_policy' || schedule.reads.includes(name))) return undefined;
  const rows = schedule.points.map(({ iteration, rate }) =>
    asMarkdown(`| ${formatNumber(iteration)} | ${formatNumber(shortestFloat32(rate))} |`),
  );
  const table = joined([sayMarkdown(language.hover, 'schedule/columns'), asMarkdown('|---:|---:|'), ...rows], '\n');
  const title = sayMarkdown(language.hover, 'schedule/title', { field: name, policy: schedule.policy });
  const formula = blockInMarkdown([`lr(i) = ${schedule.formula}`]);
  return {
    ...paragraphs([title, formula, table, docOf(language, doc)]),
    span: { start: entry.node.start, end: entry.node.end },
  };
};
