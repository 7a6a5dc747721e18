/** Details that the outline shows for a group of layers. */
export const outline = {
  group: '{count} layers',
  'group-shape': '{count} layers  {shape}',
} as const;
