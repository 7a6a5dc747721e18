import { strs, subs, type Message } from '#core/schema/message';
import type { CompletionContext } from './item';

/** All stages that the file and its surroundings name, in alphabetical order. */
export function stagesOf({
  analysis: { message },
  stagesAround,
}: Pick<CompletionContext, 'analysis' | 'stagesAround'>): readonly string[] {
  const stages = new Set(stagesAround);
  for (const { value } of message?.entries ?? []) {
    if (typeof value === 'object') for (const stage of stagesIn(value)) stages.add(stage);
  }
  stages.delete('');
  return [...stages].sort();
}

/** The stages that a message and its `include` and `exclude` rules name. */
function stagesIn(message: Message): readonly string[] {
  const { fields } = message.type;
  const rules = ['include', 'exclude'].flatMap((name) => (fields.has(name) ? subs(message, name) : []));
  return [message, ...rules].flatMap((rule) =>
    ['stage', 'not_stage'].flatMap((name) => (rule.type.fields.has(name) ? strs(rule, name) : [])),
  );
}
