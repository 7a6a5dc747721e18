/** Inlay hints after a name, and their tooltips. */
export const hints = {
  shape: '`{name}`: {shape}  \n{summary}',
  line: '{role} {shape}: {value}',
} as const;
