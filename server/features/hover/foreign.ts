import { sayMarkdown } from '#core/messages/language';
import { nameSpan } from '#core/schema/message';
import type { Finder } from './answer';

/** On a field that this Caffe lacks but another has: which one. */
export const foreignHover: Finder = ({
  located,
  analysis: { dialect },
  options: {
    language: { hover },
  },
}) => {
  const { field, message, part } = located;
  if (!field || part !== 'name' || message.type.fields.has(field.name)) return undefined;
  const owners = dialect.forks.fieldOwners(message.type.name, field.name);
  if (owners.length === 0) return undefined;
  const args = {
    name: field.name,
    message: message.type.name,
    dialect: dialect.label,
    owners: owners.map(({ label }) => label),
  };
  const sentence = owners.length === 1 ? 'field/foreign' : 'field/foreign-several';
  return { ...sayMarkdown(hover, sentence, args), span: nameSpan(field) };
};
