/** Every sentence of the panel of runs. A value in braces is put in by `fillIn`. */
import { inLanguage } from '../words';

const en = {
  title: 'The net at its start',
  run: 'Run',
  cancel: 'Cancel',
  running: 'Running: {percent} % of the layers',
  seed: 'Seed',
  seedLong: 'As set_random_seed; empty for the random_seed of the solver beside the net, else 1701',
  batch: 'Batch',
  batchLong: 'Items of every input; empty for as many as the file says',
  asWritten: 'as written',
  old: 'The net has changed since this run.',
  ran: '{state}, seed {seed}',
  ranBatch: '{state}, seed {seed}, batch {batch}',
  withLoss: '{ran}, loss {loss}',
  copyCsv: 'Copy as CSV',
  copied: 'Copied.',

  layer: 'layer',
  type: 'type',
  top: 'top',
  shape: 'shape',
  mean: 'mean',
  std: 'std',
  min: 'min',
  max: 'max',
  tableLabel: 'What each top holds right after its layer, a row a top',
  goToText: 'Show in the text',

  none: 'This net has not been run.',
  noneHint: 'Run it once, with the weights and inputs that Caffe draws for a seed.',
};

export type Words = typeof en;

const chinese: Words = {
  title: '网络的初始状态',
  run: '运行',
  cancel: '取消',
  running: '正在运行：已完成 {percent} % 的层',
  seed: '种子',
  seedLong: '同 set_random_seed；留空则取网络旁求解器的 random_seed，否则为 1701',
  batch: 'Batch',
  batchLong: '每个输入的项数；留空则按文件所写',
  asWritten: '按文件所写',
  old: '此次运行之后网络已有改动。',
  ran: '{state}，种子 {seed}',
  ranBatch: '{state}，种子 {seed}，batch {batch}',
  withLoss: '{ran}，损失 {loss}',
  copyCsv: '复制为 CSV',
  copied: '已复制。',

  layer: '层',
  type: '类型',
  top: 'top',
  shape: '形状',
  mean: '均值',
  std: '标准差',
  min: '最小值',
  max: '最大值',
  tableLabel: '各 top 在其层刚运行后的内容，每个 top 一行',
  goToText: '在文本中显示',

  none: '此网络尚未运行。',
  noneHint: '用 Caffe 按种子抽取的权重和输入运行一次。',
};

export const words: Words = inLanguage<Words>({ en, 'zh-cn': chinese });
