import type { Language } from '../language';

export const signalSentences: Language['signals'] = {
  both: '方差向前保留 {forward} 倍，向后保留 {back} 倍',
  forward: '方差向前保留 {forward} 倍',
  'both-drawn': '方差向前保留 {forward} 倍（因抽取而异，{low} 至 {high}），向后保留 {back} 倍',
  'forward-drawn': '方差向前保留 {forward} 倍（因抽取而异，{low} 至 {high}）',
  back: '方差向后保留 {back} 倍',
};
