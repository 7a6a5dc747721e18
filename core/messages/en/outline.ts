/** What outline and folds show of a group of layers. */
export const outline = {
  group: '{count} layers',
  fold: '{prefix} · {count} layers',
  'group-shape': '{count} layers  {shape}',
} as const;
