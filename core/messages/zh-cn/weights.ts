import type { weightsProblems } from '../../problems/weights';
import type { Sentences } from '../sentences';

export const weights: Sentences<typeof weightsProblems> = {
  'weights/blob-count-differs':
    '{layer} 在 {file} 中有 {found} 个 blob，这里有 {expected} 个，Caffe 会中止。给该层改名，就由其 filler 初始化。',
  'weights/file-exists': '{path} 已经存在，未作改动。',
  'weights/model-cut-off': '{path} 不完整：位于字节 {at} 的内容超出了末尾（字节 {size}）。请重新下载或写出。',
  'weights/model-damaged': '{path} 已损坏：位于字节 {at} 的字段无效。请重新下载或写出。',
  'weights/model-empty': '{path} 是空文件。',
  'weights/model-hdf5': '{path} 是 HDF5 文件，这里不能读取。请用 protobuf 二进制格式的 .caffemodel。',
  'weights/model-long-names': '未读取 {path} 中的层名：它们超过 {limit} 字节。请确认文件的来源；层名通常很短。',
  'weights/model-over-limit': '{path} 有 {size} 字节，而 Caffe 至多读 {limit} 字节。请拆分网络，或少存一些值。',
  'weights/model-pointer': '{path} 是 Git LFS 的指针，不是文件本身。请用 `git lfs pull` 取得。',
  'weights/model-too-large': '此 .caffemodel 会有 {size} 字节，而 Caffe 至多读 2147483647 字节。请写成 .npz。',
  'weights/model-too-large-for-host': '{path} 有 {size} 字节，这里至多能读 {limit} 字节。请在桌面编辑器中打开此网络。',
  'weights/model-too-many-fields':
    '未读取 {path}：除值以外它还有超过 {limit} 个字段。请确认文件的来源；模型每层约有 20 个。',
  'weights/model-unreadable': '无法读取 {path}：{reason}。',
  'weights/no-blobs': '在此状态下网络没有带权重的层，没有可写的内容。',
  'weights/no-blobs-in-file': '文件中没有带权重的层，没有可写的内容。',
  'weights/no-such-blob': '层 {layer} 没有序号为 {blob} 的 blob。它有 {blobs} 个，从 0 数起。',
  'weights/no-such-layer': '在此状态下没有带权重的层 {layer}。',
  'weights/not-a-model': '{path} 不是 .caffemodel：其中没有 protobuf 二进制格式的层。',
  'weights/not-written': '无法写出 {path}：{reason}。没有留下不完整的文件。',
  'weights/one-blob': '.npy 文件只能存一个 blob。请指明层，或写成 .npz。',
  'weights/net-rejected': 'Caffe 在 {state} 下拒绝此网络，因此不抽取权重。请先改正其错误。',
  'weights/shape-differs':
    '{layer} 的 {blob} 在 {file} 中为 {found}，这里为 {expected}，Caffe 会中止。给该层改名，就由其 filler 初始化。',
  'weights/too-large-for-host':
    '此文件会有 {size} 字节，这里至多能写 {limit} 字节。请在桌面编辑器中写，或用 `prototxt-lens weights`。',
  'weights/too-many-axes':
    '{layer} 的 {blob} 在 {file} 中超过 {limit} 个轴，Caffe 会中止。给该层改名，就由其 filler 初始化。',
  'weights/unknown-values': '无法写出权重：{layer} 的 {blob} 的形状或 filler 未知。',
  'weights/value-count-differs':
    '{file} 已损坏：{layer} 的 {blob} 有 {found} 个值，而其形状需要 {expected} 个。请重新下载或写出该文件。',
  'weights/old-format': '{file} 含有 {age} 格式的层，当前的转换工具无法读取。请升级为当前格式。',
};
