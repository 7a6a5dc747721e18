import type { InferredLayer, Weight } from '#core/infer/types';
import { layerDescribed } from '#core/messages/described';
import { say, type Language } from '#core/messages/language';
import { formatNumber } from '#core/numbers';
import { formatShape } from '#core/net/shape';
import { valueSpan } from '#core/schema/message';
import { effectiveRates } from '#core/solver/effective-rates';
import { pairingAnswer } from '../pairing';
import { whyOf } from '../schema';
import type { Finder, HoverContext, HoverOptions, SolverRates } from './answer';
import { entryAt, layerAt } from './at';
import { costLines } from './cost';
import { signalLine } from './signal';
import { describeValues, plain } from './format';

/** On a layer's name or type: what it does here, its shapes, and the initial values of its blobs. */
export const layerHover: Finder = (context) => {
  const entry = entryAt(context);
  if (!entry || context.located.part !== 'value') return undefined;
  const { owner, name } = entry.field;
  if (
    !['LayerParameter', 'V1LayerParameter', 'V0LayerParameter'].includes(owner) ||
    (name !== 'name' && name !== 'type')
  )
    return undefined;
  const inferred = layerAt(context);
  const span = valueSpan(entry);
  return inferred ? { markdown: describeLayer(inferred, context), span } : undefined;
};

function describeLayer(inferred: InferredLayer, { options, analysis, state }: HoverContext): string {
  const { layer, rule, params, fills } = inferred;
  const { language } = options;
  const { hover } = language;
  const parts = [say(hover, 'layer/title', { name: plain(layer.name || layer.type), type: plain(layer.type) })];
  parts.push(rule ? layerDescribed(language, rule) : say(hover, 'layer/unknown', { dialect: analysis.dialect.label }));
  if (analysis.dialect.id !== 'bvlc') parts.push(whyOf(analysis, language));
  parts.push(`\`\`\`text\n${shapes(inferred, language)}\n\`\`\``);
  if (params.length + fills.length > 0) parts.push(table([...params, ...fills], options, params.length > 0));
  const pairing =
    state && options.model ? pairingAnswer(state, options.model, language).layers.get(layer.index) : undefined;
  if (pairing) parts.push(plain(pairing.sentence));
  const cost = state ? costLines(state, inferred, language) : '';
  if (cost !== '') parts.push(cost);
  const signal = state ? signalLine(state, inferred, language) : '';
  if (signal !== '') parts.push(signal);
  return parts.join('\n\n');
}

function shapes({ layer, bottoms, tops }: InferredLayer, { hover }: Language): string {
  const show = (names: readonly { readonly name: string }[], all: InferredLayer['tops']): string[] =>
    names.map(({ name }, i) => `${name} ${formatShape(all[i] ?? null)}`);
  const inputs = show(layer.bottoms, bottoms);
  const outputs = show(layer.tops, tops);
  if (inputs.length === 0) return `→ ${outputs.join('\n  ')}`;
  return `${inputs.join('\n')}\n→ ${outputs.join('\n  ') || hover['layer/no-top']}`;
}

/** One row per blob; with learning rates only if the layer learns. */
function table(weights: readonly Weight[], { solver, language }: HoverOptions, learns: boolean): string {
  const { hover } = language;
  const rates = learns ? hover['layer/rate-columns'] : '';
  const head = `${hover['layer/columns']}${rates}\n|---|---|---|${learns ? '---|---|' : ''}`;
  const rows = weights.map((weight) => {
    const start = `${startName(weight, language)}${describeValues(weight, language)}`;
    return `| ${weight.role} | ${formatShape(weight.shape)} | ${start} |${learns ? rateCells(weight, solver) : ''}`;
  });
  const note = learns && solver ? `\n\n${say(hover, 'layer/solver', { solver: solver.name })}` : '';
  return `${head}\n${rows.join('\n')}${note}`;
}

/** States explicitly that no filler is written: nets often start at zero by accident. */
function startName({ filler, fillerSpan, fillerField }: Weight, { hover }: Language): string {
  if (filler === null) return '';
  return fillerSpan ? `${filler}: ` : say(hover, 'layer/no-filler', { field: fillerField ?? 'filler' });
}

function rateCells({ lrMult, decayMult }: Weight, solver: SolverRates | undefined): string {
  if (!solver) return ` × ${formatNumber(lrMult)} | × ${formatNumber(decayMult)} |`;
  const { rate, decay } = effectiveRates(solver.baseLr, solver.weightDecay, lrMult, decayMult);
  return ` ${product(solver.baseLr, lrMult, rate)} | ${product(solver.weightDecay, decayMult, decay)} |`;
}

export function product(base: number, multiplier: number, result: number): string {
  return `${formatNumber(base)} × ${formatNumber(multiplier)} = ${formatNumber(result)}`;
}
