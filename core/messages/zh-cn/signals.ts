import type { Language } from '../language';

export const signalSentences: Language['signals'] = {
  both: '方差向前保留 {forward} 倍，向后保留 {back} 倍',
  forward: '方差向前保留 {forward} 倍',
  back: '方差向后保留 {back} 倍',
};
