import type { fileCodes } from '../../codes/file';

export const file: Record<keyof typeof fileCodes, string> = {
  'file/unreadable': '无法读取 {path}：{reason}。',
  'file/too-large':
    '此文本有 {length} 个字符，超过 {limit} 个的文本不作检查：Caffe 可能接受，也可能拒绝。若要供人阅读，请拆分网络。',
};
