import type { netProblems } from '../../problems/net';
import type { Sentences } from '../sentences';

export const net: Sentences<typeof netProblems> = {
  'net/unknown-layer-type': '未知的层类型（Unknown layer type）：{type}。类型区分大小写，如 "InnerProduct"。',
  'net/fork-layer-type': '{dialect} 没有 {type}；{forks} 有。它的 top 按未知处理。',
  'net/unlisted-layer-type':
    '{dialect} 可能有 {type} 类型的层，但对它一无所知：其 top 的形状未知。在该层中写 `# shape: 1x256x14x14` 可以说明。',
  'net/missing-layer-type': '此层没有类型，Caffe 停止：请加上 `type: "…"`。',
  'net/drift':
    '{layer} 的 {role} 在此为 {shape}，在 {file} 中为 {other}：Caffe 按层名复制训练好的权重，形状不同即停止。请让两层一致，或给其中一层另起名称。',
  'net/duplicate-layer-name': '另有一层也叫“{name}”：Caffe 会接受，但训练好的权重按名称查找，因此只有其中一层能得到。',
  'net/unknown-bottom':
    '未知的 bottom blob“{name}”（Unknown bottom blob，层“{layer}”，bottom 序号 {index}）：前面没有层产生它。',
  'net/top-made-twice':
    'top blob“{name}”由多处产生（produced by multiple sources）：{other} 已经产生了它。请给这个 top 换个名称。',
  'net/bottom-count': '{type} 需要的输入为 {expected}，此层有 {found}。',
  'net/top-count': '{type} 产生的输出为 {expected}，此层有 {found}。',
  'net/too-many-params':
    '层 {layer} 的 param 过多（Too many params specified）：它有 {blobs} 个可学习的 blob，却写了 {found} 个 `param`。',
  'net/in-place-of-shared':
    'top blob“{name}”由多处产生：有 {readers} 个层或损失读取 {other} 的“{name}”，Caffe 因此各给一份副本，{layer} 不能原地运算。请给这个 top 换个名称。',
  'net/copy-name-taken':
    '多个层读取“{name}”，Caffe 便给每个层一个副本，其中一个名为“{copy}”：已有 blob 用此名称，Caffe 停止。请改其中一个的名称。',
  'net/include-and-exclude':
    '只能写 include 规则或 exclude 规则之一，不可都写。Caffe 在层 {layer} 处停止：请删去一种。',
  'net/loss-weight-count': 'loss_weight 要么不写，要么每个 top 一个：{layer} 有 {expected} 个 top，写了 {found} 个。',
  'net/propagate-down-count':
    'propagate_down 要么不写，要么每个 bottom 一个：{layer} 有 {expected} 个 bottom，写了 {found} 个。',
  'net/shared-shape':
    '层“{layer}”不能共享层“{owner}”所拥有的 param“{name}”（Cannot share param）：拥有者的 blob 为 {ownerShape}，这里为 {shape}。请换个名称；若只需个数一致，用 `share_mode: PERMISSIVE`。',
  'net/shared-count':
    '层“{layer}”不能共享层“{owner}”所拥有的 param“{name}”（Cannot share param）：拥有者的 blob 有 {ownerCount} 个值，这里有 {count} 个。',
  'net/shared-lr-mult': '共享的 param“{name}”的 lr_mult 不一致：这里为 {found}，{owner} 设为 {expected}。',
  'net/shared-decay-mult': '共享的 param“{name}”的 decay_mult 不一致：这里为 {found}，{owner} 设为 {expected}。',
  'net/layer-and-layers':
    '拒绝升级不一致的网络（Refusing to upgrade inconsistent NetParameter input）：同时有 `layer`（{layer}）和 `layers`（{layers}）。请把所有层写成如今的格式 `layer`。',
  'net/unknown-v0-type': '未知的层名称（Unknown layer name）：{type}。在这种旧格式中 Caffe 有 {types}。',
  'net/padding-reader-type':
    '{type} 不是卷积或池化层，却读取 padding 层：Caffe 会把 padding 层并入读取它的 conv 或 pool 层。请改读“{name}”以外的 blob。',
  'net/padding-reader-bottoms': '读取 padding 层的 {type} 层只能有一个输入：此层有 {found}，而“{name}”是补过边的。',
  'net/padding-blobs': 'padding 层只能有一个输入和一个输出：此层有 {bottoms} 和 {tops}。',
  'net/input-without-shape':
    '输入“{name}”没有形状：网络有 {inputs} 个输入和 {shapes} 个 `input_shape`，Caffe 会崩溃。请各写一个。',
  'net/input-dim-count':
    '输入“{name}”缺少维数：网络有 {inputs} 个输入，应有 {expected} 个 `input_dim`（每个四个），写了 {dims} 个。Caffe 会取其后内存中的任意内容。',
  'net/input-count': '对 {inputs} 个输入，此版 Caffe 恰好要 {expected} 个 {name}，有 {found} 个时停止。',
  'net/input-shape-and-dim': 'input_shape 与已弃用的 input_dim 只能用一种（not both）：此版 Caffe 停止。请删去一种。',
  'net/v0-field-ignored': '层类型 {type} 的未知参数 {name}（Unknown parameter）：Caffe 记入日志并丢弃该字段。',
  'net/v1-in-v0':
    '此网络的其他层含有最早格式的 `layer { … }`。Caffe 对没有它的层只读 bottom 和 top，并因没有类型而停止：请给此层也写上 `layer`。',
  'net/out-of-state': '在 {state} 下不属于此网络。',
  'net/old-format': '此网络为旧格式，Caffe 每次读取都会升级：如今层写作 `layer { … }`，类型为字符串。',
};
