import type { cliSentences as english } from '../en/cli';

export const cliSentences: Readonly<Record<keyof typeof english, string>> = {
  'inspect/required': 'Caffe 会打印：Memory required for data: {bytes}',
  'signal/chart': '前向 ·，反向 o，从 {low} 到 {high}',
  'signal/seed': '权重为 Caffe 在 set_random_seed({seed}) 之后抽取的值',
  'signal/seeds': '对 Caffe 在 set_random_seed({first}) 与 set_random_seed({last}) 之后抽取的权重取均值',
  'signal/draw': '种子 {seed}',
  'no-output': '无法写出结果：{reason}',
  'not-a-net': '{path} 不是网络（{kind}）',
  'weights/written': '{path}：{values} 个值，{size} 字节，按种子 {seed} 为 {state} 抽取',
  'weights/seed-of-solver': '种子 {seed} 是 {solver} 的 random_seed；用 --seed N 另选',
  'weights/unsure': '层 {layer} 抽取随机数的次数在此未知：其后 Caffe 自己的值不同，但分布相同',
  'weights/not-a-net': '{path} 不是网络',
  'weights/which-state': '{path} 可用于 {states}：请用 --phase 选择',
  'weights/one-file': 'weights 只接受一个 FILE',
  'weights/no-out': 'weights 需要 --out FILE，其名称以 .npy、.npz 或 .caffemodel 结尾',
  'weights/exists': '{path} 已经存在：--force 可覆盖',
};
