/**
 * A target: what a converter, a compiler or a chip takes of a net, as data. Each built-in target is a JSON file in
 * `core/targets/data`; a user's own one is such a file in the workspace. `docs/targets/own-target.md` explains the form.
 */
import * as v from 'valibot';
import { conditionOf, maxConditionLength, type Condition } from './condition';

const word = v.pipe(v.string(), v.nonEmpty(), v.maxLength(200));
const names = v.array(word);

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

const limit = v.strictObject({
  /** What must hold. */
  requires: condition,
  /** The field that is marked. Default: the first field in the condition that is written, else the layer's type. */
  at: v.optional(word),
  /** Why, for the documentation. */
  why: v.optional(v.string()),
  source: v.optional(word),
});

const layer = v.strictObject({
  source: word,
  /** The field of LayerParameter that configures it, where that is not the one of the Caffe that the net is for. */
  param: v.optional(word),
  /** The fields of its parameter message that are read; absent where that is not known. */
  reads: v.optional(names),
  /** Fields that are read only under a condition. */
  readsIf: v.optional(v.record(word, condition)),
  /** Repeated fields of which only the first value is read. */
  readsFirst: v.optional(names),
  /** Fields that are not read, with the value that the target always uses. */
  assumes: v.optional(v.record(word, v.union([v.number(), v.string(), v.boolean()]))),
  limits: v.optional(v.array(limit)),
  /** Another type, and parameter message, that the layer must be written with. `group`: it becomes `num_output`. */
  rewrite: v.optional(
    v.strictObject({ type: word, param: v.optional(word), group: v.optional(v.literal('num_output')), source: word }),
  ),
});

const targetForm = v.strictObject({
  $schema: v.optional(v.string()),
  id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9._-]{0,40}$/)),
  name: word,
  version: word,
  date: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}(-\d{2})?$/)),
  /** What the rules rest on. */
  basis: v.picklist(['source', 'source and documents', 'documents']),
  /** Sources by the keys that rules cite, as `key:line`. */
  sources: v.record(word, word),
  summary: v.optional(v.string()),
  /** The fields of its parser, as a difference to BVLC's: a net with any other field is rejected as a whole. */
  fields: v.optional(v.strictObject({ source: word, adds: v.record(word, names), lacks: v.record(word, names) })),
  /** What it does not take, with the source. */
  rewrites: v.optional(
    v.strictObject({
      /** `layers` of old nets. */
      layers: v.optional(word),
      /** `input`, `input_shape` and `input_dim` of the net. */
      inputs: v.optional(word),
      /** Data layers, and with them losses. */
      data: v.optional(word),
      /** `include` and `exclude`: it takes the layers of all states. */
      states: v.optional(word),
    }),
  ),
  /** Types of layers that it takes. */
  layers: v.record(word, layer),
  /** What its parser does with layers of other types: passes them on without their fields, or rejects the net. */
  otherLayers: v.optional(v.picklist(['lose fields', 'rejected']), 'rejected'),
  /** The type that a layer of any other type is written as, with the shapes of its tops in `custom_param`. */
  custom: v.optional(v.strictObject({ type: word, source: word })),
  /** Limits of every layer. */
  limits: v.optional(v.array(limit), []),
});

export type Target = v.InferOutput<typeof targetForm>;
export type TargetLayer = v.InferOutput<typeof layer>;
export type Limit = v.InferOutput<typeof limit>;

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
