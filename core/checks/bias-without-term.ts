import { writtenParamOf } from '../infer/param-of';
import { none } from '../lists';
import type { InferredLayer } from '../infer/types';
import type { Problem } from '../problems';
import { bool, entryOf, isUnread } from '../schema/message';
import type { NetCheck } from './check';

/** In any layer, a `bias_filler` runs only where `bias_term` makes a bias. */
export const biasWithoutTerm: NetCheck = {
  kind: 'net',
  code: 'check/bias-without-term',
  find: ({ analysis }) => analysis.layers.flatMap(fillerOfNothing),
};

function fillerOfNothing(inferred: InferredLayer): readonly Problem[] {
  const param = writtenParamOf(inferred);
  if (!param?.type.fields.has('bias_term')) return none;
  const filler = entryOf(param, 'bias_filler');
  if (!filler || isUnread(param, 'bias_term') || bool(param, 'bias_term')) return none;
  const { start, end } = filler.node;
  return [{ code: 'check/bias-without-term', span: { start, end }, args: { layer: inferred.layer.name } }];
}
