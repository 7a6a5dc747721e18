import { none } from '../lists';
import type { Problem } from '../problems';
import type { InferredLayer } from '../infer/types';
import { nameSpan, type Entry } from '../schema/message';
import type { NetCheck } from './check';

/** A layer reads its own parameter message and a few shared ones; any other message has no effect. */
export const unreadParam: NetCheck = {
  kind: 'net',
  code: 'check/unread-param',
  find: ({ analysis }) => analysis.layers.flatMap(unreadIn),
};

function unreadIn({ layer, rule }: InferredLayer): readonly Problem[] {
  if (!rule || rule.facts) return none;
  let problems: Problem[] | undefined;
  const { entries } = layer.message;
  for (let i = 0; i < entries.length; i++) {
    const { field, node } = entries[i] as Entry;
    const { name } = field;
    if (
      !field.message ||
      node.name !== name ||
      !name.endsWith('_param') ||
      name === rule.param ||
      rule.alsoReads?.includes(name)
    )
      continue;
    (problems ??= []).push({ code: 'check/unread-param', span: nameSpan(node), args: { name, type: layer.type } });
  }
  return problems ?? none;
}
