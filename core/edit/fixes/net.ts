/** Fixes of nets: names, counts, and old formats. */
import type { netProblems } from '../../problems/net';
import { allows } from '../../infer/arity';
import { specFields } from '../../net/upgrade/v1';
import { entriesOf } from '../../schema/message';
import { nearest, slipOf } from '../../text/suggest';
import { addAfter } from '../add-field';
import type { Fix } from '../change';
import { fieldAt } from '../field-at';
import { upgradeFix } from '../upgrade';
import { useOwner } from './fork';
import { bestOf } from './guesses';
import { typeOfLayer } from './layer-types';
import { bottoms, knownBottom, ownTop, tops } from './wiring';
import {
  entryAt,
  layerAt,
  messageAt,
  removal,
  removeIt,
  renameIt,
  replacement,
  suggested,
  type Fixer,
  type Fixes,
} from './fixer';

const upgrade: Fixer = (analysis) => {
  const fix = upgradeFix(analysis);
  return fix ? [fix] : [];
};

/** The nearest type that accepts the layer's numbers of bottoms and tops. */
const nearestType: Fixer<'net/unknown-layer-type'> = (analysis, { span, args }) => {
  const layer = layerAt(analysis, span)?.layer;
  const { layers } = analysis.dialect;
  const fitting = layers.types.filter((type) => {
    const arity = layers.get(type)?.arity;
    return layer && arity && allows(arity.bottoms, layer.bottoms.length) && allows(arity.tops, layer.tops.length);
  });
  // Where the blobs are wrong too, only a name that looks like it counts.
  const suggestion = nearest(String(args.type), fitting) ?? slipOf(String(args.type), layers.types);
  return suggestion === undefined ? [] : [{ ...replacement(analysis, span, suggestion), guess: 'name' }];
};

/** Removes `exclude`, or `include`. */
const oneRule: Fixer<'net/include-and-exclude'> = (analysis, problem) => {
  const { message, tree } = analysis;
  const owner = message && entryAt({ message }, problem.span)?.owner;
  if (!owner) return [];
  const candidates = ['exclude', 'include'].map((name) => {
    const nodes = [...new Set(entriesOf(owner, name).map(({ node }) => node))];
    return nodes.length > 0 ? removal(tree, nodes, name) : undefined;
  });
  return bestOf(analysis, problem, candidates);
};

/** The keyword of the layers in the minority, if they are written like the others; else all in the current format. */
const oneFormat: Fixer<'net/layer-and-layers'> = (analysis, problem) => {
  const found = analysis.text.slice(problem.span.start, problem.span.end);
  const other = found === 'layer' ? 'layers' : 'layer';
  const rare = analysis.tree.root.fields.filter(({ name }) => name === found);
  const keyword: Fix = {
    id: 'replace',
    args: { suggestion: other },
    changes: rare.map(({ start, nameEnd }) => ({ span: { start, end: nameEnd }, newText: other })),
    guess: 'name',
  };
  return bestOf(analysis, problem, [keyword, ...upgrade(analysis, problem)]);
};

const surplusParams: Fixer<'net/too-many-params'> = ({ tree, message }, { span, args }) => {
  const owner = message && messageAt({ message }, { start: span.start, end: span.end });
  const layer = owner?.type.name === 'ParamSpec' && message ? entryAt({ message }, span)?.owner : owner;
  if (!layer) return [];
  // In old formats each of four lists has one item per blob.
  const surplus = Object.keys(specFields).flatMap((name) => entriesOf(layer, name).slice(Number(args.blobs)));
  const nodes = surplus.map(({ node }) => node).sort((a, b) => a.start - b.start);
  if (nodes.length === 0 || nodes.some(({ value }) => value?.kind === 'list')) return [];
  return [removal(tree, nodes, [...new Set(nodes.map(({ name }) => name))].join(', '))];
};

/** Missing items of a list with one item per blob are filled with the default; surplus ones are removed. */
function padTo(name: string, value: string): Fixer<'net/loss-weight-count' | 'net/propagate-down-count'> {
  return ({ text, tree, message }, { span, args }) => {
    const owner = message && entryAt({ message }, span)?.owner;
    const nodes = owner ? entriesOf(owner, name).map(({ node }) => node) : [];
    const missing = Number(args.expected) - nodes.length;
    const last = nodes.at(-1);
    if (!last || new Set(nodes).size < nodes.length) return [];
    if (missing < 0) return [removal(tree, nodes.slice(missing), name)];
    const field = `${name}: ${value}`;
    const changes = [addAfter(text, last, Array.from({ length: missing }, () => field).join(' '))];
    return [{ id: 'add', args: { fields: field }, changes }];
  };
}

/** The rate of the layer that owns the shared param, which all other layers must have too. */
const asOwner: Fixer<'net/shared-lr-mult' | 'net/shared-decay-mult'> = (analysis, { span, args }) => {
  const field = fieldAt(analysis.tree, span);
  if (field?.value?.kind !== 'scalar') return [];
  return [replacement(analysis, { start: field.value.start, end: field.value.end }, String(args.expected))];
};

export const netFixes: Fixes<keyof typeof netProblems> = {
  'net/unknown-layer-type': nearestType,
  'net/fork-layer-type': useOwner,
  'net/unlisted-layer-type': 'none',
  'net/missing-layer-type': typeOfLayer,
  'net/duplicate-layer-name': 'author',
  'net/drift': 'author',
  'net/unknown-bottom': knownBottom,
  'net/duplicate-top': ownTop,
  'net/bottom-count': bottoms,
  'net/top-count': tops,
  'net/too-many-params': surplusParams,
  'net/in-place-of-shared': renameIt,
  'net/copy-name-taken': renameIt,
  'net/include-and-exclude': oneRule,
  'net/loss-weight-count': padTo('loss_weight', '0'),
  'net/propagate-down-count': padTo('propagate_down', 'true'),
  'net/shared-shape': 'several',
  'net/shared-count': 'several',
  'net/shared-lr-mult': asOwner,
  'net/shared-decay-mult': asOwner,
  'net/layer-and-layers': oneFormat,
  'net/unknown-v0-type': suggested,
  'net/padding-reader-type': 'several',
  'net/padding-reader-bottoms': 'several',
  'net/padding-blobs': 'author',
  'net/input-without-shape': 'author',
  'net/input-dim-count': 'author',
  'net/input-count': 'author',
  'net/input-shape-and-dim': 'several',
  'net/v0-field-ignored': removeIt,
  'net/v1-in-v0': 'author',
  'net/out-of-state': 'none',
  'net/old-format': upgrade,
  'net/rejected-in-state': 'none',
};
