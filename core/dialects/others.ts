/**
 * A dialect that the user did not name is a guess: names that it lacks may belong to another Caffe. Modelled forks are
 * tried first, then the atlas of public Caffes; what the repositories that explain a text define beyond the guess
 * becomes a part of it.
 */
import { memoizeByKey } from '../lazy';
import { atlas } from '../schema/atlas';
import { ownersOf as ownersOfAll } from '../schema/atlas-data';
import { bvlcSchema } from '../schema/compiled';
import { forkIds, forkNames, rawFork } from '../schema/forks';
import type { RawField, RawFork } from '../schema/raw';
import { isNumeric } from '../schema/scalars';
import type { ForkName, MessageType, OtherCaffes } from '../schema/types';
import { withAlternatives } from './alternatives';
import { caffesOf, layersOf, modelledIn, solverIn } from './atlas-part';
import { compose } from './compose';
import type { Dialect } from './dialect';
import { weightOf } from './evidence';
import type { Misfit } from './misfits';
import { forkRules } from './rules';

/** More repositories than these do not explain more of a text. */
const maxRepositories = 4;

/** `left`: names of the text that the guess lacks. The atlas is only read where there are any. */
export function guessed(base: Dialect, isUnion: boolean, left: readonly Misfit[]): Dialect {
  const repositories = left.length === 0 ? [] : repositoriesFor(left);
  return extended(`${base.id} ${isUnion ? 'kept' : 'lacked'} ${repositories.join(' ')}`, () => {
    if (repositories.length === 0) return withAlternatives({ ...base, others: othersBeyond([]) }, repositories);
    const caffes = caffesOf(repositories);
    const modelled = layersOf(repositories);
    const fork = additionsTo(base, modelledIn(atlas().forkOf(repositories), modelled));
    const { layerTypeOwners } = othersBeyond(repositories);
    const rules = {
      layers: modelled.flatMap(({ layers }) =>
        layers.map((rule) => ({ ...rule, facts: { owners: layerTypeOwners(rule.type), bottoms: {}, tops: {} } })),
      ),
      ...solverIn(modelled),
    };
    const whole = compose([{ id: '', fork, rules }, ...base.parts], isUnion ? 'kept' : 'lacked');
    const named = [...(base.parts.length === 0 && caffes.length > 0 ? [] : [base]), ...caffes];
    const guess = {
      ...whole,
      id: named.map(({ id }) => id).join('+'),
      label: named.map(({ label }) => label).join(' + '),
      parts: base.parts,
      others: othersBeyond(repositories),
    };
    return withAlternatives(guess, repositories);
  });
}

const extended = memoizeByKey<Dialect>();

/** A small set of repositories that have the most of these names, the one with the most first. */
function repositoriesFor(left: readonly Misfit[]): readonly number[] {
  let open = left.filter((misfit) => misfit.kind !== 'use' && weightOf(misfit) > 0);
  const chosen: number[] = [];
  while (open.length > 0 && chosen.length < maxRepositories) {
    const sums = new Map<number, number>();
    for (const misfit of open)
      for (const owner of ownersOf(misfit)) sums.set(owner, (sums.get(owner) ?? 0) + weightOf(misfit));
    const most = Math.max(...sums.values());
    const [best] = [...sums.keys()].filter((owner) => sums.get(owner) === most).sort(byPreference);
    if (best === undefined) break;
    chosen.push(best);
    open = open.filter((misfit) => !ownersOf(misfit).includes(best));
  }
  return chosen;
}

/** Among repositories that explain a text equally well, a modelled one is chosen, then the one that adds the least. */
function byPreference(a: number, b: number): number {
  return layersOf([b]).length - layersOf([a]).length || sizeOf(a) - sizeOf(b) || a - b;
}

function ownersOf({ kind, of, name }: Misfit): readonly number[] {
  switch (kind) {
    case 'field':
      return atlas().fieldOwners(of, name);
    case 'value':
      return atlas().enumValueOwners(of, name);
    case 'layer':
      return atlas().layer(name)?.repositories ?? [];
    case 'use':
      return [];
  }
}

/** Of all repositories: one text may ask for nearly all. */
const sizes = memoizeByKey<number>(Infinity);
function sizeOf(repository: number): number {
  return sizes(String(repository), () => {
    const { messages, layers } = atlas().forkOf([repository]);
    return messages.reduce((sum, [, , fields]) => sum + fields.length, layers.length);
  });
}

/**
 * Existing names keep their meaning: only names that the dialect lacks are added, and fields of modelled Caffes may be
 * repeated as there.
 */
function additionsTo({ schema, layers }: Dialect, fork: RawFork): RawFork {
  return {
    ...fork,
    messages: fork.messages.map(([name, doc, fields]) => {
      const known = schema.messages.get(name);
      return [name, doc, known ? fields.filter((field) => isAddition(field, known.fields)) : fields] as const;
    }),
    layers: fork.layers.filter(([type]) => !layers.get(type)),
  };
}

/** The owners of a field are those of an unmodelled Caffe. */
function isAddition([name, , label, type, , , owners]: RawField, known: MessageType['fields']): boolean {
  const field = known.get(name);
  if (!field) return true;
  return !owners && label === repeated && field.label !== 'repeated' && field.typeName === type;
}

/** As in protobuf's FieldDescriptorProto. */
const repeated = 2;

/** Which Caffes have a name; `repositories`: those that are likely the file's own. */
export function othersBeyond(repositories: readonly number[]): OtherCaffes {
  const named = (owners: readonly number[]): readonly string[] =>
    [...owners]
      .sort((a, b) => Number(repositories.includes(b)) - Number(repositories.includes(a)))
      .flatMap((index) => atlas().repositories[index] ?? []);
  return {
    areLikely: repositories.length > 0,
    fieldOwners: (message, field) => [
      ...labelsOf(forkNames.fieldOwners(message, field)),
      ...named(atlas().fieldOwners(message, field)),
    ],
    repeatedFieldOwners: (message, field) => [
      ...labelsOf(forkNames.repeatedFieldOwners(message, field)),
      ...named(
        ownersOfAll(
          atlas()
            .fieldDefinitions(message, field)
            .filter(({ label }) => label === 'repeated'),
        ),
      ),
    ],
    enumValueOwners: (enumName, value) => [
      ...labelsOf(forkNames.enumValueOwners(enumName, value)),
      // The atlas has no numbers.
      ...named(isNumeric(value) ? atlas().enumOwners(enumName) : atlas().enumValueOwners(enumName, value)),
    ],
    layerTypeOwners: (type) => [
      ...labelsOf(forkNames.layerTypeOwners(type)),
      ...named(atlas().layer(type)?.repositories ?? []),
    ],
    fillerOwners: (type) => labelsOf(forkNames.fillerOwners(type)),
    policyOwners: (policy) =>
      forkIds.filter((id) => forkRules[id]?.solver?.policies.get(policy)).map((id) => rawFork(id)?.label ?? id),
    definesOtherwise: ({ owner, name, label, typeName }) => {
      const isBvlcs = bvlcSchema.messages.get(owner)?.fields.has(name) ?? false;
      return atlas()
        .fieldDefinitions(owner, name)
        .filter((definition) => definition.label !== label || definition.type !== typeName)
        .some((definition) => !isBvlcs || definition.repositories.some((index) => repositories.includes(index)));
    },
    accepts: () => false,
  };
}

function labelsOf(forks: readonly ForkName[]): readonly string[] {
  return forks.map(({ label }) => label);
}
