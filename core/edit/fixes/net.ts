/** Fixes of nets: names, counts, and old formats. */
import type { netProblems } from '../../problems/net';
import { allows } from '../../infer/arity';
import { specFields } from '../../net/upgrade/v1';
import { entriesOf, entryOf } from '../../schema/message';
import { nearest } from '../../text/suggest';
import { addAfter, addFields } from '../add-field';
import { fieldAt } from '../field-at';
import { upgradeFix } from '../upgrade';
import { useOwner } from './fork';
import {
  entryAt,
  layerAt,
  layerNode,
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

/** The nearest name of a blob that an earlier layer makes, unless exactly this name is made elsewhere. */
const nearestBlob: Fixer<'net/unknown-bottom'> = (analysis, { span, args, related = [] }) => {
  const { name } = args;
  if (typeof name !== 'string' || name === '' || related.length > 0) return [];
  const makers = [...analysis.names.blobs].filter(([, places]) =>
    places.some((place) => place.role !== 'bottom' && place.layerSpan.end <= span.start),
  );
  const suggestion = nearest(
    name,
    makers.map(([blob]) => blob),
  );
  return suggestion === undefined ? [] : [{ ...replacement(analysis, span, suggestion), guess: 'name' }];
};

/** The nearest type that accepts the layer's numbers of bottoms and tops. */
const nearestType: Fixer<'net/unknown-layer-type'> = (analysis, { span, args }) => {
  const layer = layerAt(analysis, span)?.layer;
  const { layers } = analysis.dialect;
  const fitting = layers.types.filter((type) => {
    const arity = layers.get(type)?.arity;
    return layer && arity && allows(arity.bottoms, layer.bottoms.length) && allows(arity.tops, layer.tops.length);
  });
  const suggestion = nearest(String(args.type), fitting);
  return suggestion === undefined ? [] : [{ ...replacement(analysis, span, suggestion), guess: 'name' }];
};

/** The type that reads the parameters of the layer, if there is exactly one. */
const typeOfParams: Fixer = (analysis, { span }) => {
  const found = layerAt(analysis, span);
  const node = layerNode(analysis, span);
  if (!found || !node || entryOf(found.layer.message, 'type')) return [];
  const { layers } = analysis.dialect;
  const written = node.fields.map(({ name }) => name).filter((name) => name.endsWith('_param'));
  const fitting = layers.types.filter((type) => written.some((name) => layers.get(type)?.param === name));
  const [type] = fitting;
  if (type === undefined || fitting.length > 1) return [];
  const field = `type: "${type}"`;
  const name = node.fields.find((one) => one.name === 'name');
  const change = name ? addAfter(analysis.text, name, field) : addFields(analysis.text, node, [field]);
  return [{ id: 'add', args: { fields: field }, changes: [change] }];
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
  'net/missing-layer-type': typeOfParams,
  'net/duplicate-layer-name': 'author',
  'net/drift': 'author',
  'net/unknown-bottom': nearestBlob,
  'net/top-made-twice': renameIt,
  'net/bottom-count': 'author',
  'net/top-count': 'author',
  'net/too-many-params': surplusParams,
  'net/in-place-of-shared': renameIt,
  'net/copy-name-taken': renameIt,
  'net/include-and-exclude': 'several',
  'net/loss-weight-count': padTo('loss_weight', '0'),
  'net/propagate-down-count': padTo('propagate_down', 'true'),
  'net/shared-shape': 'several',
  'net/shared-count': 'several',
  'net/shared-lr-mult': asOwner,
  'net/shared-decay-mult': asOwner,
  'net/layer-and-layers': upgrade,
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
};
