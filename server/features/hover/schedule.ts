import { formatNumber, shortestFloat32 } from '#core/numbers';
import { docOf, say } from '#core/messages/language';
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
  const rows = schedule.points.map(
    ({ iteration, rate }) => `| ${formatNumber(iteration)} | ${formatNumber(shortestFloat32(rate))} |`,
  );
  const table = `${say(language.hover, 'schedule/columns')}\n|---:|---:|\n${rows.join('\n')}`;
  const title = say(language.hover, 'schedule/title', { field: name, policy: schedule.policy });
  const markdown = [title, `\`\`\`text\nlr(i) = ${schedule.formula}\n\`\`\``, table, docOf(language, doc)]
    .filter((part) => part !== '')
    .join('\n\n');
  return { markdown, span: { start: entry.node.start, end: entry.node.end } };
};
