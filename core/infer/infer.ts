/**
 * Runs the rules over a net in one state: shapes, weights, problems. Unknown values propagate: a layer of unknown type,
 * or one whose text can't be read, has tops of unknown shape, and inference continues after it.
 */
import type { Dialect } from '../dialects/dialect';
import type { Layer, Net, TopRef } from '../net/model';
import type { Arity, LayerRule, SetUpInput, SetUpResult, World } from '../net/rules';
import { isKnown, type Shape } from '../net/shape';
import { bvlcLayers } from '../layers';
import { inPlaceOf, unfit, writtenBlobs } from '../layers/shared/written-blobs';
import { isError, suggesting, type Problem, type Span } from '../problems';
import { none, concat } from '../lists';
import { entriesOf, entryOf, nameSpan, type Message } from '../schema/message';
import { isParamOf, slipOfType } from '../schema/own-name';
import type { OtherCaffes } from '../schema/types';
import { checkArity } from './arity';
import { isForeign, isNamesake } from './foreign';
import { withMakers } from './makers';
import { checkLossMemory, checkParamSizes } from './memory';
import { paramOf } from './param-of';
import { checkSharing } from './sharing';
import type { InferredLayer, StateAnalysis, Weight } from './types';
import { weightsOf } from './weights';
import { common, inBoth, whateverIsMeant } from './whatever';

/** `change`: of each layer, before later ones read its tops. */
export function infer(
  net: Net,
  dialect: Dialect,
  world: World,
  change: (layer: InferredLayer) => InferredLayer = (layer) => layer,
): StateAnalysis {
  const shapes: Shape[] = new Array<Shape>(net.blobs.length).fill(null);
  const problems: Problem[] = [];
  const doubtful = new Set<number>();
  const sure: InferredLayer[] = [];
  const layers = net.layers.map((layer) => {
    const nBefore = problems.length;
    const inferred = change(withWritten(inferLayer(layer, shapes, net, dialect, world, problems), world));
    const readsDoubtful =
      doubtful.size > 0 && layer.bottoms.some(({ blob }) => blob !== undefined && doubtful.has(blob.id));
    if (readsDoubtful && problems.length > nBefore) {
      const blind: Problem[] = [];
      inferLayer(layer, [], net, dialect, world, blind);
      problems.push(...inBoth(problems.splice(nBefore), blind));
    }
    const isDoubtful = readsDoubtful || mayBeOthers(inferred) || isForeign(layer);
    if (!isDoubtful) sure.push(inferred);
    for (let i = 0; i < layer.tops.length; i++) {
      const { id } = (layer.tops[i] as TopRef).blob;
      shapes[id] = inferred.tops[i] ?? null;
      if (isDoubtful) doubtful.add(id);
    }
    return inferred;
  });
  problems.push(...checkSharing(sure));
  return { state: net.state, net, layers, problems, shapes };
}

/**
 * True where the text that determines the shapes has an error. The shapes are shown as far as they can be read, but
 * later layers report no errors that depend on them.
 */
function mayBeOthers({ layer, rule }: InferredLayer): boolean {
  return (
    layer.message.state !== 'sound' &&
    (layer.message.damaged === true || (rule !== undefined && paramOf(layer, rule).state !== 'sound'))
  );
}

/** Shapes from the author's comments, for tops that are otherwise unknown. */
function withWritten(inferred: InferredLayer, { topShapes }: World): InferredLayer {
  const { layer, tops } = inferred;
  if (!topShapes || tops.every(isKnown)) return inferred;
  const written = topShapes(layer.span);
  return written.length === 0
    ? inferred
    : { ...inferred, tops: tops.map((shape, i) => (isKnown(shape) ? shape : (written[i] ?? shape))) };
}

function inferLayer(
  layer: Layer,
  shapes: readonly Shape[],
  net: Net,
  dialect: Dialect,
  world: World,
  problems: Problem[],
): InferredLayer {
  const bottoms = layer.bottoms.map(({ blob }) => (blob ? (shapes[blob.id] ?? null) : null));
  const known = dialect.layers.get(layer.type);
  const unknownType = known ? undefined : problemOfType(layer, dialect);
  // A misspelt type is read as its suggestion, so that later layers keep their shapes.
  const rule =
    known ?? (unknownType?.suggestion === undefined ? undefined : dialect.layers.get(unknownType.suggestion));
  if (unknownType && (layer.message.state === 'sound' || layer.type !== '')) problems.push(unknownType);
  if (known?.facts && !dialect.others?.accepts(layer.type))
    problems.push(otherCaffe(layer.type, layer.typeSpan, known.facts.owners));
  const place: Place = { layer, bottoms, net, dialect, world, isMeant: known !== undefined };
  if (!rule) {
    if (!dialect.others && unknownType && unknownType.code !== 'net/fork-layer-type')
      problems.push(...ofAnyType(place));
    return unknown(place, rule);
  }
  if (isForeign(layer) || isNamesake(layer, rule, dialect)) return unknown(place, rule);
  if (layer.message.state === 'unreadable' && bears(layer.message, rule)) {
    problems.push(
      ...whateverIsMeant(layer, dialect.fillers.types, (guess) =>
        ofKnown(examine({ ...place, layer: guess }, rule), place),
      ),
    );
    return unknown(place, rule);
  }
  const examined = examine(place, rule);
  if (examined.problems.length > 0) problems.push(...ofKnown(examined, place));
  return examined.inferred ?? unknown(place, rule);
}

/**
 * In a Caffe that is not modelled, the numbers of bottoms and tops, and the conditions of its own layers, may differ.
 */
function ofKnown({ inferred, problems }: Examined, { layer, dialect }: Place): readonly Problem[] {
  const mayDiffer = dialect.others?.areLikely === true && (!inferred || !bvlcLayers.get(layer.type));
  return mayDiffer ? problems.filter((problem) => !isError(problem)) : problems;
}

function unknown({ layer, bottoms }: Place, rule: LayerRule | undefined): InferredLayer {
  return {
    layer,
    rule,
    bottoms,
    tops: layer.tops.map(() => null),
    params: none,
    openParams: true,
    fills: none,
    draws: null,
  };
}

/** A layer and everything that its set-up reads. */
interface Place {
  readonly layer: Layer;
  readonly bottoms: readonly Shape[];
  readonly net: Net;
  readonly dialect: Dialect;
  readonly world: World;
  /** False where the type is a guess. */
  readonly isMeant: boolean;
}

interface Examined {
  /** Undefined where the numbers of bottoms and tops don't allow set-up. */
  readonly inferred: InferredLayer | undefined;
  readonly problems: readonly Problem[];
}

function examine({ layer, bottoms, net, dialect, world, isMeant }: Place, rule: LayerRule): Examined {
  const param = paramOf(layer, rule);
  const { blobs: written, problems: wrong } = writtenBlobs(layer);
  const arity = checkArity(layer, rule.arityFor?.(param) ?? rule.arity);
  if (arity.length > 0)
    return { inferred: undefined, problems: withoutConsequences(layer, isMeant, param, concat(wrong, arity)) };
  const result = setUp(rule, { layer, param, bottoms, state: net.state, world, written });
  const ofSetUp = concat(wrong, result.problems);
  const isRejected = ofSetUp.some(isError);
  const { weights, problems: ofFillers } = weightsOf(layer, result.params, dialect);
  const fills = weightsOf(layer, result.fills ?? none, dialect);
  const found = concat(
    ofSetUp,
    isRejected ? ofFillers.filter(({ code }) => code !== 'filler/empty-blob') : ofFillers,
    fills.problems.length === 0 ? none : fills.problems.flatMap((problem) => whenItRuns(problem, fills.weights)),
    isRejected ? none : tooManyParams(layer, result),
    isRejected ? none : checkParamSizes(layer, param, result.params),
    isRejected ? none : checkLossMemory(layer, result.tops),
  );
  const problems = withMakers(withoutConsequences(layer, isMeant, param, found), layer, bottoms, net);
  const { tops, openParams, draws } = result;
  const inferred = { layer, rule, bottoms, tops, params: weights, fills: fills.weights, draws };
  return { inferred: openParams ? { ...inferred, openParams } : inferred, problems };
}

/** For an unknown type: errors in the fields that every layer type with the same `*_param` reports, for any bottoms. */
function ofAnyType(place: Place): readonly Problem[] {
  const { layer, dialect } = place;
  const { message, bottoms } = layer;
  if (dialect.open || message.damaged) return [];
  const written = new Set(
    message.entries.filter(({ value }) => typeof value === 'object').map(({ field }) => field.name),
  );
  const rules = dialect.layers.types
    .flatMap((type) => dialect.layers.get(type) ?? [])
    .filter(({ param }) => param !== undefined && written.has(param));
  const params = new Set(rules.map(({ param }) => param));
  const own = params.size === 1 ? entriesOf(message, [...params][0] ?? '')[0] : undefined;
  if (!own || typeof own.value !== 'object') return [];
  const blind = { ...place, bottoms: bottoms.map(() => null) };
  const open = rules.map((rule): LayerRule => ({ ...rule, arity: anyNumber, arityFor: () => anyNumber }));
  // Fields about weights indicate a layer with weights. Im2col has Convolution's fields too, but does not use these.
  const weighs = own.value.entries.some(
    ({ field: { name, typeName } }) => name === 'num_output' || typeName === 'FillerParameter',
  );
  const meant = weighs ? open.filter((rule) => (examine(blind, rule).inferred?.params.length ?? 0) > 0) : open;
  const look = (layer: Layer, rule: LayerRule): readonly Problem[] => examine({ ...blind, layer }, rule).problems;
  const found = common(
    meant.map((rule) =>
      message.state === 'unreadable'
        ? whateverIsMeant(layer, dialect.fillers.types, (guess) => look(guess, rule))
        : look(layer, rule),
    ),
  );
  return found.filter(({ span }) => own.valueNode.start <= span.start && span.end <= own.valueNode.end);
}

const anyNumber: Arity = { bottoms: {}, tops: {} };

/** Sets up the layer; blobs written in the file replace those that the rule makes. */
function setUp(rule: LayerRule, input: SetUpInput): SetUpResult {
  const result = rule.setUp(input);
  const { written } = input;
  if (written.length === 0 || rule.dropsWritten) return result;
  const wrong = rule.checksWritten || result.problems.some(isError) ? [] : unfit(input, result.params, written);
  return { ...result, params: inPlaceOf(result.params, written), problems: [...result.problems, ...wrong] };
}

/**
 * Drops Caffe errors that may only follow from an error reported already. Where only a field is wrong, errors located
 * in other fields are kept.
 */
function withoutConsequences(
  { message, typeSpan }: Layer,
  isMeant: boolean,
  param: Message,
  found: readonly Problem[],
): readonly Problem[] {
  if (found.length === 0 || (message.state === 'sound' && isMeant)) return found;
  const general = [message.span, param.span, typeSpan];
  const isFixable = message.state === 'sound' || message.state === 'flawed';
  const written = ({ span }: Problem): boolean => isFixable && !general.some(({ start }) => start === span.start);
  return found.filter((problem) => !isError(problem) || written(problem));
}

/** True where something unreadable determines the shapes, unlike a name or a learning rate. */
function bears({ entries }: Message, { param, alsoReads = [] }: LayerRule): boolean {
  const read = new Set(['type', 'bottom', 'top', ...(param === undefined ? [] : [param]), ...alsoReads]);
  return entries.some(
    ({ field, value }) =>
      read.has(field.name) && (value === undefined || (typeof value === 'object' && value.state === 'unreadable')),
  );
}

/**
 * Only a constant data filler runs at set-up; any other checks its fields in the first Forward (dummy_data_layer.cpp).
 */
function whenItRuns(problem: Problem, fills: readonly Weight[]): readonly Problem[] {
  if (!isError(problem) || problem.code === 'filler/unknown-type') return [problem];
  const { span } = problem;
  const own = fills.find(
    ({ fillerSpan }) => fillerSpan && fillerSpan.start <= span.start && span.end <= fillerSpan.end,
  );
  if (!own) return [];
  return [own.filler === 'constant' ? problem : { code: 'filler/rejected-later', span, args: { type: own.filler } }];
}

/** The problem of a type that the dialect lacks; undefined where the user or the dialect's V1 enum has declared it. */
function problemOfType(layer: Layer, dialect: Dialect): Problem | undefined {
  const { type, typeSpan: span } = layer;
  const { others } = dialect;
  if (type === '') return { code: 'net/missing-layer-type', span, args: {} };
  if (isEnumValue(layer)) return undefined;
  if (others) return problemOfGuess(layer, dialect, others);
  const forks = dialect.forks.layerTypeOwners(type);
  if (forks.length > 0)
    return {
      code: 'net/fork-layer-type',
      span,
      args: { type, dialect: dialect.label, forks: forks.map(({ label }) => label) },
    };
  if (dialect.open) return { code: 'net/unlisted-layer-type', span, args: { type, dialect: dialect.label } };
  return suggesting({ code: 'net/unknown-layer-type', span, args: { type } }, intendedType(layer, dialect));
}

/**
 * True for a V1 type that is only an enum value: whether a Caffe has it was reported with the fields, and what it
 * became is only known for BVLC's.
 */
function isEnumValue({ message }: Layer): boolean {
  const node = entryOf(message, 'type')?.valueNode;
  return node?.kind === 'scalar' && node.token !== 'string';
}

function otherCaffe(type: string, span: Span, owners: readonly string[]): Problem {
  return { code: 'schema/other-caffe', span, args: { name: type, names: [type], all: [type], owners } };
}

/** Where the dialect is a guess, only a type that looks misspelt is an error. */
function problemOfGuess(layer: Layer, dialect: Dialect, others: OtherCaffes): Problem | undefined {
  const { type, typeSpan: span } = layer;
  if (others.accepts(type)) return undefined;
  const owners = others.layerTypeOwners(type);
  if (owners.length > 0) return otherCaffe(type, span, owners);
  const suggestion = intendedType(layer, dialect);
  return suggestion === undefined
    ? { code: 'schema/unknown-name', span, args: { what: { phrase: 'layer-type' }, name: type } }
    : { code: 'net/unknown-layer-type', span, args: { type }, suggestion };
}

/** The type that an unknown one looks misspelt for; not where the layer has a parameter message named after its own type. */
function intendedType({ type, message }: Layer, { layers }: Dialect): string | undefined {
  const isOwn = message.node?.fields.some(({ name }) => isParamOf(name, type) && !message.type.fields.has(name));
  return isOwn === true ? undefined : slipOfType(type, layers.types);
}

function tooManyParams(layer: Layer, { params, openParams }: SetUpResult): readonly Problem[] {
  if (openParams) return none;
  const specs = entriesOf(layer.message, 'param');
  const extra = specs[params.length];
  if (!extra) return none;
  const span = nameSpan(extra.node);
  return [
    { code: 'net/too-many-params', span, args: { layer: layer.name, blobs: params.length, found: specs.length } },
  ];
}
