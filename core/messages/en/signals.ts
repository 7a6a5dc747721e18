/** The signal forecast in hovers. `{name}` is filled in. */
export const signalSentences = {
  both: 'variance × {forward} forward, × {back} backward',
  forward: 'variance × {forward} forward',
  'both-drawn': 'variance × {forward} forward ({low} to {high}, depending on the draw), × {back} backward',
  'forward-drawn': 'variance × {forward} forward ({low} to {high}, depending on the draw)',
  back: 'variance × {back} backward',
} as const;
