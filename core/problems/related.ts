/** Sentences of related places: what a second span shows. */
export const related = {
  'made-here': '{layer} makes it here.',
  'made-so': '{layer} makes {blob} here: {shape}.',
  'made-elsewhere': '{layer} makes a blob of this name, but not before this layer in this state.',
  incomplete: '{name} is not complete.',
  'opened-here': 'This bracket of {name} is not closed.',
  'named-here': '{name} is first here.',
  'rectified-here': '{layer} loses half of the variance here.',
  'drifts-here': 'The same layer in {file}.',
  'param-owner': '{layer} owns the shared param.',
} as const;
