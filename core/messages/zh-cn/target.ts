import type { targetProblems } from '../../problems/target';
import type { Sentences } from '../sentences';

export const target: Sentences<typeof targetProblems> = {
  'target/limit': '{target}：{limit}。请更改此层，或检查 {target} 的结果。',
  'target/lost-field': '{target} 忽略 {type} 的 `{name}`。请删除它，或检查结果是否不变。',
  'target/rewrite': '{target} 需要{form}。请为 {target} 改写此处。',
  'target/unsupported-layer': '{target} 没有 {type} 类型的层。请替换该层，或为 {target} 实现它。',
};
