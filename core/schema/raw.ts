/** The form that compiled schemas have on disk: short tuples, no links. */

/** Name, number, label (0 optional, 1 required, 2 repeated), type name, declared default, doc, repositories that have it. */
export type RawField = readonly [
  string,
  number,
  number,
  string,
  string | number | boolean | null,
  string,
  (readonly string[])?,
];

/** Name, doc, fields. */
export type RawMessage = readonly [string, string, readonly RawField[]];

/** Name, doc, values: name, number, doc, repositories that have it. */
export type RawEnum = readonly [string, string, readonly (readonly [string, number, string, (readonly string[])?])[]];

export interface RawSchema {
  readonly messages: readonly RawMessage[];
  readonly enums: readonly RawEnum[];
}

/** A layer type by name: type, field of LayerParameter that configures it (or ''), other fields that it reads, doc, facts. */
export type RawLayer = readonly [string, string, readonly string[], string, LayerFacts?];

/** What is known of a layer type that nothing else is known of. */
export interface LayerFacts {
  /** Public repositories (`owner/name`) that have it. */
  readonly owners: readonly string[];
  /** As many as one of them takes; for a person, no rule. */
  readonly bottoms: { readonly min?: number; readonly max?: number };
  readonly tops: { readonly min?: number; readonly max?: number };
}

/** What a Caffe has beyond BVLC's, and what it lacks. Messages that BVLC has too hold only the fields that differ. */
export interface RawFork extends RawSchema {
  /** As people call it. */
  readonly label: string;
  readonly layers: readonly RawLayer[];
  /** `Message.field` of BVLC's that it lacks. */
  readonly lacks: readonly string[];
  readonly lacksLayers: readonly string[];
  readonly fillers: readonly string[];
  readonly lacksFillers: readonly string[];
}
