import * as v from 'valibot';
import { shown } from '#core/messages/shown';
import type { MessageType, Schema } from '#core/schema/types';
import { nearestFew } from '#core/text/suggest';
import { schemaInput } from './input';
import { dialectAsked, field, fieldOf } from './reference';
import { list, NoAnswer, tool } from './tool';

export const fields = tool({
  name: 'prototxt_fields',
  title: 'List the fields of a message',
  description:
    'The fields of one message of a Caffe, with types, defaults, enum values and docs: by its name (`LayerParameter`, `SolverParameter`, `FillerParameter`) or by the field that holds it (`convolution_param`, `weight_filler`). Use it before you write a field, rather than from memory.',
  input: v.strictObject({
    ...schemaInput,
    message: v.pipe(v.string(), v.nonEmpty(), v.maxLength(200)),
  }),
  output: v.object({
    schema: v.string(),
    message: v.string(),
    doc: v.string(),
    fields: list(field),
  }),
  run: async ({ schema, message }, context) => {
    const dialect = await dialectAsked(schema, context);
    const found = messageNamed(dialect.schema, message);
    if (!found) {
      const near = nearestFew(message, [...dialect.schema.messages.keys(), ...holdersIn(dialect.schema).keys()], 3);
      const also = near.length > 0 ? ` Did you mean ${near.join(', ')}?` : '';
      throw new NoAnswer(`${dialect.label} has no message ${shown(message)}.${also}`);
    }
    return {
      schema: dialect.id,
      message: found.name,
      doc: found.doc,
      fields: [...found.fields.values()].map(fieldOf),
    };
  },
});

function messageNamed(schema: Schema, name: string): MessageType | undefined {
  return schema.messages.get(name) ?? holdersIn(schema).get(name);
}

/** The messages that fields hold, by the name of the field; where several messages have it, that of the layer. */
function holdersIn({ messages }: Schema): ReadonlyMap<string, MessageType> {
  const layer = messages.get('LayerParameter');
  const all = [...(layer ? [layer] : []), ...messages.values()].flatMap((message) => [...message.fields.values()]);
  return new Map(all.reverse().flatMap(({ name, message }) => (message ? [[name, message] as const] : [])));
}
