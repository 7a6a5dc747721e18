import type { checkProblems } from '../../problems/check';
import type { Sentences } from '../sentences';

export const check: Sentences<typeof checkProblems> = {
  'check/bias-without-term':
    '`bias_filler` 不起作用：{layer} 有 `bias_term: false`。请删去 `bias_filler`，或写 `bias_term: true`。',
  'check/bilinear-channels':
    '`group: {group}` 时，bilinear 把 {layer} 的各输入混合进 {outputs} 个输出中的每一个。要让各通道分别放大，请用 `group: {outputs}`。',
  'check/dead-field': '有 `{cause}` 时 `{name}` 不起作用。请删去它。',
  'check/in-place': '{type} 不能原地运算：它会覆盖仍要读取的 {blob}。请给 top 另取名称。',
  'check/no-gradient':
    '{type} 没有 {blob} 的梯度，而后者依赖要学习的权重：Caffe 在 Backward 时中止。请为此 bottom 写 `propagate_down: false`，或冻结它之前的层。',
  'check/overwritten': '{layer} 原地覆盖 {blob}，而 {other}（{type}）求梯度时需要它。请给 {layer} 的 top 另取名称。',
  'check/random-bias':
    '{filler} 对 {layer} 的 {role} 取 n = {n}，因此初值的标准差为 {std}。请用 constant，即偏置常用的 filler。',
  'check/shared-memory':
    '{layer} 原地覆盖 {blob}，而 {reader} 之后以 {shared} 之名读取同一内存。请给 {layer} 的 top 另取名称。',
  'check/swapped-fans':
    '{filler} 对 {layer} 使用 n = {n}（{norm}），而按其连接应为 {expected}。请用 gaussian 并写出 `std`，或换一个 `variance_norm`。',
  'check/unread-param': '`{name}` 不起作用：{type} 从不读取它。请删去它。',
  'check/unused-blob': '没有层读取 {layer} 产生的“{name}”：它会成为网络的输出。请删去该 top，或接到 Silence 层。',
  'check/xavier-before-relu':
    'xavier 只能把方差保持到 {rectifier}（{type}），而后者使二阶矩减半。请用初始方差为两倍的 msra。',
  'check/zero-start':
    '{layer} 的权重初值为 0，因此没有梯度传到它之前的层。请加上 `{field}`，除非权重来自训练好的模型。',
};
