/**
 * A target: what a converter, a compiler or a chip takes of a net, as data. Each built-in target is a JSON file in
 * `core/targets/data`; a user's own one is such a file in the workspace. `docs/targets/own-target.md` explains the form.
 */
import * as v from 'valibot';
import { conditionOf, maxConditionLength, type Condition } from './condition';

const word = v.pipe(v.string(), v.nonEmpty(), v.maxLength(200));
const names = v.array(word);
const source = said('Where the rule is from: a key of `sources`, and a line or page.', word);

const condition = v.pipe(
  v.string(),
  v.maxLength(maxConditionLength),
  v.rawTransform(({ dataset, addIssue, NEVER }): Condition => {
    const found = conditionOf(dataset.value);
    if (found) return found;
    addIssue({ message: `not a condition: ${dataset.value}` });
    return NEVER;
  }),
);

/** Types of their own, rather than those of the forms, since whoever imports the library has no valibot. */
export interface Limit {
  /** What must hold. */
  readonly requires: Condition;
  /** The field that is marked. Default: the first field in the condition that is written, else the layer's type. */
  readonly at?: string | undefined;
  /** Why, for the documentation. */
  readonly why?: string | undefined;
  readonly source?: string | undefined;
}

const limit = v.strictObject({
  requires: said('What must hold, such as `window.kernel[0] <= 7`.', condition),
  at: v.optional(
    said("The field that is marked. By default, the first written one in the condition, else the layer's type.", word),
  ),
  why: v.optional(said('Why, for the documentation.', v.string())),
  source: v.optional(source),
});

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

const layer = v.strictObject({
  source,
  param: v.optional(
    said(
      'The field of LayerParameter that configures it, if it is not the one of the Caffe that the net is for.',
      word,
    ),
  ),
  reads: v.optional(
    said('The fields of its parameter message that are read. Leave it out if that is not known.', names),
  ),
  readsIf: v.optional(said('Fields that are read only under a condition.', v.record(word, condition))),
  readsFirst: v.optional(said('Repeated fields of which only the first value is read.', names)),
  assumes: v.optional(
    said(
      'Fields that are not read, with the value that the target always uses.',
      v.record(word, v.union([v.number(), v.string(), v.boolean()])),
    ),
  ),
  limits: v.optional(said('Conditions that must hold.', v.array(limit))),
  rewrite: v.optional(
    said(
      'Another type, and parameter message, that the layer must be written with. `group`: it becomes `num_output`.',
      v.strictObject({ type: word, param: v.optional(word), group: v.optional(v.literal('num_output')), source }),
    ),
  ),
});

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

export const targetForm = v.strictObject({
  $schema: v.optional(v.string()),
  id: said('The name in messages, such as `ncnn`.', v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9._-]{0,40}$/))),
  name: word,
  version: word,
  date: said(
    'The date of the version: `2026-10` or `2026-10-01`.',
    v.pipe(v.string(), v.regex(/^\d{4}-\d{2}(-\d{2})?$/)),
  ),
  basis: said('What the rules rest on.', v.picklist(['source', 'source and documents', 'documents'])),
  sources: said('Sources by the keys that rules cite, as `key:line`.', v.record(word, word)),
  summary: v.optional(said('What else a user should know, for the documentation.', v.string())),
  fields: v.optional(
    said(
      "The fields and enum values of its parser, as a difference to BVLC's, by message or enum.",
      v.strictObject({
        source,
        adds: v.record(word, names),
        lacks: v.record(word, names),
        others: v.optional(
          said(
            'What the parser does with any other field: it rejects the file, or only if the value is a text.',
            v.picklist(['rejected', 'texts rejected']),
          ),
          'rejected',
        ),
      }),
    ),
  ),
  rewrites: v.optional(
    said(
      'What must be rewritten in a net, each with its source.',
      v.strictObject({
        layers: v.optional(said('`layers` of old nets.', word)),
        inputs: v.optional(said('`input`, `input_shape` and `input_dim` of the net.', word)),
        data: v.optional(said('Data layers, and with them losses.', word)),
        states: v.optional(said('`include` and `exclude`: it takes the layers of all states.', word)),
      }),
    ),
  ),
  layers: said('The types of layers that it takes.', v.record(word, layer)),
  otherLayers: v.optional(
    said(
      'What its parser does with layers of other types: it passes them on without their fields, or rejects the net.',
      v.picklist(['lose fields', 'rejected']),
    ),
    'rejected',
  ),
  custom: v.optional(
    said(
      'The type that a layer of any other type is written as, with the shapes of its tops in `custom_param`.',
      v.strictObject({ type: word, source }),
    ),
  ),
  limits: v.optional(said('Limits of every layer.', v.array(limit)), []),
});

/** A target with the name or path that it was asked for by. */
export interface NamedTarget {
  readonly name: string;
  readonly target: Target;
}

export type TargetReading =
  | { readonly kind: 'target'; readonly target: Target }
  /** `path` within the file, such as `layers.Convolution.reads`. */
  | { readonly kind: 'broken'; readonly path: string; readonly reason: string };

export function readTarget(value: unknown): TargetReading {
  const result = v.safeParse(targetForm, value, { abortEarly: true });
  if (result.success) return { kind: 'target', target: result.output };
  const [issue] = result.issues;
  return { kind: 'broken', path: v.getDotPath(issue) ?? '', reason: issue.message };
}

/** The arguments of every problem of a target. */
export function named({ id, name }: Target): { readonly id: string; readonly target: string } {
  return { id, target: name };
}

/** With a description, which `schemas/target.schema.json` shows to the author of a target. */
function said<const Schema extends v.GenericSchema>(
  text: string,
  schema: Schema,
): v.SchemaWithPipe<readonly [Schema, v.DescriptionAction<v.InferOutput<Schema>, string>]> {
  return v.pipe(schema, v.description(text));
}
