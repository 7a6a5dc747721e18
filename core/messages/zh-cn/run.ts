import type { runProblems } from '../../problems/run';
import type { Sentences } from '../sentences';

export const run: Sentences<typeof runProblems> = {
  'run/dead-units':
    '失活单元：{layer} 的 {count} 个输出中有 {silent} 个在整个批次中为 0。请使用均值为 0 的权重和不小于 0 的偏置。',
  'run/exploding':
    '信号爆炸：{layer} 之后，二阶矩为输入的 {value} 倍。请使用按 fan_in 缩放的填充器（xavier、msra）或更小的值。',
  'run/exploding-gradient':
    '梯度爆炸：在 {layer} 处，二阶矩为输出处的 {value} 倍。请使用按扇入扇出缩放的填充器（xavier、msra）或更小的值。',
  'run/not-finite': '{layer}（{type}）中有无穷大或非数的值。请使用更小的权重或更小的输入。',
  'run/saturated': '{layer}（{type}）的值有 {percent} % 已饱和。请使用更小的权重，或在其前加 BatchNorm 层。',
  'run/vanishing':
    '信号消失：{layer} 之后，二阶矩为输入的 {value} 倍。请使用按 fan_in 缩放的填充器（xavier，ReLU 之前用 msra）。',
  'run/vanishing-gradient':
    '梯度消失：在 {layer} 处，二阶矩为输出处的 {value} 倍。请使用按扇入扇出缩放的填充器（xavier，ReLU 之前用 msra）。',
};
