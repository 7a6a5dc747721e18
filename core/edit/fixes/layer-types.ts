/** Fixes of types: which layer type or filler was meant. */
import type { Analysis } from '../../analysis/analysis';
import type { InferredLayer } from '../../infer/types';
import { v1Types } from '../../net/upgrade/v1-types';
import { entryOf } from '../../schema/message';
import { slipOf } from '../../text/suggest';
import { addAfter, addFields } from '../add-field';
import type { Fix } from '../change';
import { quoted } from '../quoted';
import { layerAt, replacement, type Fixer } from './fixer';
import { bestOf } from './guesses';

/**
 * The type of a layer without one, from its parameters and its name: the types that read the parameters; the type of layers
 * that are named alike (`conv2` like `conv1`); the type that the name spells (`relu1`, `pooling0`), or that such a layer is
 * usually named after (`fc6`).
 */
export const typeOfLayer: Fixer<'net/missing-layer-type'> = (analysis, problem) => {
  const found = layerAt(analysis, problem.span);
  const node = found?.layer.message.node;
  if (!found || !node || entryOf(found.layer.message, 'type')) return [];
  const { layers } = analysis.dialect;
  const written = new Set(node.fields.map(({ name }) => name).filter((name) => name.endsWith('_param')));
  const reading = layers.types.filter((type) => written.has(layers.get(type)?.param ?? ''));
  const named = typesNamed(analysis, found);
  const hasParam = reading.length > 0;
  const likely = hasParam ? [...named.filter((type) => reading.includes(type)), ...reading] : named;
  const isCurrent = analysis.text.startsWith('layer', found.layer.span.start) && !isOld(analysis, found);
  const fixes = [...new Set(likely)].map((type) => addition(analysis, found, type, isCurrent));
  // With its own parameters there is only one answer.
  const [only] = fixes;
  if (reading.length === 1 && named.every((type) => reading.includes(type)) && only) return [only];
  return bestOf(analysis, problem, fixes);
};

function isOld({ tree }: Analysis, { layer: { span } }: InferredLayer): boolean {
  return tree.root.fields.some(({ name, start, end }) => name === 'layers' && start <= span.start && span.start < end);
}

function typesNamed(analysis: Analysis, { layer }: InferredLayer): readonly string[] {
  const { layers } = analysis.dialect;
  const own = lettersOf(layer.name);
  if (own === '') return [];
  const alike = analysis.states
    .flatMap((state) => analysis.state(state).layers)
    .filter((one) => one.rule && one.layer.span.start !== layer.span.start && lettersOf(one.layer.name) === own)
    .map((one) => one.layer.type);
  const spelled = layers.types.filter((type) => {
    const usual = lettersOf(layers.get(type)?.skeleton?.name ?? type);
    return lettersOf(type) === own || usual === own;
  });
  const short = own.length < 3 ? [] : layers.types.filter((type) => type.toLowerCase().startsWith(own));
  const slip = slipOf(own, layers.types);
  const usual = spelled.filter((type) => type === usualLoss);
  const within = layers.types.filter((type) => type.length > 3 && own.includes(type.toLowerCase()));
  return [
    ...alike,
    ...usual,
    ...spelled,
    ...short,
    ...(slip === undefined ? [] : [slip]),
    ...within.toSorted((a, b) => b.length - a.length),
  ];
}

/** Of the losses, all of which a layer `loss` may be. */
const usualLoss = 'SoftmaxWithLoss';

/** The letters of the last part of a name, in lower case: those of `block2/conv_3x` are `conv`. */
function lettersOf(name: string): string {
  const last = name.slice(name.lastIndexOf('/') + 1);
  return (/[a-z]+(?:[_-][a-z]+)*/i.exec(last)?.[0] ?? '').replace(/[_-]/g, '').toLowerCase();
}

function addition(
  { text }: Analysis,
  { layer: { message } }: InferredLayer,
  type: string,
  isCurrent: boolean,
): Fix | undefined {
  const { node } = message;
  const value = isCurrent ? quoted(type) : v1Types.get(type);
  if (!node || value === undefined) return undefined;
  const field = `type: ${value}`;
  const name = node.fields.find((one) => one.name === 'name');
  const change = name ? addAfter(text, name, field) : addFields(text, node, [field]);
  return { id: 'add', args: { fields: field }, changes: [change] };
}

/** Names that other frameworks, and papers, use for the fillers of Caffe. */
const otherNames: Readonly<Record<string, string>> = {
  normal: 'gaussian',
  gauss: 'gaussian',
  he: 'msra',
  henormal: 'msra',
  kaiming: 'msra',
  kaimingnormal: 'msra',
  glorot: 'xavier',
  glorotuniform: 'xavier',
  xavieruniform: 'xavier',
  zero: 'constant',
  zeros: 'constant',
  const: 'constant',
  unitball: 'positive_unitball',
};

/** The filler that another framework calls so. */
export function fillerOfOthers({ dialect }: Pick<Analysis, 'dialect'>, written: string): string | undefined {
  const name = written.replace(/[^a-z]/gi, '').toLowerCase();
  const filler = Object.hasOwn(otherNames, name) ? otherNames[name] : undefined;
  return filler !== undefined && dialect.fillers.get(filler) ? filler : undefined;
}

/** A typing error, or what another framework calls a filler. */
export const fillerMeant: Fixer<'filler/unknown-type'> = (analysis, problem) => {
  const { span, suggestion } = problem;
  const meant = fillerOfOthers(analysis, analysis.text.slice(span.start, span.end)) ?? suggestion;
  return meant === undefined ? [] : [{ ...replacement(analysis, span, meant), guess: 'name' }];
};
