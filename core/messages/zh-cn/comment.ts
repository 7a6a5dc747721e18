import type { commentProblems } from '../../problems/comment';
import type { Sentences } from '../sentences';

export const comment: Sentences<typeof commentProblems> = {
  'comment/broken-target': '{name} 不是目标文件：{path}：{reason}。目标文件的格式见 docs/targets。',
  'comment/not-understood':
    '无法理解此 `# prototxt:` 注释。请写 `datum CxHxW`、`weights 文件`、`schema=名称`、`target=名称`，或 `phase=TRAIN|TEST`，可加 `stage=` 和 `level=`。',
  'comment/unknown-code': '未知的问题代码“{name}”，没有忽略任何问题。',
  'comment/unknown-target': '未知的目标“{name}”。请写内置目标的名称，或 JSON 文件的路径。',
};
