import type { completionWords as english } from '../en/completion';

export const completionWords: Readonly<Record<keyof typeof english, string>> = {
  layer: '层',
  filler: 'filler',
  default: '默认',
  block: '多层',
  'block-conv': 'Convolution、BatchNorm、Scale 和 ReLU，如 ResNet。',
  'block-residual': '两个卷积与恒等映射相加（He 等，2016）。`num_output` 须等于 bottom 的通道数。',
  file: '文件',
  'template-train': '网络：待训练的分类器',
  'template-deploy': '网络：部署用分类器',
  'template-segmentation': '网络：全卷积',
  'template-solver': '求解器',
  'directive-state': '检查和显示此网络所用的状态、记录的形状、权重文件、schema 或目标。',
  'directive-line': '按代码忽略下一行的问题。`--` 之后写原因。',
  'directive-file': '按代码忽略整个文件的问题。`--` 之后写原因。',
  'directive-weights': '用来初始化网络的权重文件。',
  'directive-target': '网络所面向的芯片和转换器，以逗号分隔。',
  'directive-datum': '数据层一条记录的形状：通道 × 高 × 宽。',
};
