/** What the Caffes of some repositories add to BVLC's, in the format of forks. */
import { lazy } from '../lazy';
import { ownersOf, type AtlasData, type AtlasField, type AtlasLayerDefinition } from './atlas-data';
import { bvlcRaw } from './compiled';
import { scalarKinds } from './link';
import type { RawEnum, RawField, RawFork, RawLayer, RawMessage } from './raw';
import type { Label } from './types';

export function forkOf(data: AtlasData, chosen: readonly number[]): RawFork {
  const messages = messagesOf(data, chosen);
  return {
    label: chosen.map((index) => data.repositories[index]).join(' + '),
    messages,
    enums: enumsOf(data, chosen).filter(([name]) => !messages.some(([message]) => message === name)),
    layers: layersOf(data, chosen, messages),
    lacks: [],
    lacksLayers: [],
    fillers: [],
    lacksFillers: [],
  };
}

const labelNumbers: Readonly<Record<Label, number>> = { optional: 0, required: 1, repeated: 2 };
const bvlcFields = lazy(
  () =>
    new Map(
      bvlcRaw.messages.map(([message, , fields]) => [message, new Map(fields.map((field) => [field[0], field]))]),
    ),
);
const bvlcEnums = lazy(() => new Set(bvlcRaw.enums.map(([name]) => name)));

function messagesOf(data: AtlasData, chosen: readonly number[]): readonly RawMessage[] {
  const messages = new Map<string, readonly RawField[]>();
  const types = new Set<string>();
  for (const [message, fields] of data.messages) {
    const known = bvlcFields().get(message);
    // Thousands of fields, of which few are theirs; and many repositories are tried for the names of one file.
    const own: RawField[] = [];
    for (const [name, definitions] of fields) {
      const found = definitionFor(definitions, chosen);
      if (!found || isOtherKind(found, data, chosen)) continue;
      const replaced = known?.get(name);
      if (replaced && !widens(found, replaced)) continue;
      const { label, type, default: declared = replaced?.[4] ?? null, repositories } = found;
      own.push([name, NaN, labelNumbers[label], type, declared, '', namesOf(data, chosen, repositories)]);
    }
    if (own.length > 0) messages.set(message, own);
    for (const [, , , type] of own) types.add(type);
  }
  for (const type of types) if (!isDefined(type, data, chosen, messages)) messages.set(type, []);
  return [...messages].map(([name, fields]) => [name, '', fields]);
}

/** A repository may have several protos: takes the most permissive of its definitions. */
function definitionFor(definitions: readonly AtlasField[], chosen: readonly number[]): AtlasField | undefined {
  for (const index of chosen) {
    let own: AtlasField | undefined;
    for (const definition of definitions) {
      if (!definition.repositories.includes(index)) continue;
      if (definition.label === 'repeated') return definition;
      own ??= definition;
    }
    if (own) return own;
  }
  return undefined;
}

/**
 * A name that is a message in one Caffe and an enum in another can only be one of them in a schema: the message wins.
 */
function isOtherKind(
  { type, repositories }: AtlasField,
  { messages, enums }: AtlasData,
  chosen: readonly number[],
): boolean {
  const fields = messages.get(type);
  if (!fields || !enums.has(type)) return false;
  const owners = ownersOf([...fields.values()].flat());
  const isMessage = chosen.some((index) => owners.includes(index));
  return isMessage && repositories.some((index) => !owners.includes(index));
}

const wider: Readonly<Record<string, readonly string[]>> = {
  int32: ['int64'],
  uint32: ['int64', 'uint64'],
  float: ['double'],
};

/**
 * The choice of a Caffe is a guess, and a guess must not reject what BVLC's accepts. So a field of BVLC's is only
 * replaced by one that accepts more, and keeps its default.
 */
function widens({ label, type }: AtlasField, [, , knownLabel, knownType]: RawField): boolean {
  const widerType = wider[knownType]?.includes(type) === true;
  const repeats = label === 'repeated' && knownLabel !== labelNumbers.repeated;
  const sameLabel = labelNumbers[label] === knownLabel;
  return (widerType && (sameLabel || repeats)) || (repeats && type === knownType);
}

function isDefined(
  type: string,
  { enums }: AtlasData,
  chosen: readonly number[],
  messages: ReadonlyMap<string, unknown>,
): boolean {
  return (
    scalarKinds.has(type) ||
    messages.has(type) ||
    bvlcFields().has(type) ||
    bvlcEnums().has(type) ||
    [...(enums.get(type)?.values() ?? [])].some((owners) => owners.some((index) => chosen.includes(index)))
  );
}

function enumsOf(data: AtlasData, chosen: readonly number[]): readonly RawEnum[] {
  return [...data.enums].flatMap(([name, values]): readonly RawEnum[] => {
    const own = [...values].filter(([, repositories]) => chosen.some((index) => repositories.includes(index)));
    if (own.length === 0) return [];
    return [
      [name, '', own.map(([value, repositories]) => [value, NaN, '', namesOf(data, chosen, repositories)] as const)],
    ];
  });
}

function layersOf(data: AtlasData, chosen: readonly number[], messages: readonly RawMessage[]): readonly RawLayer[] {
  const own = messages.find(([name]) => name === 'LayerParameter')?.[2] ?? [];
  const params = new Map(
    [...(bvlcFields().get('LayerParameter')?.keys() ?? []), ...own.map(([name]) => name)].map((name) => [
      squashed(name),
      name,
    ]),
  );
  return [...data.layers].flatMap(([type, definitions]): readonly RawLayer[] => {
    let first: AtlasLayerDefinition | undefined;
    for (const index of chosen) first ??= definitions.find(({ repositories }) => repositories.includes(index));
    if (!first) return [];
    const { bottoms, tops } = first;
    const owners = namesOf(data, chosen, ownersOf(definitions));
    return [[type, params.get(squashed(`${type}Param`)) ?? '', [], '', { owners, bottoms, tops }]];
  });
}

/** Makes `SmoothL1LossParam` and `smooth_l1_loss_param` equal. */
function squashed(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}

/** The chosen repositories come first. */
function namesOf({ repositories }: AtlasData, chosen: readonly number[], owners: readonly number[]): readonly string[] {
  const first = chosen.filter((index) => owners.includes(index));
  const others = owners.filter((index) => !first.includes(index));
  return [...first, ...others].map((index) => repositories[index] ?? '');
}
