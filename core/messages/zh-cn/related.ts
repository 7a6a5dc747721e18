import type { englishRelated } from '../../problems';
import type { Sentences } from '../sentences';

export const related: Sentences<typeof englishRelated> = {
  'made-here': '{layer} 在此产生它。',
  'made-so': '{layer} 在此产生 {blob}：{shape}。',
  'made-elsewhere': '{layer} 产生同名的 blob，但在此状态下不在该层之前。',
  incomplete: '{name} 没有写完。',
  'opened-here': '{name} 的这个括号没有闭合。',
  'named-here': '{name} 最先出现在此。',
  'rectified-here': '{layer} 在此损失一半方差。',
  'drifts-here': '{file} 中的同一层。',
  'param-owner': '{layer} 拥有共享的 param。',
};
