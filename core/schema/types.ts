/** The messages, fields and enums of a `caffe.proto`, as frozen values. Shapes are no part of it. */

export type ScalarKind = 'int32' | 'int64' | 'uint32' | 'uint64' | 'float' | 'double' | 'bool' | 'string' | 'bytes';
export type FieldKind = ScalarKind | 'enum' | 'message';
export type Label = 'optional' | 'required' | 'repeated';
/** A scalar as rules read it; an enum value is its name. */
export type Scalar = number | string | boolean;

export interface FieldType {
  readonly name: string;
  /** NaN where it is not known. */
  readonly number: number;
  readonly label: Label;
  readonly kind: FieldKind;
  /** The message that has the field. */
  readonly owner: string;
  /** As a proto file would write it: `float`, `FillerParameter`, `PoolingParameter.PoolMethod`. */
  readonly typeName: string;
  /** The value where the field is not written: the declared default, or the type's zero. Undefined for messages. */
  readonly default: Scalar | undefined;
  /** True where the proto declares a default, so that hover can distinguish `0` from "no default". */
  readonly hasDefault: boolean;
  /** Markdown, in this project's own words; empty where nothing is known. */
  readonly doc: string;
  /** Its values are of another kind than BVLC's, which the rules read: what is written here is unknown to them. */
  readonly unread?: true;
  /** Present for kind `message`. */
  readonly message: MessageType | undefined;
  /** Present for kind `enum`. */
  readonly enumeration: EnumType | undefined;
  /**
   * Public repositories (`owner/name`) whose Caffes define the field like this, where that is known from the atlas.
   * Empty in a Caffe that the user has named: only the meaning of the field is unknown.
   */
  readonly owners?: readonly string[];
  /** The layer types whose rules read the field, where only theirs do: its meaning for other layers is unknown. */
  readonly readBy?: readonly string[];
}

export interface MessageType {
  readonly name: string;
  readonly doc: string;
  readonly fields: ReadonlyMap<string, FieldType>;
  /**
   * Fields of BVLC's that this Caffe lacks: an error when written, read by rules as never written. And BVLC's definitions of
   * those that are `unread` here, for their values where they are not written.
   */
  readonly lacked?: ReadonlyMap<string, FieldType>;
}

export interface EnumType {
  readonly name: string;
  readonly doc: string;
  readonly values: ReadonlyMap<string, EnumValue>;
}

export interface EnumValue {
  readonly name: string;
  /** NaN where only its name is known. */
  readonly number: number;
  readonly doc: string;
  /** As for fields. */
  readonly owners?: readonly string[];
  readonly readBy?: readonly string[];
}

export interface Schema {
  /** `bvlc`, a fork's name, or the path of a user's proto. */
  readonly name: string;
  readonly messages: ReadonlyMap<string, MessageType>;
  readonly enums: ReadonlyMap<string, EnumType>;
}

/** A fork: its id and its display name. */
export interface ForkName {
  readonly id: string;
  readonly label: string;
}

/** The forks that have a name which this schema lacks. Built from the forks' differences. */
export interface ForkNames {
  /** Forks that have `message.field`; empty if none. */
  fieldOwners(message: string, field: string): readonly ForkName[];
  /** Forks that define the field as repeated. */
  repeatedFieldOwners(message: string, field: string): readonly ForkName[];
  /** Forks that have the enum value (`enumName` like `PoolingParameter.PoolMethod`), by name or number. */
  enumValueOwners(enumName: string, value: string): readonly ForkName[];
  /** Forks that have the layer type. */
  layerTypeOwners(type: string): readonly ForkName[];
  /** Forks that have the filler. */
  fillerOwners(type: string): readonly ForkName[];
}

/**
 * Facts about names that a schema lacks, where the dialect is a guess: the text may be for a Caffe that has them.
 * Owners are labels of forks, then repositories (`owner/name`); lists are empty where no owner is known.
 */
export interface OtherCaffes {
  fieldOwners(message: string, field: string): readonly string[];
  /** Those that accept several values of the field. */
  repeatedFieldOwners(message: string, field: string): readonly string[];
  /** `value`: a name, or a number, whose owners include repositories that may have it. */
  enumValueOwners(enumName: string, value: string): readonly string[];
  layerTypeOwners(type: string): readonly string[];
  fillerOwners(type: string): readonly string[];
  /** Only for modelled Caffes, since protos do not list learning-rate policies. */
  policyOwners(policy: string): readonly string[];
  /** True where such Caffes explain more of the text: the arity and conditions of their layers are not known. */
  readonly areLikely: boolean;
  /** True where such a Caffe has the field with another label or type. */
  definesOtherwise(field: FieldType): boolean;
  /** True for a name that the user has declared to belong to their Caffe. */
  accepts(name: string): boolean;
}

/** Where a field in the wrong message of a layer belongs. */
export interface FieldHome {
  /** The field of the layer that holds it, e.g. `convolution_param`; empty for the layer itself. */
  readonly inside: string;
  /** Its name there. */
  readonly name: string;
}
