/** What code lenses say. */
export const lensTitles = {
  previewWeights: 'Preview weights',
} as const;
