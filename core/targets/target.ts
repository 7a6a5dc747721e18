/**
 * A target: what a converter, a compiler or a chip takes of a net, as data. Each built-in target is a JSON file in
 * `core/targets/data`; a user's own one is such a file in the workspace. `docs/targets/own-target.md` explains the form.
 * The types are not those of `target-form.ts`, since whoever imports the library has no valibot.
 */
import type { Condition } from './condition';

export interface Limit {
  /** What must hold. */
  readonly requires: Condition;
  /** The field that is marked. Default: the first field in the condition that is written, else the layer's type. */
  readonly at?: string | undefined;
  /** Why, for the documentation. */
  readonly why?: string | undefined;
  readonly source?: string | undefined;
}

export interface TargetLayer {
  readonly source: string;
  /** The field of LayerParameter that configures it, where that is not the one of the Caffe that the net is for. */
  readonly param?: string | undefined;
  /** The fields of its parameter message that are read; absent where that is not known. */
  readonly reads?: readonly string[] | undefined;
  /** Fields that are read only under a condition. */
  readonly readsIf?: Readonly<Record<string, Condition>> | undefined;
  /** Repeated fields of which only the first value is read. */
  readonly readsFirst?: readonly string[] | undefined;
  /** Fields that are not read, with the value that the target always uses. */
  readonly assumes?: Readonly<Record<string, number | string | boolean>> | undefined;
  readonly limits?: readonly Limit[] | undefined;
  /** Another type, and parameter message, that the layer must be written with. `group`: it becomes `num_output`. */
  readonly rewrite?:
    | {
        readonly type: string;
        readonly param?: string | undefined;
        readonly group?: 'num_output' | undefined;
        readonly source: string;
      }
    | undefined;
}

export interface Target {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly date: string;
  /** What the rules rest on. */
  readonly basis: 'source' | 'source and documents' | 'documents';
  /** Sources by the keys that rules cite, as `key:line`. */
  readonly sources: Readonly<Record<string, string>>;
  readonly summary?: string | undefined;
  /** The fields and enum values of its parser, as a difference to BVLC's. */
  readonly fields?:
    | {
        readonly source: string;
        readonly adds: Readonly<Record<string, readonly string[]>>;
        readonly lacks: Readonly<Record<string, readonly string[]>>;
        /** What it does with any other field: it rejects the file, or only if a value is a text. */
        readonly others: 'rejected' | 'texts rejected';
      }
    | undefined;
  /** What it does not take, with the source. */
  readonly rewrites?:
    | {
        /** `layers` of old nets. */
        readonly layers?: string | undefined;
        /** `input`, `input_shape` and `input_dim` of the net. */
        readonly inputs?: string | undefined;
        /** Data layers, and with them losses. */
        readonly data?: string | undefined;
        /** `include` and `exclude`: it takes the layers of all states. */
        readonly states?: string | undefined;
      }
    | undefined;
  /** Types of layers that it takes. */
  readonly layers: Readonly<Record<string, TargetLayer>>;
  /** What its parser does with layers of other types: passes them on without their fields, or rejects the net. */
  readonly otherLayers: 'lose fields' | 'rejected';
  /** The type that a layer of any other type is written as, with the shapes of its tops in `custom_param`. */
  readonly custom?: { readonly type: string; readonly source: string } | undefined;
  /** Limits of every layer. */
  readonly limits: readonly Limit[];
}

/** A target with the name or path that it was asked for by. */
export interface NamedTarget {
  readonly name: string;
  readonly target: Target;
}

export type TargetReading =
  | { readonly kind: 'target'; readonly target: Target }
  /** `path` within the file, such as `layers.Convolution.reads`. */
  | { readonly kind: 'broken'; readonly path: string; readonly reason: string };

/** The arguments of every problem of a target. */
export function named({ id, name }: Target): { readonly id: string; readonly target: string } {
  return { id, target: name };
}
