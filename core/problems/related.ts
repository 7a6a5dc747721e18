/** Sentences of related places. */
export const related = {
  'made-here': '{layer} produces it here.',
  'made-so': '{layer} produces {blob} here: {shape}.',
  'made-elsewhere': '{layer} produces a blob of this name, but not before this layer in this state.',
  incomplete: '{name} is incomplete.',
  'opened-here': 'This bracket of {name} is not closed.',
  'named-here': '{name} is first used here.',
  'rectified-here': '{layer} halves the variance here.',
  'drifts-here': 'The same layer in {file}.',
  'param-owner': '{layer} owns the shared param.',
} as const;
