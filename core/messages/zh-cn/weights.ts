import type { weightsProblems } from '../../problems/weights';
import type { Sentences } from '../sentences';

export const weights: Sentences<typeof weightsProblems> = {
  'weights/file-exists': '{path} 已经存在，保持原样。',
  'weights/model-too-large':
    '此网络作为 .caffemodel 需 {size} 字节，而 Caffe 不读超过 2147483647 字节的文件。请写成 .npz。',
  'weights/no-blobs': '在此状态下网络没有带权重的层：没有可写的内容。',
  'weights/no-such-blob': '层 {layer} 没有序号为 {blob} 的 blob：它有 {blobs}，从 0 数起。',
  'weights/no-such-layer': '在此状态下没有名为 {layer} 的带权重的层。',
  'weights/not-written': '{path} 未写成：{reason}。没有留下残余。',
  'weights/one-blob': '.npy 只能存一个 blob：请指明层，或写成 .npz。',
  'weights/refused': 'Caffe 在 {state} 下拒绝此网络，因此不抽取权重：请先改正其错误。',
  'weights/too-large-for-host':
    '文件需 {size} 字节。这里只能整体写文件，最多 {limit} 字节：请在桌面编辑器中写，或用 prototxt-lens weights。',
  'weights/unknown-values': '层 {layer} 的 {blob} 的初值未知，因为其形状或 filler 未知：无法写出权重。',
  'weights/blob-count-differs':
    'Caffe 会停止：层 {layer} 在 {file} 中有 {found} 个 blob，这里有 {expected} 个。改名后该层由其 filler 初始化。',
  'weights/model-cut-off': '{path} 不完整：它有 {size} 字节，而从 {at} 开始的内容更长。写入或下载没有完成。',
  'weights/model-empty': '{path} 是空文件。',
  'weights/model-hdf5': '{path} 是 HDF5 文件：这里只读 protobuf 二进制格式的 .caffemodel。',
  'weights/model-pointer': '{path} 是 Git LFS 的指针，不是文件本身：请用 git lfs pull 取得。',
  'weights/model-too-large-for-host':
    '{path} 有 {size} 字节。这里只能整体读文件，最多 {limit} 字节：请在桌面编辑器中打开此网络。',
  'weights/model-unreadable': '{path} 无法读取：{reason}。',
  'weights/not-a-model': '{path} 不是 .caffemodel：其中没有 protobuf 二进制格式的网络层。',
  'weights/shape-differs':
    'Caffe 会停止：层 {layer} 的 {blob} 在 {file} 中为 {found}，这里为 {expected}。改名后该层由其 filler 初始化。',
  'weights/value-count-differs':
    'Caffe 会停止：层 {layer} 的 {blob} 在 {file} 中有 {found} 个值，而其形状需要 {expected} 个。文件已损坏。',
};
