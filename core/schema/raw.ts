/** The form that compiled schemas have on disk: short tuples, no links. */

/** Name, number, label (0 optional, 1 required, 2 repeated), type name, declared default, doc. */
export type RawField = readonly [string, number, number, string, string | number | boolean | null, string];

export interface RawSchema {
  /** Name, doc, fields. */
  readonly messages: readonly (readonly [string, string, readonly RawField[]])[];
  /** Name, doc, values: name, number, doc. */
  readonly enums: readonly (readonly [string, string, readonly (readonly [string, number, string])[]])[];
}

export interface RawFork {
  /** As people call it. */
  readonly label: string;
  /** By message: the fields that BVLC's lacks. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
  readonly enumValues: Readonly<Record<string, readonly string[]>>;
  readonly layerTypes: readonly string[];
}

export type RawForkNames = Readonly<Record<string, RawFork>>;
