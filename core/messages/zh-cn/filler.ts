import type { fillerProblems } from '../../problems/filler';
import type { Sentences } from '../sentences';

export const filler: Sentences<typeof fillerProblems> = {
  'filler/unknown-type': '未知的 filler（Unknown filler name）：{type}。Caffe 有 {types}。',
  'filler/sparse-unsupported':
    '此 filler 不支持稀疏（Sparsity not supported by this Filler）：{type} 遇到 `sparse: {sparse}` 时 Caffe 停止。请删去 `sparse`，或改用 gaussian。',
  'filler/sparse-below': 'Caffe 只接受 -1（关闭）或更大的 `sparse`，不接受 {sparse}。',
  'filler/sparse-too-large':
    '`sparse: {sparse}` 以概率 {sparse} / {outputs} = {density} 保留每个值，超过 1 时 Caffe 停止：最多用 {outputs}。',
  'filler/range-reversed': 'uniform 要求 min ≤ max，min 为 {min}、max 为 {max} 时 Caffe 停止：请交换或修改。',
  'filler/std-not-positive': 'gaussian 需要大于 0 的 `std`，为 {std} 时 Caffe 停止：全部相同的值请用 constant。',
  'filler/bilinear-axes':
    'blob 必须为 4 维（Blob must be 4 dim.）：bilinear 填充两个轴的核，而此 blob 有 {axes}（{shape}）。',
  'filler/bilinear-not-square': '核必须为正方形（Filter must be square）：bilinear 遇到 {height}×{width} 的核即停止。',
  'filler/empty-blob': '此 blob 没有值（{shape}），{type} 填充它时 Caffe 停止：请给该层大于 0 的 `num_output`。',
  'filler/no-axes': '{type} 需要 blob 的第一个轴，而此 blob 是没有轴的单个值：请用 constant、uniform 或 gaussian。',
  'filler/refused-later': 'Caffe 能建立该层，但在第一次 Forward 时停止：{type} 那时才运行，而且不接受这里所写的。',
  'filler/dead-field': '{type} 从不读取 `{name}`：它在这里不起作用。',
};
