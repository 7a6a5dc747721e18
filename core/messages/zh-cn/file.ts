import type { fileProblems } from '../../problems/file';
import type { Sentences } from '../sentences';

export const file: Sentences<typeof fileProblems> = {
  'file/unreadable': '无法读取 {path}：{reason}。',
  'file/not-read': '没有读取 {path}：{reason}。取决于它的内容不作检查。',
  'file/too-large': '此文本有 {length} 个字符，超过 {limit} 个的文本不作检查。请拆分网络，或把权重移到 .caffemodel。',
};
