/**
 * What a target makes of a net: layers that it lacks, fields that it silently ignores, limits, and what must be
 * rewritten. Each is a warning at the token that causes it.
 */
import type { InferredLayer, StateAnalysis } from '../infer/types';
import { appended, none } from '../lists';
import type { LayerHead } from '../net/heads';
import type { NetState } from '../net/model';
import { testState } from '../net/state';
import type { Phrase, Problem, Span } from '../problems';
import {
  entriesOf,
  fieldOf,
  has,
  nameSpan,
  placeOf,
  sub,
  valueSpan,
  type Entry,
  type Message,
} from '../schema/message';
import type { Schema } from '../schema/types';
import type { FieldNode } from '../text/tree';
import { holds, namesIn, valueOf, type Name, type Value } from './condition';
import { changesNothing } from './neutral';
import { isFieldRead, unreadableFields, unreadFields } from './parser-fields';
import { scopeOf } from './scope';
import { named, type Limit, type Target, type TargetLayer } from './target';

export interface TargetInput {
  /** The net in the state that is deployed: TEST, where the file serves it. */
  readonly state: StateAnalysis;
  /** All layers of the file, and the file as it is written. */
  readonly heads: readonly LayerHead[];
  readonly message: Message;
  /** BVLC's fields, from which those of the target's parser are given as a difference. */
  readonly bvlc: Schema;
}

export function judge(target: Target, input: TargetInput): readonly Problem[] {
  const { bvlc } = input;
  const training = trainingIn(target, input);
  const judged = training
    ? input.state.layers.filter((inferred) => !isForTraining(target, inferred))
    : input.state.layers;
  const kept = training ? new Set(judged.map(({ layer }) => layer.span.start)) : undefined;
  return [
    ...unreadableFields(target, input, kept),
    ...oldForms(target, input.message),
    ...(training ? [training] : none),
    ...judged.flatMap((inferred) => judgeLayer(target, inferred, bvlc)),
  ];
}

/** What a target makes of one layer. */
export function judgeLayer(target: Target, inferred: InferredLayer, bvlc: Schema): readonly Problem[] {
  const { layer } = inferred;
  const known = Object.hasOwn(target.layers, layer.type) ? target.layers[layer.type] : undefined;
  const params = paramsOf(inferred, known);
  const problems: Problem[] = [];
  if (!known && target.custom) problems.push(rewriteOf(target, inferred, target.custom.type, 'custom'));
  else if (!known)
    problems.push({
      code: 'target/unsupported-layer',
      span: layer.typeSpan,
      args: { ...named(target), type: layer.type },
    });
  if (known?.rewrite) problems.push(rewriteOf(target, inferred, known.rewrite.type, 'type'));
  if (known ? known.reads !== undefined : target.otherLayers === 'lose fields')
    problems.push(
      ...params
        // Fields of a message that the parser rejects are not silently lost.
        .filter(({ node }) =>
          layer.message.entries.every((entry) => entry.valueNode !== node || isFieldRead(target, bvlc, entry.field)),
        )
        .flatMap((param) => lostIn(target, inferred, known, param, bvlc)),
    );
  const limits = [...(known?.limits ?? none), ...target.limits];
  const unread = limits.length > 0 && params[0] ? unreadFields(target, bvlc, params[0]) : none;
  for (const limit of limits) {
    const problem = limitIn(target, inferred, { param: params[0], unread }, limit);
    if (problem) problems.push(problem);
  }
  return problems;
}

/** The messages that configure the layer; the first is its own, which may be absent. */
function paramsOf({ layer: { message }, rule }: InferredLayer, known: TargetLayer | undefined): readonly Message[] {
  const own = known?.param ?? rule?.param;
  const first = own === undefined ? undefined : (sub(message, own) ?? emptyParam(message, own));
  const others = (rule?.alsoReads ?? none)
    .filter((name) => !shared.has(name))
    .flatMap((name) => sub(message, name) ?? none);
  return first ? [first, ...others] : others;
}

/** Messages of training alone. */
const shared = new Set(['transform_param', 'loss_param']);

function emptyParam(message: Message, name: string): Message | undefined {
  const type = fieldOf(message.type, name)?.message;
  return type && { type, span: message.span, node: undefined, entries: [], state: 'sound' };
}

function lostIn(
  target: Target,
  inferred: InferredLayer,
  known: TargetLayer | undefined,
  param: Message,
  bvlc: Schema,
): readonly Problem[] {
  const scope = scopeOf(inferred, param);
  const bottom = inferred.bottoms[0] ?? null;
  // A field may be repeated many times; it is judged once.
  const byName = new Map<string, Entry[]>();
  for (const entry of param.entries) byName.set(entry.field.name, appended(byName.get(entry.field.name), entry));
  return [...byName].flatMap(([name, entries]): Problem | readonly Problem[] => {
    const [first] = entries;
    if (!first || !isFieldRead(target, bvlc, first.field) || known?.reads?.includes(name)) return none;
    const condition = known?.readsIf?.[name];
    if (condition && holds(condition, scope) !== false) return none;
    if (known?.readsFirst?.includes(name)) return laterValue(target, inferred, entries);
    const lost = entries.find((entry) => !changesNothing(entry, known?.assumes?.[name], bottom));
    return lost ? lostField(target, inferred, lost) : none;
  });
}

function lostField(target: Target, { layer }: InferredLayer, { field, node }: Entry): Problem {
  const args = { ...named(target), name: field.name, type: layer.type };
  return { code: 'target/lost-field', span: nameSpan(node), args };
}

/** The first value that differs from the first one, of a field of which only the first is read. */
function laterValue(target: Target, inferred: InferredLayer, entries: readonly Entry[]): Problem | readonly Problem[] {
  const [first] = entries;
  const other = entries.find(({ value }) => typeof value === 'object' || value !== first?.value);
  if (!first || !other || other === first) return none;
  // As if the field were not there at all.
  if (changesNothing(first, undefined, null)) return lostField(target, inferred, other);
  const limit: Phrase = { phrase: 'target-first-value', args: { name: first.field.name } };
  return { code: 'target/limit', span: valueSpan(other), args: { ...named(target), limit } };
}

function limitIn(
  target: Target,
  inferred: InferredLayer,
  { param, unread }: { readonly param: Message | undefined; readonly unread: readonly FieldNode[] },
  { requires, at }: Limit,
): Problem | undefined {
  const scope = scopeOf(inferred, param, unread.length);
  if (holds(requires, scope) !== false) return undefined;
  const names = namesIn(requires);
  const values = names.map((name) => `${name.text} = ${shown(valueOf(name, scope))}`);
  const limit: Phrase = { phrase: 'target-requires', args: { condition: requires.text, values } };
  const fields = at === undefined ? [...names].sort(windowsFirst).flatMap(fieldsOf) : [at];
  const [other] = names.some(({ root }) => root === 'unread') ? unread : none;
  const field = fields.find((name) => param && has(param, name));
  const written = field !== undefined && param ? placeOf(param, field) : inferred.layer.typeSpan;
  return { code: 'target/limit', span: other ? nameSpan(other) : written, args: { ...named(target), limit } };
}

/** A limit of windows is about them, even if it holds only for some methods of pooling. */
function windowsFirst(a: Name, b: Name): number {
  return Number(b.root === 'window') - Number(a.root === 'window');
}

/** The fields that a name may depend on. */
function fieldsOf({ root, text }: Name): readonly string[] {
  if (root !== 'window') return [root];
  const part = /^window\.(\w+)/.exec(text)?.[1] ?? '';
  return [part === 'kernel' ? 'kernel_size' : part, `${part}_h`, `${part}_w`];
}

function shown(value: Value): string {
  const text = typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '?');
  return text.length > maxShown ? `${text.slice(0, maxShown)}…` : text;
}

const maxShown = 60;

function rewriteOf(target: Target, { layer }: InferredLayer, type: string, how: 'type' | 'custom'): Problem {
  const form: Phrase = { phrase: 'target-type', args: { type } };
  return { code: 'target/rewrite', span: layer.typeSpan, args: { ...named(target), form, how } };
}

/** Old forms of the file that the target does not read. */
function oldForms(target: Target, message: Message): readonly Problem[] {
  const { layers, inputs } = target.rewrites ?? {};
  const found: Problem[] = [];
  for (const [name, source] of [
    ['layers', layers],
    ['input', inputs],
  ] as const) {
    const [first] = source === undefined ? none : entriesOf(message, name);
    if (!first) continue;
    const form: Phrase = { phrase: 'target-current-format', args: { name } };
    found.push({
      code: 'target/rewrite',
      span: nameSpan(first.node),
      args: { ...named(target), form, how: 'upgrade' },
    });
  }
  return found;
}

/** A net with data layers, or with layers of other states, must be made a deploy net. */
function trainingIn(target: Target, { state, heads }: TargetInput): Problem | undefined {
  const { data, states } = target.rewrites ?? {};
  const source =
    data === undefined
      ? undefined
      : state.layers.find((inferred) => isForTraining(target, inferred) && inferred.rule?.source);
  const kept = new Set(state.layers.map(({ layer }) => layer.span.start));
  const span: Span | undefined =
    source?.layer.typeSpan ??
    (states === undefined ? undefined : heads.find((head) => !kept.has(head.span.start))?.typeSpan);
  const form: Phrase = { phrase: 'target-deploy-net' };
  return span && { code: 'target/rewrite', span, args: { ...named(target), form, how: 'deploy' } };
}

/** Layers that a deploy net lacks: data, losses and measures of accuracy. */
function isForTraining(target: Target, { layer, rule }: InferredLayer): boolean {
  if (layer.type === 'Input' || Object.hasOwn(target.layers, layer.type)) return false;
  return rule?.source === true || rule?.arity.automaticTops !== undefined || layer.type === 'Accuracy';
}

/** The state that is deployed: TEST, where the file serves it. */
export function deployState(states: readonly NetState[]): NetState {
  return states.find(({ phase }) => phase === 'TEST') ?? states[0] ?? testState;
}
