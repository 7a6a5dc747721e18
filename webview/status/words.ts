/** What a page says in place of figures. A value in braces is filled in by `fillIn`. */
import { inLanguage } from '../words';

const en = {
  reading: 'Reading the net…',
  computing: 'Computing…',

  empty: 'This file has no layers.',
  solver: 'This file is a solver, and the net that it names was not found.',
  other: 'This file is not a net.',
  notOpen: 'This file cannot be read.',
  newNet: 'New net…',
  openFile: 'Open another file…',

  layers: 'No layer of this net is in {state}.',
  chooseState: 'Choose another state…',

  records: 'The shape of the records that {layer} reads is not in the file.',
  setDatum: 'Set datum {shape}',
  otherDatum: 'Other shape…',

  type: '{schema} has no layer of type {type}, so the shapes after {layer} are unknown.',
  chooseSchema: 'Choose another Caffe…',

  shape: 'The shape of the top of {layer} ({type}) is not in the file.',
  setShape: 'Set its shape…',

  error: 'Caffe rejects {layer}: {message}',
  show: 'Show {layer}',
};

const chinese: typeof en = {
  reading: '正在读取网络…',
  computing: '正在计算…',

  empty: '此文件没有层。',
  solver: '此文件是求解器，但没有找到它所写的网络。',
  other: '此文件不是网络。',
  notOpen: '无法读取此文件。',
  newNet: '新建网络…',
  openFile: '打开其他文件…',

  layers: '此网络在 {state} 下没有层。',
  chooseState: '选择其他状态…',

  records: '文件里没有 {layer} 所读记录的形状。',
  setDatum: '设 datum 为 {shape}',
  otherDatum: '其他形状…',

  type: '{schema} 没有 {type} 类型的层，因此 {layer} 之后的形状未知。',
  chooseSchema: '选择其他 Caffe…',

  shape: '文件里没有 {layer}（{type}）的 top 的形状。',
  setShape: '设定其形状…',

  error: 'Caffe 不接受 {layer}：{message}',
  show: '显示 {layer}',
};

export const words = inLanguage({ en, 'zh-cn': chinese });
