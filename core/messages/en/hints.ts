/** What inlay hints say behind a name, and in their tooltips. */
export const hints = {
  shape: '`{name}`: {shape}  \n{summary}',
  line: '{role} {shape}: {value}',
} as const;
