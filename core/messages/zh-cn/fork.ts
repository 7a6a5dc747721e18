import type { forkProblems } from '../../problems/fork';
import type { Sentences } from '../sentences';

export const fork: Sentences<typeof forkProblems> = {
  'fork/field-missing': '{type} 需要 {name}，缺少它 Caffe 会停止：请加上。',
  'fork/field-bound': '{name} 必须 {relation} {bound}，而这里是 {found}，Caffe 会停止。',
  'fork/field-count': '{name} 要有 {expected} 个值，这里有 {found} 个，Caffe 会停止。',
  'fork/fields-exclude': '{name} 与 {other} 说的是同一件事，同时出现时 Caffe 会停止：请删去一个。',
  'fork/field-contradicts': '{name} 与 {other} 矛盾，Caffe 会停止：请使二者一致，或删去一个。',
  'fork/bottom-size': '{type} 要求 “{blob}” 的 {dimension} 为 {expected}，而它是 {found}。',
  'fork/bottoms-differ': '“{blob}” 的 {dimension} 是 {found}，“{other}” 的是 {expected}：{type} 要求二者相同。',
  'fork/order': 'bottom 的每个轴在 `order` 中只能出现一次，且小于 {axes}：{found} 不符合。',
  'fork/not-implemented': '这个 Caffe 没有实现 {type} 的 {name}：{found}，它会停止。',
  'fork/interp-size': 'Interp 需要尺寸：height 和 width、zoom_factor 或 shrink_factor。',
  'fork/reduction-size': '批量归约的各级加起来应等于轴 {axis}：{found} 项，应为 {expected}。',
  'fork/filler-axes': '这个 Caffe 用 {filler} 只能填充至多 4 个轴的 blob，遇到 {shape} 会停止。',
  'fork/filler-one-axis': '{filler} 要看 blob 的第二个轴，而这个 blob 是 {shape}：请用 constant、uniform 或 gaussian。',
  'fork/filler-fans-differ': 'identity 要求输入数与输出数相同：fan_in 是 {fanIn}，fan_out 是 {fanOut}。',
  'fork/gabor-size': 'gabor 只有 32×3×5×5、64×3×7×7、64×3×3×3 和 96×3×11×11 的核，没有 {shape} 的。',
  'fork/too-few-axes': '{type} 读取 “{blob}” 的 {axes} 个轴，而它是 {shape}。请改为 N×C×H×W。',
  'fork/empty-axis': '“{blob}” 在最后一个轴之前有空轴（{shape}），这个 Caffe 会除以 0。请让每个轴至少为 1。',
  'fork/pixel-shuffle': '{channels} 个通道不能按 {factor}²（{square}）划分。请修改 `pixelshuffler` 或通道数。',
  'fork/sampler-bound': '{name}（{found}）必须 {relation} {bound}，否则 Caffe 在第一批数据时中止。请修改采样器。',
};
