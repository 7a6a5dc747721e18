import type { checkProblems } from '../../problems/check';
import type { Sentences } from '../sentences';

export const check: Sentences<typeof checkProblems> = {
  'check/bias-without-term': '`bias_filler` 没有可填充的：`bias_term: false` 时 {layer} 没有偏置。',
  'check/bilinear-channels':
    'bilinear 会填充每一对通道之间的核：`group: {group}` 时 {layer} 的 {outputs} 个输出都是对各输入求和。要让每个通道各自放大，请用 `group: {outputs}`。',
  'check/dead-field': '已有 `{cause}`，`{name}` 不起作用。',
  'check/no-gradient':
    '{type} 不能给 {blob} 传梯度，而它依赖于要学习的权重：Caffe 能建立网络，但在第一次 Backward 时停止。请为此 bottom 写 `propagate_down: false`，或不用要学习的层产生它。',
  'check/in-place':
    '{type} 不能原地运算：它写入 {blob} 时，它自己或其梯度仍要读取它，而 Caffe 不会察觉数值有误。请给 top 另取名称。',
  'check/overwritten':
    '{layer} 原地改动了 {blob}，而 {other}（{type}）要用它在那里算出的值求梯度：Caffe 不会察觉梯度有误。请给 {layer} 的 top 另取名称。',
  'check/random-bias':
    '{filler} 对 {layer} 的 {role} 取 n = {n}，与层无关：初值的标准差达 {std}。只用来相加的 blob 请用 constant。',
  'check/shared-memory':
    '{layer} 原地改动了 {blob}，而它与 {shared} 共用内存：之后 {reader} 读取 {shared} 时，Caffe 不会察觉其已被改动。请给 {layer} 的 top 另取名称。',
  'check/swapped-fans':
    '{filler} 按 n = {n}（{norm}）缩放 {layer}，这是 Caffe 从 blob 的轴读出的；按该层实际的连接应为 {expected}。请用 gaussian 并写出想要的 `std`，或换一个 `variance_norm`。',
  'check/unread-param': '{type} 从不读取 `{name}`：它在这里不起作用。',
  'check/unused-blob':
    '没有层读取“{name}”：{layer} 白白计算它，Caffe 还会把它当作网络输出打印。请删去它，或接到 Silence 层。',
  'check/xavier-before-relu':
    'xavier 把方差保持到 {type} 层 {rectifier} 为止，而该层会损失一半；逐层累积。msra 的初始方差是它的两倍。',
  'check/zero-start':
    '{layer} 的权重初值为 0，因此开始时没有梯度传到下面的层。请写上 `{field}`，除非权重来自训练好的模型。',
};
