import type { commentProblems } from '../../problems/comment';
import type { Sentences } from '../sentences';

export const comment: Sentences<typeof commentProblems> = {
  'comment/not-understood':
    '这里的内容无法理解。`# prototxt:` 之后应为 `datum CxHxW`、`weights 文件`、`schema=名称`，或 `phase=TRAIN`、`phase=TEST`，可加 `stage=` 和 `level=`。',
  'comment/unknown-code': '没有名为 {name} 的问题，因此什么也不会被忽略。',
};
