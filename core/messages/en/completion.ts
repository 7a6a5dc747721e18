/** What completion says beside what it proposes. */
export const completionWords = {
  layer: 'layer',
  filler: 'filler',
  default: 'default',
} as const;
