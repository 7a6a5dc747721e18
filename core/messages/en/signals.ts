/** What a hover says of the forecast. `{name}` is filled in. */
export const signalSentences = {
  both: 'keeps {forward} × the variance forward, {back} × back',
  forward: 'keeps {forward} × the variance forward',
  back: 'keeps {back} × the variance back',
} as const;
