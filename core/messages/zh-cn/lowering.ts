import type { loweringSentences as english } from '../en/lowering';

export const loweringSentences: Readonly<Record<keyof typeof english, string>> = {
  'no-forward': 'Caffe 没有实现它在 CPU 上的 Forward',
  outside: '它读取文件或运行程序',
  'not-modelled': '不支持类型为 {type} 的层',
  'no-backward': 'Caffe 没有实现它的 Backward，会中止',
  'no-gradient': '它的某个运算的梯度尚不支持',
  unknown: '形状、filler 或其 blob 的个数未知',
  dynamic: '某个 bottom 的大小取决于数据',
  'too-many-steps': '它的序列超过 10,000 个时间步',
  reshaped: '某个原地运算的层在初始化之后改变了其 bottom 的形状，Caffe 会中止',
  spoilt: '它原地运算，而 Caffe 此时算出的不是该层定义的结果',
  draws: '它在 Forward 中抽取随机数；请导出 TEST 阶段',
  batch: '它含有取决于批大小的数；请以固定的批大小导出',
  'too-large': '它的权重和数值超出 WebAssembly 的内存',
};
