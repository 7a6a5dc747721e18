import { forkNames as raw } from './generated/fork-names';
import type { RawFork } from './raw';
import type { ForkNames } from './types';

/** Which Caffes besides BVLC's have a field, an enum value or a layer type; they are called as people call them. */
export const forkNames: ForkNames = {
  fieldOwners: (message, field) => owners((fork) => fork.fields[message]?.includes(field)),
  enumValueOwners: (enumName, value) => owners((fork) => fork.enumValues[enumName]?.includes(value)),
  layerTypeOwners: (type) => owners((fork) => fork.layerTypes.includes(type)),
};

function owners(has: (fork: RawFork) => boolean | undefined): readonly string[] {
  return Object.values(raw)
    .filter(has)
    .map(({ label }) => label);
}
