import type { loweringSentences as english } from '../en/lowering';

export const loweringSentences: Readonly<Record<keyof typeof english, string>> = {
  'no-forward': 'Caffe 在 CPU 上没有它的 Forward',
  outside: '它读取文件或运行程序',
  'not-modelled': '类型为 {type} 的层在此没有对应的算子',
  unknown: '形状、filler 或其 blob 的个数未知',
  dynamic: '某个 bottom 的大小取决于数据',
  spoilt: '它就地计算，而 Caffe 此时算出的不是该层所述的结果',
  draws: '它在 Forward 中抽取随机数；请导出 TEST 阶段',
  batch: '它含有取决于 batch 的数；请用 --batch N 固定 batch',
};
