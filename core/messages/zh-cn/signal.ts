import type { signalProblems } from '../../problems/signal';
import type { Sentences } from '../sentences';

export const signal: Sentences<typeof signalProblems> = {
  'signal/dead':
    'ReLU 失活：初始化时 {layer} 的所有输出都 ≤ 0，因此 {rectifier} 阻断梯度。请加上 `weight_filler`，除非权重来自训练好的模型。',
  'signal/exploding': '信号爆炸：{layer} 之后，二阶矩为输入的 {value} 倍。请检查 {layer} 之前的 filler 和归一化。',
  'signal/exploding-filler':
    '信号爆炸：{layer} 之后二阶矩为输入的 {value} 倍；{filler} 在 {count} 个层中各乘以 {gain}。请用按 fan_in 缩放的 filler（xavier、msra），或更小的值。',
  'signal/exploding-gradient':
    '梯度爆炸：在 {layer} 处，二阶矩为输出处的 {value} 倍。请检查 {layer} 之后的 filler 和归一化。',
  'signal/exploding-gradient-filler':
    '梯度爆炸：在 {layer} 处二阶矩为输出处的 {value} 倍；{filler} 在 {count} 个层中各乘以 {gain}。请用按 fan 缩放的 filler（xavier、msra），或更小的值。',
  'signal/saturating': '{layer}（{type}）的值约有 {percent} % 已饱和。请使用更小的权重，或在其前加 BatchNorm 层。',
  'signal/vanishing': '信号消失：{layer} 之后，二阶矩为输入的 {value} 倍。请检查 {layer} 之前的 filler 和归一化。',
  'signal/vanishing-filler':
    '信号消失：{layer} 之后二阶矩为输入的 {value} 倍；{filler} 在 {count} 个层中各乘以 {gain}。请用按 fan_in 缩放的 filler（xavier，ReLU 之前用 msra）。',
  'signal/vanishing-gradient':
    '梯度消失：在 {layer} 处，二阶矩为输出处的 {value} 倍。请检查 {layer} 之后的 filler 和归一化。',
  'signal/vanishing-gradient-filler':
    '梯度消失：在 {layer} 处二阶矩为输出处的 {value} 倍；{filler} 在 {count} 个层中各乘以 {gain}。请用按 fan 缩放的 filler（xavier，ReLU 之前用 msra）。',
  'signal/vanishing-xavier':
    '信号消失：{layer} 之后二阶矩为输入的 {value} 倍；ReLU 之前的 xavier 在 {count} 个层中各保留 {gain} 倍。请用能保持信号的 msra。',
};
