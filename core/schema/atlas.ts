/**
 * What public Caffes add to BVLC's, by repository: names, types, labels, defaults and counts, but no meanings. Used for
 * names that no modelled Caffe has; see docs/atlas.md.
 */
import { lazy } from '../lazy';
import { ownersOf, unpackAtlas, type AtlasData, type AtlasField, type AtlasLayerDefinition } from './atlas-data';
import { forkOf } from './atlas-fork';
import { packedAtlas } from './generated/atlas';
import type { RawFork } from './raw';

export type { AtlasField, AtlasLayerDefinition } from './atlas-data';

export interface AtlasLayer {
  /** All repositories that have the type; ascending. */
  readonly repositories: readonly number[];
  readonly definitions: readonly AtlasLayerDefinition[];
}

/** Repositories are indices into `repositories`. Lists are empty where no repository has the name. */
export interface Atlas {
  /** `owner/name`. */
  readonly repositories: readonly string[];
  /** A field may have several definitions, each from other repositories. */
  fieldDefinitions(message: string, field: string): readonly AtlasField[];
  /** The repositories that define the field, with any type; ascending. */
  fieldOwners(message: string, field: string): readonly number[];
  /** True for a message that some repository adds, or adds fields to. */
  hasMessage(name: string): boolean;
  enumValueOwners(enumName: string, value: string): readonly number[];
  /** The repositories that add any value to the enum; ascending. */
  enumOwners(enumName: string): readonly number[];
  layer(type: string): AtlasLayer | undefined;
  /**
   * All that the Caffes of these repositories add to BVLC's; where two differ, the first that has the name wins. The
   * result can be linked: an undefined type becomes a message without fields. Numbers of fields and enum values are not
   * known: NaN.
   */
  forkOf(repositories: readonly number[]): RawFork;
}

/** Unpacked at first use and cached. */
export const atlas: () => Atlas = lazy(() => atlasOf(unpackAtlas(packedAtlas)));

export function atlasOf(data: AtlasData): Atlas {
  const { repositories, messages, enums, layers } = data;
  const fieldDefinitions = (message: string, field: string): readonly AtlasField[] =>
    messages.get(message)?.get(field) ?? [];
  return {
    repositories,
    fieldDefinitions,
    fieldOwners: (message, field) => ownersOf(fieldDefinitions(message, field)),
    hasMessage: (name) => messages.has(name),
    enumValueOwners: (enumName, value) => enums.get(enumName)?.get(value) ?? [],
    enumOwners: (enumName) => [...new Set([...(enums.get(enumName)?.values() ?? [])].flat())].sort((a, b) => a - b),
    layer: (type) => {
      const definitions = layers.get(type);
      return definitions && { repositories: ownersOf(definitions), definitions };
    },
    forkOf: (chosen) =>
      forkOf(
        data,
        [...new Set(chosen)].filter((index) => index in repositories),
      ),
  };
}
