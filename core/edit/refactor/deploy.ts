/** Makes a deploy net from a net that trains and tests: inputs instead of data layers, without losses and labels. */
import { analyze, type Analysis } from '../../analysis/analysis';
import type { InferredLayer } from '../../infer/types';
import { appended } from '../../lists';
import { english } from '../../messages/en';
import type { Language } from '../../messages/language';
import { testState } from '../../net/state';
import type { Span } from '../../problems';
import { nums } from '../../schema/message';
import type { FieldNode, MessageNode } from '../../text/tree';
import { applyChanges, type TextChange } from '../change';
import { dropFields } from '../drop-fields';
import { indentOf, lineBreakOf } from '../lines-of';
import { hasNewError, outcomeOf } from '../outcome';
import { quoted } from '../quoted';
import { removeField, withComment } from '../remove-field';
import { freeName } from '../rename-top';
import { upgradeChanges } from '../upgrade';
import { inputLayer, inputsOf, likelySizes, type Input } from './deploy-inputs';

/**
 * The text of the deploy net, with the comments of the layers that are kept. Undefined where the net reads no data in
 * TEST, so that it already is one, has errors, or none of the tried inputs gives a net without new errors.
 */
export function deployText(analysis: Analysis, language: Language = english): string | undefined {
  const { text, kind, dialect } = analysis;
  if (kind !== 'net' || analysis.message?.state !== 'sound') return undefined;
  if (!analysis.state(testState).layers.some(isData)) return undefined;
  const upgrade = upgradeChanges(analysis);
  const today = upgrade.length === 0 ? analysis : analyze(applyChanges(text, upgrade), { dialect, kind });
  const plan = planOf(today);
  if (!plan) return undefined;
  const tried = new Set<string>();
  for (const sizes of likelySizes) {
    const input: InputWriter = (source, inputs) => inputLayer(today, source, inputs, sizes, language);
    let changes = changesFor(today, plan, input, new Set());
    const deployed = applyChanges(today.text, changes);
    if (tried.has(deployed)) continue;
    tried.add(deployed);
    let after = outcomeOf(today, changes);
    const filled = filledByPresence(today, after);
    if (filled.size > 0) {
      changes = changesFor(today, plan, input, filled);
      after = outcomeOf(today, changes);
    }
    if (!hasNewError(today, after) && keepsParams(today, after)) return applyChanges(today.text, changes);
  }
  return undefined;
}

/** Names of the layers that lose params without their fillers: in some Caffes a filler decides whether there is a param. */
function filledByPresence(before: Analysis, after: Analysis): ReadonlySet<string> {
  const had = new Map(before.state(testState).layers.map(({ layer, params }) => [layer.name, params.length]));
  return new Set(
    after
      .state(testState)
      .layers.filter(({ layer, params }) => params.length < (had.get(layer.name) ?? 0))
      .map(({ layer }) => layer.name),
  );
}

/** Whether the weights of the net still fit: in some nets the batch becomes channels. What is unknown of a shape may be anything. */
function keepsParams(before: Analysis, after: Analysis): boolean {
  const had = new Map(before.state(testState).layers.map(({ layer, params }) => [layer.name, params]));
  return after.state(testState).layers.every(({ layer, params }) =>
    params.every(({ shape }, i) => {
      const old = had.get(layer.name)?.[i]?.shape;
      return !old || !shape || old.every((dim, axis) => dim === null || dim === (shape[axis] ?? dim));
    }),
  );
}

type InputWriter = (source: InferredLayer, inputs: readonly Input[]) => string;

interface Plan {
  /** Data layers, each with those of its blobs that the net reads. */
  readonly sources: ReadonlyMap<InferredLayer, readonly Input[]>;
  readonly kept: readonly InferredLayer[];
  /** Losses that are replaced by the layer that they contain. */
  readonly replaced: ReadonlyMap<InferredLayer, string>;
}

/** The layer inside a loss that computes the net's output, such as probabilities. */
const inner: Readonly<Record<string, string>> = {
  SoftmaxWithLoss: 'Softmax',
  SigmoidCrossEntropyLoss: 'Sigmoid',
  InfogainLoss: 'Softmax',
};

function planOf(analysis: Analysis): Plan | undefined {
  const { layers } = analysis.state(testState);
  const isJudge = ({ rule, layer }: InferredLayer): boolean =>
    rule?.arity.automaticTops !== undefined ||
    rule?.skeleton?.bottoms?.includes('label') === true ||
    (rule === undefined && layer.bottoms.length === 0);
  /** Blobs that only losses and accuracies read, other than as predictions. */
  const labels = new Set<number>();
  const readersOf = new Map<number, { readonly by: InferredLayer; readonly at: number }[]>();
  for (const by of layers) {
    by.layer.bottoms.forEach(({ blob }, at) => {
      if (blob) readersOf.set(blob.id, appended(readersOf.get(blob.id), { by, at }));
    });
  }
  // In reverse order, since a blob that only labels depend on is a label too.
  for (const source of [...layers].reverse()) {
    for (const { blob } of source.layer.tops) {
      const readers = readersOf.get(blob.id) ?? [];
      const isLabel = readers.every(
        ({ by, at }) =>
          (isJudge(by) && at > 0) ||
          by.layer.type === 'Silence' ||
          (by.layer.tops.length > 0 && by.layer.tops.every((top) => labels.has(top.blob.id))),
      );
      if (readers.length > 0 && isLabel) labels.add(blob.id);
    }
  }
  const gone = new Set<number>(labels);
  const staying: InferredLayer[] = [];
  const losses = new Map<InferredLayer, string>();
  for (const inferred of layers) {
    const { layer } = inferred;
    if (isData(inferred)) continue;
    const loses =
      layer.bottoms.some(({ blob }) => !blob || gone.has(blob.id)) ||
      (layer.type === 'Silence' && layer.bottoms.length > 0);
    const inside = inferred.rule?.arity.automaticTops === undefined ? undefined : inner[layer.type];
    const [data] = layer.bottoms;
    if (inside !== undefined && data?.blob && !gone.has(data.blob.id)) losses.set(inferred, inside);
    else if (!loses && inferred.rule?.arity.automaticTops === undefined) staying.push(inferred);
    else for (const { blob } of layer.tops) gone.add(blob.id);
  }
  const { kept, replaced } = withoutHelpers(staying, losses);
  const bottoms = [
    ...kept.flatMap(({ layer }) => layer.bottoms),
    ...[...replaced.keys()].flatMap(({ layer }) => layer.bottoms.slice(0, 1)),
  ];
  const read = new Set(bottoms.flatMap(({ blob }) => (blob ? [blob.id] : [])));
  const sources = new Map(
    layers
      .filter(isData)
      .map((inferred) => [inferred, inputsOf(inferred, layers).filter(({ id }) => read.has(id))] as const),
  );
  return [...sources.values()].some((inputs) => inputs.length > 0) ? { sources, kept, replaced } : undefined;
}

/**
 * Auxiliary losses (of lower weight than another) are removed with the layers that lead to them alone; so is a loss
 * beside an existing layer of the type that would replace it.
 */
function withoutHelpers(
  layers: readonly InferredLayer[],
  losses: ReadonlyMap<InferredLayer, string>,
): Pick<Plan, 'kept' | 'replaced'> {
  let kept = layers;
  const replaced = new Map(losses);
  const weights = new Map(
    [...replaced.keys()].map((loss) => [loss, Number(nums(loss.layer.message, 'loss_weight')[0] ?? 1)]),
  );
  const most = Math.max(...weights.values());
  for (const [loss, inside] of losses) {
    const bottom = loss.layer.bottoms[0]?.blob?.id;
    if (kept.some(({ layer }) => layer.type === inside && layer.bottoms[0]?.blob?.id === bottom)) replaced.delete(loss);
    else if ((weights.get(loss) ?? 0) < most) {
      replaced.delete(loss);
      const gone = leadingTo(bottom, kept, replaced);
      kept = kept.filter((inferred) => !gone.has(inferred));
    }
  }
  return { kept, replaced };
}

/**
 * The layer that makes a blob without remaining readers, and the layers before it that are left without readers in
 * turn.
 */
function leadingTo(
  blob: number | undefined,
  kept: readonly InferredLayer[],
  replaced: ReadonlyMap<InferredLayer, string>,
): ReadonlySet<InferredLayer> {
  const makers = new Map(
    kept.toReversed().flatMap((inferred) => inferred.layer.tops.map((top) => [top.blob.id, inferred] as const)),
  );
  const reads = new Map<number | undefined, number>();
  const count = ({ layer }: InferredLayer, step: number): void =>
    layer.bottoms.forEach((bottom) => reads.set(bottom.blob?.id, (reads.get(bottom.blob?.id) ?? 0) + step));
  for (const inferred of [...kept, ...replaced.keys()]) count(inferred, 1);
  const gone = new Set<InferredLayer>();
  const waiting = [blob];
  while (waiting.length > 0) {
    const unread = waiting.pop();
    const maker = unread === undefined || (reads.get(unread) ?? 0) > 0 ? undefined : makers.get(unread);
    if (!maker || gone.has(maker)) continue;
    gone.add(maker);
    count(maker, -1);
    waiting.push(...maker.layer.bottoms.map((bottom) => bottom.blob?.id));
  }
  return gone;
}

/** True for a layer that reads records. Blobs of Input and DummyData layers exist in a deploy net too. */
function isData({ rule, layer }: InferredLayer): boolean {
  return rule?.source === true && layer.type !== 'Input' && layer.type !== 'DummyData' && layer.bottoms.length === 0;
}

function changesFor(
  analysis: Analysis,
  { sources, kept, replaced }: Plan,
  input: InputWriter,
  filled: ReadonlySet<string>,
): readonly TextChange[] {
  const { text, tree } = analysis;
  const byStart = new Map(
    [...sources.keys(), ...kept, ...replaced.keys()].map((inferred) => [inferred.layer.span.start, inferred]),
  );
  const changes: TextChange[] = [];
  for (const field of tree.root.fields) {
    if (field.name === 'state' || field.name === 'force_backward') changes.push(...dropFields(tree, [field]));
    if (field.name !== 'layer' || field.value?.kind !== 'message') continue;
    const inferred = byStart.get(field.start);
    const inputs = inferred && sources.get(inferred);
    const inside = inferred && replaced.get(inferred);
    if (!inferred || inputs?.length === 0) changes.push(withGap(text, field));
    else if (inputs) changes.push({ span: { start: field.start, end: field.end }, newText: input(inferred, inputs) });
    else if (inside !== undefined)
      changes.push({
        span: { start: field.start, end: field.end },
        newText: probabilities(
          text,
          inferred,
          inside,
          replaced.size > 1 ? `${inferred.layer.bottoms[0]?.name ?? ''}_prob` : freeName(analysis, 'prob'),
        ),
      });
    else changes.push(...withoutRules(analysis, inferred, field.value, filled.has(inferred.layer.name)));
  }
  return changes.sort((a, b) => a.span.start - b.span.start);
}

/** Removes state rules and what only training needs: fillers unless `keepsFillers`, and rates of params that are not shared. */
function withoutRules(
  { tree }: Analysis,
  { params, rule }: InferredLayer,
  node: MessageNode,
  keepsFillers: boolean,
): readonly TextChange[] {
  const fillers = new Set(keepsFillers ? [] : params.flatMap(({ fillerField }) => fillerField ?? []));
  const own = node.fields.filter(
    (field) =>
      field.name === 'include' || field.name === 'exclude' || field.name === 'loss_weight' || isNamelessParam(field),
  );
  const param = node.fields.find(({ name }) => name === rule?.param);
  const inParam = param?.value?.kind === 'message' ? param.value.fields.filter(({ name }) => fillers.has(name)) : [];
  return [...dropFields(tree, own), ...dropFields(tree, inParam)];
}

function isNamelessParam({ name, value }: FieldNode): boolean {
  return name === 'param' && value?.kind === 'message' && !value.fields.some((field) => field.name === 'name');
}

/** Removes the field with one of the blank lines around it. */
function withGap(text: string, field: Span): TextChange {
  const change = removeField(text, withComment(text, field));
  const blank = /^[ \t]*\r?\n/.exec(text.slice(change.span.end, change.span.end + 200))?.[0];
  const opens = /(?:^|\n)[ \t]*\r?\n$/.test(text.slice(Math.max(0, change.span.start - 200), change.span.start));
  return blank !== undefined && opens
    ? { ...change, span: { start: change.span.start, end: change.span.end + blank.length } }
    : change;
}

function probabilities(text: string, { layer }: InferredLayer, type: string, name: string): string {
  const [step, lineBreak] = [indentOf(text), lineBreakOf(text)];
  return [
    'layer {',
    `${step}name: ${quoted(name)}`,
    `${step}type: "${type}"`,
    `${step}bottom: ${quoted(layer.bottoms[0]?.name ?? '')}`,
    `${step}top: ${quoted(name)}`,
    '}',
  ].join(lineBreak);
}
