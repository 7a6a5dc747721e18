import type { onnxProblems } from '../../problems/onnx';
import type { Sentences } from '../sentences';

export const onnx: Sentences<typeof onnxProblems> = {
  'onnx/no-output': '在此状态下网络没有输出 blob。请指明输出（--to）。',
  'onnx/no-such-blob': '在此状态下没有名为 {blob} 的 blob。请检查输入与输出的名称（--from、--to）。',
  'onnx/too-large':
    'ONNX 文件会有 {size} 字节，而 protobuf 至多允许 2147483647 字节。请只导出网络的一部分（--from、--to）。',
  'onnx/unknown-weights': '{blob} 的值未知，因为其形状或 filler 未知。请使用 .caffemodel 的权重。',
};
