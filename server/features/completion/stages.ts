import { strs, subs, type Message } from '#core/schema/message';
import type { CompletionContext } from './item';

/** Every stage that the file or what lies around it names, in alphabetical order. */
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

/** Of a layer's rules, or of a state. */
function stagesIn(message: Message): readonly string[] {
  const { fields } = message.type;
  const rules = ['include', 'exclude'].flatMap((name) => (fields.has(name) ? subs(message, name) : []));
  return [message, ...rules].flatMap((rule) =>
    ['stage', 'not_stage'].flatMap((name) => (rule.type.fields.has(name) ? strs(rule, name) : [])),
  );
}
