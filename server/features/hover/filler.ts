import { adviceOn } from '#core/checks/index';
import { writtenParamOf } from '#core/infer/param-of';
import type { InferredLayer, Weight } from '#core/infer/types';
import { docOf, say, type Language } from '#core/messages/language';
import { messageOf } from '#core/messages/render';
import { formatNumber } from '#core/numbers';
import { formatShape } from '#core/net/shape';
import { bool, nameSpan, num, str, valueSpan } from '#core/schema/message';
import type { Finder, HoverContext } from './answer';
import { entryAt, layerAt } from './at';
import { describeValues, plain } from './format';

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
    isFiller || entry.field.name === 'type' ? '' : fieldLine(context, rule?.reads ?? [], first.filler ?? '');
  const notes = fanNote(inferred, first, language);
  const advice = context.state
    ? adviceOn(first, inferred, context.state).map((problem) => messageOf(problem, language))
    : [];
  const markdown = [
    say(language.hover, 'filler/title', {
      filler: first.filler ?? '',
      blobs: weights.map(({ role }) => role),
      layer: plain(inferred.layer.name),
    }),
    rule ? docOf(language, rule.summary) : '',
    ...parts,
    notes,
    ...advice,
    field,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
  const span = located.part === 'name' ? nameSpan(entry.node) : valueSpan(entry);
  return { markdown, span };
};

function weightLines(weight: Weight, { params, fills }: InferredLayer, language: Language): string {
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
  return `\`\`\`text\n${lines.join('\n')}\n\`\`\``;
}

function shown(value: number | null): string {
  return value === null ? '?' : formatNumber(value);
}

function fieldLine({ located, options: { language } }: HoverContext, reads: readonly string[], filler: string): string {
  const field = located.path.at(-1)?.field;
  if (!field) return '';
  const dead = reads.includes(field.name) ? '' : ` ${say(language.hover, 'filler/dead', { filler })}`;
  return `\`${field.name}\`: ${docOf(language, field.doc)}${dead}`;
}

/** Explains Caffe's fan_in where it differs from the usual definition. */
function fanNote(inferred: InferredLayer, { n, fillerField, shape }: Weight, { hover }: Language): string {
  if (n === null || fillerField !== 'weight_filler' || shape === null) return '';
  const param = writtenParamOf(inferred);
  if (!param) return '';
  const { layer, rule } = inferred;
  const fields = param.type.fields;
  const group = fields.has('group') ? num(param, 'group') : 1;
  const fans = hover['filler/fans'];
  if (
    rule?.param === 'convolution_param' &&
    shape[1] !== null &&
    shape[1] === Math.trunc(num(param, 'num_output') / group) &&
    layer.type === 'Deconvolution'
  ) {
    return say(hover, 'filler/fans-deconvolution', { fans });
  }
  if (fields.has('transpose') && bool(param, 'transpose')) return say(hover, 'filler/fans-transpose', { fans });
  if (fields.has('input_dim')) return say(hover, 'filler/fans-embed', { fans });
  if (group > 1) return say(hover, 'filler/fans-group', { group });
  return '';
}
