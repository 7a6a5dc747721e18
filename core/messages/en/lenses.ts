/** Titles of code lenses. */
export const lensTitles = {
  previewWeights: 'Preview weights',
} as const;
