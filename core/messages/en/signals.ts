/** What a hover says of the forecast. `{name}` is filled in. */
export const signalSentences = {
  both: 'keeps {forward} × the variance forward, {back} × back',
  forward: 'keeps {forward} × the variance forward',
  'both-drawn': 'keeps {forward} × the variance forward ({low} to {high} by the draw), {back} × back',
  'forward-drawn': 'keeps {forward} × the variance forward ({low} to {high} by the draw)',
  back: 'keeps {back} × the variance back',
} as const;
