/** The form of the file of a target, from which its JSON schema is made; and the target in a file. */
import * as v from 'valibot';
import { conditionOf, maxConditionLength, type Condition } from './condition';
import type { TargetReading } from './target';

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

const limit = v.strictObject({
  requires: said('What must hold, such as `window.kernel[0] <= 7`.', condition),
  at: v.optional(
    said("The field that is marked. By default, the first written one in the condition, else the layer's type.", word),
  ),
  why: v.optional(said('Why, for the documentation.', v.string())),
  source: v.optional(source),
});

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

export function readTarget(value: unknown): TargetReading {
  const result = v.safeParse(targetForm, value, { abortEarly: true });
  if (result.success) return { kind: 'target', target: result.output };
  const [issue] = result.issues;
  return { kind: 'broken', path: v.getDotPath(issue) ?? '', reason: issue.message };
}

/** With a description, which `schemas/target.schema.json` shows to the author of a target. */
function said<const Schema extends v.GenericSchema>(
  text: string,
  schema: Schema,
): v.SchemaWithPipe<readonly [Schema, v.DescriptionAction<v.InferOutput<Schema>, string>]> {
  return v.pipe(schema, v.description(text));
}
