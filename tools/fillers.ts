import * as v from 'valibot';
import { schemaInput } from './input';
import { dialectAsked, field, fieldOf } from './reference';
import { list, tool } from './tool';

export const fillers = tool({
  name: 'prototxt_fillers',
  title: 'List the fillers of a Caffe',
  description:
    'The filler types that a Caffe has, each with its formula and the fields that it reads, with defaults; other fields have no effect. Use it before you write a `weight_filler` or `bias_filler`.',
  input: v.strictObject(schemaInput),
  output: v.object({
    schema: v.string(),
    fillers: list(v.object({ type: v.string(), summary: v.string(), fields: list(field) })),
  }),
  run: async ({ schema }, context) => {
    const dialect = await dialectAsked(schema, context);
    const known = dialect.schema.messages.get('FillerParameter')?.fields;
    return {
      schema: dialect.id,
      fillers: dialect.fillers.types.flatMap((type) => {
        const rule = dialect.fillers.get(type);
        if (!rule) return [];
        const { summary, reads } = rule;
        return [{ type, summary, fields: reads.flatMap((name) => known?.get(name) ?? []).map(fieldOf) }];
      }),
    };
  },
});
