import type { InferredLayer } from '../infer/types';
import type { Problem } from '../problems';
import { entriesOf, sub } from '../schema/message';
import type { NetCheck } from './check';

/** What a field, or a bottom, makes of another field of the same layer: nothing. The layer's rule knows which. */
export const deadField: NetCheck = {
  kind: 'net',
  code: 'check/dead-field',
  find: ({ analysis }) => analysis.layers.flatMap(deadIn),
};

const none: readonly Problem[] = [];

function deadIn({ layer, rule }: InferredLayer): readonly Problem[] {
  const param = rule?.deadFields && rule.param !== undefined ? sub(layer.message, rule.param) : undefined;
  if (!param || !rule?.deadFields) return none;
  return rule.deadFields({ param, layer }).flatMap(({ field, cause }) =>
    entriesOf(param, field).map(({ node: { start, end } }): Problem => ({ code: 'check/dead-field', span: { start, end }, args: { name: field, cause } })),
  );
}
