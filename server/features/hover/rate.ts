import { effectiveRates } from '#core/solver/effective-rates';
import { formatShape } from '#core/net/shape';
import type { Finder } from './answer';
import { entryAt, layerAt } from './at';
import { product } from './layer';
import { plain } from './words';

/** On `lr_mult` and `decay_mult`: what they make of the solver's rates for the blob they are for. */
export const rateHover: Finder = (context) => {
  const entry = entryAt(context);
  const { options: { solver }, located } = context;
  if (!entry || !solver || entry.field.owner !== 'ParamSpec' || !entry.field.name.endsWith('_mult')) return undefined;
  const inferred = layerAt(context);
  const specs = inferred?.layer.message.entries.filter(({ field }) => field.name === 'param') ?? [];
  const weight = inferred?.params[specs.findIndex(({ value }) => value === located.message)];
  if (!inferred || !weight) return undefined;
  const { rate, decay } = effectiveRates(solver.baseLr, solver.weightDecay, weight.lrMult, weight.decayMult);
  const isRate = entry.field.name === 'lr_mult';
  const line = isRate
    ? `learning rate = base_lr × lr_mult = ${product(solver.baseLr, weight.lrMult, rate)}`
    : `decay = weight_decay × decay_mult = ${product(solver.weightDecay, weight.decayMult, decay)}`;
  const markdown = `**${entry.field.name}** of the ${weight.role} of **${plain(inferred.layer.name)}** (${formatShape(weight.shape)})\n\n${line}\n\nwith \`${solver.name}\` beside this file. ${entry.field.doc}`;
  return { markdown, span: { start: entry.node.start, end: entry.node.end } };
};
