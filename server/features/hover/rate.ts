import { docOf, sayMarkdown } from '#core/messages/language';
import { paragraphs } from '#core/messages/shown';
import { effectiveRates } from '#core/solver/effective-rates';
import { formatShape } from '#core/net/shape';
import type { Finder } from './answer';
import { entryAt, layerAt } from './at';
import { product } from './layer';

/** On `lr_mult` and `decay_mult`: the effective rates for their blob, given the solver's. */
export const rateHover: Finder = (context) => {
  const entry = entryAt(context);
  const {
    options: { solver, language },
    located,
  } = context;
  if (!entry || !solver || entry.field.owner !== 'ParamSpec' || !entry.field.name.endsWith('_mult')) return undefined;
  const inferred = layerAt(context);
  const specs = inferred?.layer.message.entries.filter(({ field }) => field.name === 'param') ?? [];
  const weight = inferred?.params[specs.findIndex(({ value }) => value === located.message)];
  if (!inferred || !weight) return undefined;
  const { rate, decay } = effectiveRates(solver.baseLr, solver.weightDecay, weight.lrMult, weight.decayMult);
  const isRate = entry.field.name === 'lr_mult';
  const line = isRate
    ? sayMarkdown(language.hover, 'rate/learning', { product: product(solver.baseLr, weight.lrMult, rate) })
    : sayMarkdown(language.hover, 'rate/decay', { product: product(solver.weightDecay, weight.decayMult, decay) });
  const { name, doc } = entry.field;
  const title = sayMarkdown(language.hover, 'rate/title', {
    name,
    role: weight.role,
    layer: inferred.layer.name,
    shape: formatShape(weight.shape),
  });
  const where = sayMarkdown(language.hover, 'rate/solver', { solver: solver.name, doc: docOf(language, doc) });
  return { ...paragraphs([title, line, where]), span: { start: entry.node.start, end: entry.node.end } };
};
