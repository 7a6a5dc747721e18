import * as v from 'valibot';
import type { Count, LayerRule } from '#core/net/rules';
import { nearestFew } from '#core/text/suggest';
import { shown } from '#core/messages/shown';
import { leftOutput, schemaInput } from './input';
import { dialectAsked, field, fieldOf } from './reference';
import { list, NoAnswer, tool } from './tool';

const count = v.pipe(
  v.object({ min: v.optional(v.number()), max: v.optional(v.number()) }),
  v.description('An absent bound is no limit.'),
);

export const layers = tool({
  name: 'prototxt_layers',
  title: 'List the layer types of a Caffe',
  description:
    "The layer types that a Caffe has (BVLC's, or a fork's by `schema`). With `type`: what the layer computes, its numbers of bottoms and tops, and its parameters with types, defaults and docs. Use it before you write a layer, rather than from memory.",
  input: v.strictObject({
    ...schemaInput,
    type: v.optional(v.pipe(v.string(), v.maxLength(200), v.description('One type: `Convolution`.'))),
    search: v.optional(v.pipe(v.string(), v.maxLength(200), v.description('Only types whose name or summary has it.'))),
    limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2000), v.description('Default: 200.'))),
  }),
  output: v.object({
    schema: v.string(),
    layers: v.pipe(
      list(v.object({ type: v.string(), summary: v.string() })),
      v.description('Without `type`: every type, with the first sentence about it.'),
    ),
    ...leftOutput,
    layer: v.optional(
      v.object({
        type: v.string(),
        summary: v.string(),
        bottoms: count,
        tops: count,
        param: v.optional(v.pipe(v.string(), v.description('The field of the layer that holds `fields`.'))),
        fields: list(field),
        alsoReads: v.optional(list(v.string())),
      }),
    ),
  }),
  run: async ({ schema, type, search, limit = 200 }, context) => {
    const dialect = await dialectAsked(schema, context);
    if (type !== undefined) {
      const rule = dialect.layers.get(type);
      if (!rule) {
        const near = nearestFew(type, dialect.layers.types, 3);
        const also = near.length > 0 ? ` Did you mean ${near.join(', ')}?` : '';
        throw new NoAnswer(`${dialect.label} has no layer type ${shown(type)}.${also}`);
      }
      const param = rule.param === undefined ? undefined : fieldsOf(dialect.schema, rule.param);
      return { schema: dialect.id, layers: [], left: 0, layer: { ...factsOf(rule), fields: param ?? [] } };
    }
    const wanted = search?.toLowerCase();
    const found = dialect.layers.types
      .flatMap((name) => dialect.layers.get(name) ?? [])
      .filter((rule) => wanted === undefined || `${rule.type} ${rule.summary}`.toLowerCase().includes(wanted));
    return {
      schema: dialect.id,
      layers: found.slice(0, limit).map((rule) => ({ type: rule.type, summary: firstSentence(rule.summary) })),
      left: Math.max(0, found.length - limit),
    };
  },
});

function factsOf({ type, summary, arity, param, alsoReads }: LayerRule) {
  return {
    type,
    summary,
    bottoms: boundsOf(arity.bottoms),
    tops: boundsOf(arity.tops),
    ...(param !== undefined && { param }),
    ...(alsoReads && { alsoReads }),
  };
}

function boundsOf({ min, max }: Count): { min?: number; max?: number } {
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}

function fieldsOf(schema: Parameters<typeof messageOfParam>[0], param: string) {
  return [...(messageOfParam(schema, param)?.fields.values() ?? [])].map(fieldOf);
}

function messageOfParam({ messages }: Awaited<ReturnType<typeof dialectAsked>>['schema'], param: string) {
  return messages.get('LayerParameter')?.fields.get(param)?.message;
}

function firstSentence(summary: string): string {
  return /^.*?[.](?=\s|$)/s.exec(summary)?.[0] ?? summary;
}
