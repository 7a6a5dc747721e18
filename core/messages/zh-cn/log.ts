import type { log as english } from '../en/log';

export const log: Readonly<Record<keyof typeof english, string>> = {
  parse: 'Caffe 在此处（第 {line} 行第 {column} 列）无法读取文本：{text}',
  bottom: 'Caffe：{text}。在 Caffe 构建的阶段里，{layer} 之前没有层产生此 blob。',
  top: 'Caffe：{text} 请给这个 top 换个名称。',
  type: 'Caffe：{text}。此版本没有该类型：请检查大小写，或改用有它的分支。',
  layer: 'Caffe：{text}',
  file: 'Caffe：{text}。文件在此处写出；不以斜杠开头的路径从启动 Caffe 的文件夹算起。',
  check: 'Caffe：{text}',
  'shapes-agree': '日志中的 {count} 个形状都与此网络一致。',
  'shape-differs':
    'Caffe 得到的 {blob} 为 {shape}，此处为 {ours}：日志属于此网络的另一版本，或 {layer} 读取的数据不同。',
  'no-layer': '日志中的层都不在此网络里。',
  'not-here': '此文件中没有相关内容：{text}',
  nothing: '其中没有可识别的行。请粘贴 Caffe 停止之前输出的内容，从“Creating Layer”或“Error parsing”开始。',
};
