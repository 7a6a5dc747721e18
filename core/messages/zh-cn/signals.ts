import type { Language } from '../language';

export const signalSentences: Language['signals'] = {
  both: '方差：前向 × {forward}，反向 × {back}',
  forward: '方差：前向 × {forward}',
  back: '方差：反向 × {back}',
  'too-large': '此网络有 {layers} 层；至多为 {limit} 层预测信号。',
};
