import type { InferredLayer, Weight } from '#core/infer/types';
import { layerDescribed } from '#core/messages/described';
import { sayMarkdown, type Language } from '#core/messages/language';
import {
  asMarkdown,
  blockInMarkdown,
  inMarkdown,
  joined,
  paragraphs,
  proseInMarkdown,
  shown,
  type Markdown,
} from '#core/messages/shown';
import { formatNumber } from '#core/numbers';
import { formatShape } from '#core/net/shape';
import { valueSpan } from '#core/schema/message';
import { effectiveRates } from '#core/solver/effective-rates';
import { pairingAnswer } from '../pairing';
import { whyOf } from '../schema';
import type { Finder, HoverContext, HoverOptions, SolverRates } from './answer';
import { entryAt, layerAt } from './at';
import { costLines } from './cost';
import { measuredLines } from './measured';
import { signalLine } from './signal';
import { describeValues } from './format';

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
  return inferred ? { ...describeLayer(inferred, context), span } : undefined;
};

function describeLayer(inferred: InferredLayer, context: HoverContext): Markdown {
  const { options, analysis, state } = context;
  const { layer, rule, params, fills } = inferred;
  const { language } = options;
  const { hover } = language;
  const parts = [sayMarkdown(hover, 'layer/title', { name: layer.name || layer.type, type: layer.type })];
  const { label: dialect } = analysis.dialect;
  // The figures come first: an editor shows some ten lines of a hover, and scrolls to the rest.
  parts.push(blockInMarkdown(shapes(inferred, language)));
  if (state) parts.push(asMarkdown(costLines(state, inferred, language)));
  if (params.length + fills.length > 0) parts.push(table([...params, ...fills], options, params.length > 0));
  const pairing =
    state && options.model ? pairingAnswer(state, options.model, language).layers.get(layer.index) : undefined;
  if (pairing) parts.push(proseInMarkdown(pairing.sentence));
  if (state) parts.push(asMarkdown(signalLine(state, inferred, language)));
  parts.push(measuredLines(context, layer));
  parts.push(rule ? layerDescribed(language, rule) : sayMarkdown(hover, 'layer/unknown', { dialect }));
  if (analysis.dialect.id !== 'bvlc') parts.push(proseInMarkdown(whyOf(analysis, language)));
  return paragraphs(parts);
}

/** Of the blobs of a layer; more are too many to read. */
const mostLines = 50;

function shapes({ layer, bottoms, tops }: InferredLayer, { hover }: Language): readonly string[] {
  const show = (names: readonly { readonly name: string }[], all: InferredLayer['tops']): string[] => [
    ...names.slice(0, mostLines).map(({ name }, i) => `${shown(name)} ${formatShape(all[i] ?? null)}`),
    ...(names.length > mostLines ? ['…'] : []),
  ];
  const inputs = show(layer.bottoms, bottoms);
  const outputs = show(layer.tops, tops);
  const [first = inputs.length === 0 ? '' : hover['layer/no-top'], ...others] = outputs;
  return [...inputs, `→ ${first}`, ...others.map((line) => `  ${line}`)];
}

/** One row per blob; with learning rates only if the layer learns. */
function table(weights: readonly Weight[], { solver, language }: HoverOptions, learns: boolean): Markdown {
  const { hover } = language;
  const rates = learns ? hover['layer/rate-columns'] : '';
  const head = asMarkdown(`${hover['layer/columns']}${rates}\n|---|---|---|${learns ? '---|---|' : ''}`);
  const rows = weights.slice(0, mostLines).map((weight) => {
    const start = `${startName(weight, language).markdown}${describeValues(weight, language)}`;
    const role = inMarkdown(weight.role).markdown;
    return asMarkdown(
      `| ${role} | ${formatShape(weight.shape)} | ${start} |${learns ? rateCells(weight, solver) : ''}`,
    );
  });
  const note = learns && solver ? [sayMarkdown(hover, 'layer/solver', { solver: solver.name })] : [];
  return paragraphs([joined([head, ...rows], '\n'), ...note]);
}

/** States explicitly that no filler is written: nets often start at zero by accident. */
function startName({ filler, fillerSpan, fillerField }: Weight, { hover }: Language): Markdown {
  if (filler === null) return asMarkdown('');
  return fillerSpan
    ? asMarkdown(`${inMarkdown(filler).markdown}: `)
    : sayMarkdown(hover, 'layer/no-filler', { field: fillerField ?? 'filler' });
}

function rateCells({ lrMult, decayMult }: Weight, solver: SolverRates | undefined): string {
  if (!solver) return ` × ${formatNumber(lrMult)} | × ${formatNumber(decayMult)} |`;
  const { rate, decay } = effectiveRates(solver.baseLr, solver.weightDecay, lrMult, decayMult);
  return ` ${product(solver.baseLr, lrMult, rate)} | ${product(solver.weightDecay, decayMult, decay)} |`;
}

export function product(base: number, multiplier: number, result: number): string {
  const [a, b, c] = [base, multiplier, result].map((each) => (Number.isNaN(each) ? '?' : formatNumber(each)));
  return `${a} × ${b} = ${c}`;
}
