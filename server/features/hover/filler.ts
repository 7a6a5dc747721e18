import { adviceOn } from '#core/checks/index';
import { equivalentsOf } from '#core/fillers/equivalents';
import { writtenParamOf } from '#core/infer/param-of';
import type { InferredLayer, Weight } from '#core/infer/types';
import { docOf, say, sayMarkdown, type Language } from '#core/messages/language';
import { messageInMarkdown } from '#core/messages/render';
import { asMarkdown, blockInMarkdown, joined, paragraphs, type Markdown } from '#core/messages/shown';
import type { FillerRule } from '#core/net/rules';
import { formatNumber } from '#core/numbers';
import { formatShape } from '#core/net/shape';
import { bool, nameSpan, num, str, valueSpan } from '#core/schema/message';
import type { Finder, HoverContext } from './answer';
import { entryAt, layerAt } from './at';
import { describeValues } from './format';

/** On a filler, its type and its fields: the initial values of the blob, with this layer's numbers. */
export const fillerHover: Finder = (context) => {
  const entry = entryAt(context);
  if (!entry) return undefined;
  const {
    located,
    analysis,
    options: { language },
  } = context;
  const isFiller = entry.field.typeName === 'FillerParameter';
  if (isFiller ? located.part !== 'name' : entry.field.owner !== 'FillerParameter') return undefined;
  const inferred = layerAt(context);
  const weights = inferred
    ? [...inferred.params, ...inferred.fills].filter(
        ({ fillerSpan: span }) => span && span.start <= context.offset && context.offset <= span.end,
      )
    : [];
  const [first] = weights;
  if (!inferred || !first) return undefined;
  const rule = first.filler === null ? undefined : analysis.dialect.fillers.get(first.filler);
  const parts = weights.map((weight) => weightLines(weight, inferred, language));
  const field =
    isFiller || entry.field.name === 'type' ? nothing : fieldLine(context, rule?.reads ?? [], first.filler ?? '');
  const notes = fanNote(inferred, first, language);
  const advice = context.state
    ? adviceOn(first, inferred, context.state).map((problem) => messageInMarkdown(problem, language))
    : [];
  const title = sayMarkdown(language.hover, 'filler/title', {
    filler: first.filler ?? '',
    blobs: weights.map(({ role }) => role),
    layer: inferred.layer.name,
  });
  const summary = rule ? docOf(language, rule.summary) : nothing;
  const span = located.part === 'name' ? nameSpan(entry.node) : valueSpan(entry);
  return {
    ...paragraphs([title, summary, ...parts, elsewhere(inferred, first, rule, language), notes, ...advice, field]),
    span,
  };
};

const nothing = asMarkdown('');

function weightLines(weight: Weight, { params, fills }: InferredLayer, language: Language): Markdown {
  const { role, shape, fanIn, fanOut, n, start, formula, connections } = weight;
  const title = params.length + fills.length > 1 ? `${role} ` : '';
  const lines = [`${title}${formatShape(shape)}`];
  if (shape !== null && shape.length > 0) lines.push(`fan_in  = ${fanIn ?? '?'}   fan_out = ${fanOut ?? '?'}`);
  if (connections)
    lines.push(say(language.hover, 'filler/true-fans', { in: shown(connections.in), out: shown(connections.out) }));
  if (n !== null && start.kind === 'filler')
    lines.push(`n       = ${formatNumber(n)}   (${str(start.filler, 'variance_norm')})`);
  if (formula !== '') lines.push(formula);
  lines.push(say(language.hover, 'filler/values', { values: describeValues(weight, language) }));
  return blockInMarkdown(lines);
}

function shown(value: number | null): string {
  return value === null ? '?' : formatNumber(value);
}

function fieldLine(
  { located, options: { language } }: HoverContext,
  reads: readonly string[],
  filler: string,
): Markdown {
  const field = located.path.at(-1)?.field;
  if (!field) return nothing;
  const dead = reads.includes(field.name) ? nothing : sayMarkdown(language.hover, 'filler/dead', { filler });
  const doc = docOf(language, field.doc);
  return joined([asMarkdown(`\`${field.name}\`: ${doc.markdown}`), dead], ' ');
}

/** The same in PyTorch and Keras. */
function elsewhere(
  inferred: InferredLayer,
  { start, shape }: Weight,
  rule: FillerRule | undefined,
  { hover }: Language,
): Markdown {
  const initializer = start.kind === 'filler' ? rule?.initializer?.(start.filler) : undefined;
  if (!initializer || shape === null) return nothing;
  const param = writtenParamOf(inferred);
  const fields = param?.type.fields;
  const isTransposed = param !== undefined && fields?.has('transpose') === true && bool(param, 'transpose');
  const found = equivalentsOf(initializer, {
    axes: shape.length,
    swappedInPytorch: isTransposed,
    swappedInKeras: isTransposed || fields?.has('input_dim') === true,
  });
  return found ? sayMarkdown(hover, 'filler/elsewhere', { ...found }) : nothing;
}

/** Explains Caffe's fan_in where it differs from the usual definition. */
function fanNote(inferred: InferredLayer, { n, fillerField, shape }: Weight, { hover }: Language): Markdown {
  if (n === null || fillerField !== 'weight_filler' || shape === null) return nothing;
  const param = writtenParamOf(inferred);
  if (!param) return nothing;
  const { layer, rule } = inferred;
  const fields = param.type.fields;
  const group = fields.has('group') ? num(param, 'group') : 1;
  const fans = asMarkdown(hover['filler/fans']);
  if (
    rule?.param === 'convolution_param' &&
    shape[1] !== null &&
    shape[1] === Math.trunc(num(param, 'num_output') / group) &&
    layer.type === 'Deconvolution'
  ) {
    return sayMarkdown(hover, 'filler/fans-deconvolution', { fans });
  }
  if (fields.has('transpose') && bool(param, 'transpose')) return sayMarkdown(hover, 'filler/fans-transpose', { fans });
  if (fields.has('input_dim')) return sayMarkdown(hover, 'filler/fans-embed', { fans });
  if (group > 1) return sayMarkdown(hover, 'filler/fans-group', { group });
  return nothing;
}
