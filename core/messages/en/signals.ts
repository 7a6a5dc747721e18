/** The signal forecast in hovers and its panel. `{name}` is filled in. */
export const signalSentences = {
  both: 'variance × {forward} forward, × {back} backward',
  forward: 'variance × {forward} forward',
  back: 'variance × {back} backward',
  'too-large': 'This net has {layers} layers; the signal is forecast for at most {limit}.',
} as const;
