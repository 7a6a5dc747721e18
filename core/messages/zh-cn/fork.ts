import type { forkProblems } from '../../problems/fork';
import type { Sentences } from '../sentences';

export const fork: Sentences<typeof forkProblems> = {
  'fork/field-missing': '{type} 需要 `{name}`。请加上。',
  'fork/field-bound': '{name} 必须 {relation} {bound}，现为 {found}。',
  'fork/field-count': '{name} 需要 {expected} 个值，现有 {found} 个。',
  'fork/fields-exclude': '{name} 与 {other} 不能并用。请删去一个。',
  'fork/field-contradicts': '{name} 与 {other} 矛盾。请使二者一致，或删去一个。',
  'fork/bottom-size': '{type} 要求“{blob}”的 {dimension} 为 {expected}，现为 {found}。请修改产生它的层。',
  'fork/bottoms-differ': '{type} 要求“{blob}”（{found}）与“{other}”（{expected}）的 {dimension} 相同。请使形状一致。',
  'fork/order': '`order` 中每个轴只能出现一次且小于 {axes}；{found} 不符合。请删去它，或写缺少的轴。',
  'fork/not-implemented': '此 Caffe 没有实现 {type} 的 {name} {found}。请用其他值。',
  'fork/interp-size': 'Interp 没有输出尺寸。请写 `height` 和 `width`、`zoom_factor` 或 `shrink_factor`。',
  'fork/reduction-size': '各级归约共 {found} 项，而轴 {axis} 有 {expected}。请修改 `level` 使二者一致。',
  'fork/filler-axes': '此 Caffe 的 {filler} 只能填充至多 4 个轴的 blob，不能填充 {shape}。请用其他 filler。',
  'fork/filler-one-axis':
    '此 Caffe 的 {filler} 需要两个轴的 blob，而此 blob 为 {shape}。请用 constant、uniform 或 gaussian。',
  'fork/filler-fans-differ':
    'identity 要求 fan_in（{fanIn}）与 fan_out（{fanOut}）相等。请使输出数等于输入数，或用其他 filler。',
  'fork/gabor-size': 'gabor 没有 {shape} 的核。它有 32×3×5×5、64×3×7×7、64×3×3×3 和 96×3×11×11 的。',
  'fork/too-few-axes': '{type} 读取 “{blob}” 的 {axes} 个轴，而它是 {shape}。请改为 N×C×H×W。',
  'fork/empty-axis': '“{blob}” 在最后一个轴之前有空轴（{shape}），这个 Caffe 会除以 0。请让每个轴至少为 1。',
  'fork/pixel-shuffle': '{channels} 个通道不能按 {factor}²（{square}）划分。请修改 `pixelshuffler` 或通道数。',
  'fork/sampler-bound': '{name}（{found}）必须 {relation} {bound}，否则 Caffe 在第一批数据时中止。请修改采样器。',
};
