import type { signalProblems } from '../../problems/signal';
import type { Sentences } from '../sentences';

export const signal: Sentences<typeof signalProblems> = {
  'signal/dead':
    '{layer} 的权重和偏置都不会产生大于 0 的值，因此 {rectifier} 向前只传 0，也不向后传梯度：它会一直保持原样，除非权重来自训练好的模型。',
  'signal/exploding': '信号离开 {layer} 时，二阶矩已增大到输入的 {value} 倍。',
  'signal/exploding-filler':
    '信号离开 {layer} 时，二阶矩已增大到输入的 {value} 倍：使用 {filler} 的 {count} 个层各把它放大到 {gain} 倍。请用按 fan_in 缩放的填充器（xavier、msra），或减小尺度。',
  'signal/exploding-gradient': '梯度回传离开 {layer} 时，已增大到输出处的 {value} 倍。',
  'signal/exploding-gradient-filler':
    '梯度回传离开 {layer} 时，已增大到输出处的 {value} 倍：使用 {filler} 的 {count} 个层各把它放大到 {gain} 倍。请用按 fan 缩放的填充器（xavier、msra），或减小尺度。',
  'signal/saturating': '{type} 约在 {bend} 处弯曲，而 {layer} 的输入约为 {value}：多数值落在两端，几乎没有梯度通过。',
  'signal/vanishing': '信号离开 {layer} 时，二阶矩已减小到输入的 {value} 倍。',
  'signal/vanishing-filler':
    '信号离开 {layer} 时，二阶矩已减小到输入的 {value} 倍：使用 {filler} 的 {count} 个层各只保留 {gain} 倍。请用按 fan_in 缩放的填充器（xavier，ReLU 之前用 msra）。',
  'signal/vanishing-gradient': '梯度回传离开 {layer} 时，已减小到输出处的 {value} 倍。',
  'signal/vanishing-gradient-filler':
    '梯度回传离开 {layer} 时，已减小到输出处的 {value} 倍：使用 {filler} 的 {count} 个层各只保留 {gain} 倍。请用按 fan 缩放的填充器（xavier，ReLU 之前用 msra）。',
  'signal/vanishing-xavier':
    '信号离开 {layer} 时，二阶矩已减小到输入的 {value} 倍：ReLU 之前的 xavier 在 {count} 个层各保留 {gain} 倍；msra 可以保持它。',
};
