import { adviceOn } from '#core/checks/index';
import type { InferredLayer, Weight } from '#core/infer/types';
import { messageOf } from '#core/messages/render';
import { formatNumber } from '#core/numbers';
import { formatShape } from '#core/net/shape';
import { bool, num, str, sub } from '#core/schema/message';
import type { Finder, HoverContext } from './answer';
import { entryAt, layerAt } from './at';
import { describeValues, plain } from './words';

/** On a filler, its type, and its fields: what the blob starts as, with this layer's numbers. */
export const fillerHover: Finder = (context) => {
  const entry = entryAt(context);
  if (!entry) return undefined;
  const { located, analysis } = context;
  const isFiller = entry.field.typeName === 'FillerParameter';
  if (isFiller ? located.part !== 'name' : entry.field.owner !== 'FillerParameter') return undefined;
  const inferred = layerAt(context);
  const weights = inferred ? [...inferred.params, ...inferred.fills].filter(({ fillerSpan: span }) => span && span.start <= context.offset && context.offset <= span.end) : [];
  const [first] = weights;
  if (!inferred || !first) return undefined;
  const rule = first.filler === null ? undefined : analysis.dialect.fillers.get(first.filler);
  const parts = weights.map((weight) => weightLines(weight, inferred));
  const field = isFiller || entry.field.name === 'type' ? '' : fieldLine(context, rule?.reads ?? [], first.filler ?? '');
  const notes = fanNote(inferred, first);
  const advice = context.state ? adviceOn(first, inferred, context.state).map(messageOf) : [];
  const markdown = [`**${first.filler ?? ''}** fills ${weights.map(({ role }) => role).join(', ')} of **${plain(inferred.layer.name)}**`, rule?.summary ?? '', ...parts, notes, ...advice, field]
    .filter((part) => part !== '')
    .join('\n\n');
  const span = located.part === 'name' ? { start: entry.node.start, end: entry.node.nameEnd } : { start: entry.valueNode.start, end: entry.valueNode.end };
  return { markdown, span };
};

function weightLines(weight: Weight, { params, fills }: InferredLayer): string {
  const { role, shape, fanIn, fanOut, n, start, formula, connections } = weight;
  const title = params.length + fills.length > 1 ? `${role} ` : '';
  const lines = [`${title}${formatShape(shape)}`];
  if (shape !== null && shape.length > 0) lines.push(`fan_in  = ${fanIn ?? '?'}   fan_out = ${fanOut ?? '?'}`);
  if (connections) lines.push(`truly: fan_in = ${shown(connections.in)}   fan_out = ${shown(connections.out)}, as the layer is connected`);
  if (n !== null && start.kind === 'filler') lines.push(`n       = ${formatNumber(n)}   (${str(start.filler, 'variance_norm')})`);
  if (formula !== '') lines.push(formula);
  lines.push(`values: ${describeValues(weight)}`);
  return `\`\`\`text\n${lines.join('\n')}\n\`\`\``;
}

function shown(value: number | null): string {
  return value === null ? '?' : formatNumber(value);
}

function fieldLine({ located }: HoverContext, reads: readonly string[], filler: string): string {
  const field = located.path.at(-1)?.field;
  if (!field) return '';
  const dead = reads.includes(field.name) ? '' : ` **${filler} never reads it.**`;
  return `\`${field.name}\`: ${field.doc}${dead}`;
}

/** Why Caffe's fan_in is what it is, where it is not what one thinks. */
function fanNote({ layer, rule }: InferredLayer, { n, fillerField, shape }: Weight): string {
  if (n === null || fillerField !== 'weight_filler' || shape === null) return '';
  const param = rule?.param === undefined ? undefined : sub(layer.message, rule.param);
  if (!param) return '';
  const fields = param.type.fields;
  const group = fields.has('group') ? num(param, 'group') : 1;
  const first = 'Caffe takes fan_in = count / shape[0] and fan_out = count / shape[1] of the blob as it lies in memory';
  if (rule?.param === 'convolution_param' && shape[1] !== null && shape[1] === Math.trunc(num(param, 'num_output') / group) && layer.type === 'Deconvolution') {
    return `${first}. A deconvolution's blob has its inputs first, so fan_in counts the values of the *outputs*.`;
  }
  if (fields.has('transpose') && bool(param, 'transpose')) return `${first}. With \`transpose\` the inputs come first, so fan_in is \`num_output\`.`;
  if (fields.has('input_dim')) return `${first}. Embed's blob has the indices first, so fan_in is \`num_output\`.`;
  if (group > 1) return `With \`group: ${group}\` each output sees 1/${group} of the inputs: fan_in says so, fan_out does not.`;
  return '';
}
