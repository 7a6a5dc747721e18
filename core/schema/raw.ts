/** The format of compiled schemas on disk: short tuples without links. */

/**
 * Name, number, label (0 optional, 1 required, 2 repeated), type name, declared default, doc, repositories that have it,
 * the layer types whose rules read it if not all do.
 */
export type RawField = readonly [
  string,
  number,
  number,
  string,
  string | number | boolean | null,
  string,
  (readonly string[] | undefined)?,
  (readonly string[] | undefined)?,
];

/** Name, doc, fields. */
export type RawMessage = readonly [string, string, readonly RawField[]];

/** Name, doc, values. */
export type RawEnum = readonly [string, string, readonly RawValue[]];

/** Name, number, doc, repositories that have it, the layer types whose rules read it if not all do. */
export type RawValue = readonly [
  string,
  number,
  string,
  (readonly string[] | undefined)?,
  (readonly string[] | undefined)?,
];

export interface RawSchema {
  readonly messages: readonly RawMessage[];
  readonly enums: readonly RawEnum[];
}

/** A layer type by name: type, field of LayerParameter that configures it (or ''), other fields that it reads, doc, facts. */
export type RawLayer = readonly [string, string, readonly string[], string, LayerFacts?];

/** The facts about a layer type that is otherwise unknown. */
export interface LayerFacts {
  /** Public repositories (`owner/name`) that have it. */
  readonly owners: readonly string[];
  /** The counts in one of these repositories; shown to the user, not enforced. */
  readonly bottoms: { readonly min?: number; readonly max?: number };
  readonly tops: { readonly min?: number; readonly max?: number };
}

/** What a Caffe has beyond BVLC's, and what it lacks. Messages that BVLC also has only list fields that differ. */
export interface RawFork extends RawSchema {
  /** The display name. */
  readonly label: string;
  readonly layers: readonly RawLayer[];
  /** Each `Message.field` of BVLC's that it lacks. */
  readonly lacks: readonly string[];
  /** Each `Message.field` of BVLC's that it defines with values of another kind, whose meaning is unknown. */
  readonly unread?: readonly string[];
  readonly lacksLayers: readonly string[];
  readonly fillers: readonly string[];
  readonly lacksFillers: readonly string[];
}
