import type { Finder } from './answer';

/** On a field that this Caffe lacks and another has: whose it is. */
export const foreignHover: Finder = ({ located, analysis: { dialect } }) => {
  const { field, message, part } = located;
  if (!field || part !== 'name' || message.type.fields.has(field.name)) return undefined;
  const owners = dialect.forks.fieldOwners(message.type.name, field.name);
  if (owners.length === 0) return undefined;
  const markdown = `**${field.name}**\n\nNot a field of ${message.type.name} in ${dialect.label}. ${owners.map(({ label }) => label).join(', ')} ${owners.length === 1 ? 'has' : 'have'} it.`;
  return { markdown, span: { start: field.start, end: field.nameEnd } };
};
