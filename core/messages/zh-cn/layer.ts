import type { layerProblems } from '../../problems/layer';
import type { Sentences } from '../sentences';

export const layer: Sentences<typeof layerProblems> = {
  'layer/axes-differ':
    '{blob} 为 {shape}，而 Caffe 只拼接轴数与 {first}（{expected}）相同的 blob：请改变其中一个的形状。',
  'layer/axis-and-dim': 'axis 与 {old} 只能写一个：请删去 `{old}`。',
  'layer/axis-out-of-range': 'axis {axis} 超出范围：blob 为 {shape}，Caffe 接受 -{axes} 到 {last}。',
  'layer/base-not-positive': 'Caffe 要取 `base` 的对数，为 {base} 时停止：请用大于 0 的有限数，或不写（-1）表示 e。',
  'layer/base-one': '对数要除以底数的对数，底数为 1 时为 0，Caffe 停止：请换一个底数，或不写（-1）表示 e。',
  'layer/blob-too-large': 'blob 超过 INT_MAX（Blob size exceeds INT_MAX）：{shape} 多于 2147483647 个值。请改小。',
  'layer/channels-differ': '{blob} 有 {found} 个通道，{data} 有 {expected} 个：Caffe 比较长度相同的特征向量。',
  'layer/coefficient-count': 'Eltwise 每个 bottom 一个系数：{bottoms} 个 bottom 写了 {found} 个。请增减，或全部不写。',
  'layer/concat-shapes-differ':
    '{blob} 为 {shape}：轴 {other} 为 {found}，而前面的 bottom 为 {expected}。只有拼接所沿的轴 {axis} 可以不同。',
  'layer/counts-differ': '{type} 逐个比较值，{blob} 有 {found} 个值，{data} 有 {expected} 个：请使形状一致。',
  'layer/crop-axes': '{blob} 为 {shape}：Caffe 从它取各轴的新大小，需要 {expected} 个轴。',
  'layer/crop-offset-count':
    'offset 的个数必须等于从 axis 起的维数：应有 {expected} 个，写了 {found} 个。只写一个则用于所有轴。',
  'layer/crop-out-of-bounds':
    '维 {axis} 的裁剪越界（out of bounds）：从偏移 {offset} 起的 {size} 个值放不进 {dim}。请减小偏移或大小。',
  'layer/empty-bottom': '{blob} 为 {shape}，没有任何值，{type} 请求其内存时 Caffe 停止。',
  'layer/filter-tops': 'Filter 除选择器外每个 bottom 需要一个 top：应有 {expected}，现有 {found}。',
  'layer/first-dimensions-differ': '{data} 与 {blob} 的第一维应相同，为 {expected} 和 {found} 时 Caffe 停止。',
  'layer/flatten-range':
    'Flatten 合并从 `axis` 到 `end_axis` 的各轴，轴 {axis} 在 {end} 之后，Caffe 停止：请交换或修改。',
  'layer/in-place': '{type} 层不允许原地运算（in-place computation）：请给 top 取 {blob} 以外的名称。',
  'layer/index-axes': '下标必须是一个轴的 blob，而 {blob} 为 {shape}：请展平。',
  'layer/infogain-matrix': '矩阵必须有 {classes} × {classes} = {expected} 个值，{blob} 有 {found} 个。',
  'layer/infogain-normalize': 'normalize 已弃用，InfogainLoss 遇到它即停止：请用 `normalization`。',
  'layer/infogain-source': '必须指定 infogain 矩阵：在 `source` 中写文件，或用第三个 bottom 给出。',
  'layer/item-counts-differ': '输入的维数必须相同：{data} 的一个样本有 {expected} 个值，{blob} 的有 {found} 个。',
  'layer/label-count': '标签数必须与预测数一致：{data} 沿类别轴之外有 {expected} 个，{blob} 有 {found} 个。',
  'layer/legacy-axes': '{blob} 为 {shape}，而 {type} 把 blob 看作 N×C×H×W：超过 4 个轴时 Caffe 停止。请改变形状。',
  'layer/legacy-in-forward':
    'Caffe 能建立该层，但在第一次 Forward 时停止：{type} 那时把 {blob}（{shape}）看作 N×C×H×W，至多 4 个轴。请改变其形状。',
  'layer/loss-weights-missing':
    'loss_weight 必须每个 top 一个：损失层不写时按一个计，Caffe 停止。请加上 `loss_weight: 1 loss_weight: 0`。',
  'layer/loss-weights-moved':
    '其他层也读取“{blob}”，Caffe 便把它的 loss_weight 连同该层的全部权重移给一个副本：损失层于是按一个权重计，而两个 top 需要两个。请只用一个 top，或不读取“{blob}”。',
  'layer/negative-dimension': '此 blob 会是 {shape}，维数为负，Caffe 停止。',
  'layer/no-labels': '{blob} 没有任何值，而 {type} 要除以其个数：Caffe 崩溃。',
  'layer/not-one': '{type} 要求 {blob} 的 {axis} 为 1，而它为 {shape}：请改变形状。',
  'layer/num-axes-beyond':
    'end_axis = axis + num_axes 超出范围：{axis} + {num_axes} 大于 {shape} 的轴数 {axes}。用 -1 表示其后全部。',
  'layer/num-axes-negative': 'num_axes 必须 >= 0，或为 -1 表示其后全部：为 {num_axes} 时 Caffe 停止。',
  'layer/old-axis-out-of-range': '{old} 超出范围：{axis} 不是 {shape} 的轴。它从 0 数起；要从末尾数起请用 `axis`。',
  'layer/product-coefficients': 'Eltwise 只有求和才用系数：请删去，或用 `operation: SUM`。',
  'layer/reshape-axis': 'axis {axis} 超出范围：bottom 为 {shape}，因此最大为 {axes}，-1 在最后一个轴之后。',
  'layer/reshape-by-zero': '其余各维共 0 个值，Caffe 用 {total} 除以它推断这一维时崩溃。',
  'layer/reshape-copy': '0 表示复制 bottom 的轴 {axis}，而 bottom 为 {shape}，没有此轴：请写一个数，或 -1。',
  'layer/reshape-count': '输出与输入的元素个数必须一致：{top} 有 {found} 个值，bottom（{shape}）有 {expected} 个。',
  'layer/reshape-indivisible': 'bottom 的元素个数（{total}，{shape}）必须能被所写各维之积（{explicit}）整除。',
  'layer/reshape-negative': '维为 {dim} 时 Caffe 停止：请用大于 0 的数、0（复制）或 -1（推断）。',
  'layer/reshape-two-inferred': '至多只能有一个 -1：Caffe 由其余各维推断一维。',
  'layer/scalar-bottom': '{blob} 是没有轴的单个值，而 {type} 需要一个轴：Caffe 停止。',
  'layer/second-top':
    '{type} 内部的 softmax 只有一个 top，有两个 loss_weight 时 Caffe 停止：请只用一个 top，另加一个 Softmax 层。',
  'layer/python-class': 'Python 层由 `module` 中的类 `layer` 实现，任一名称为空时 Python 停止：请写出 `{name}`。',
  'layer/selector-shape': '选择器 blob 除第一维外各维都必须为 1：{blob} 为 {shape}。',
  'layer/shapes-differ': '{blob} 为 {shape}，{first} 为 {expected}：{type} 需要形状相同的 bottom。',
  'layer/slice-point-beyond': 'slice_point {point} 超出该轴的 {dim} 个值：最后一段会为负，Caffe 停止。',
  'layer/slice-point-count':
    '{tops} 个 top 需要 {expected} 个 slice_point，现有 {found} 个：每个切口一个，或全部不写以等分。',
  'layer/slice-point-order': 'slice_point 必须递增：{point} 不大于 {previous}。',
  'layer/slice-tops': '{tops} 个 top 多于该轴的 {dim} 个值：Caffe 停止。',
  'layer/slice-uneven': 'top 的个数（{tops}）应能整除被切的轴 {axis}（{dim}）：请改变 top，或加上 slice_point。',
  'layer/tiles-missing': '必须指定重复次数：请加上 `tiles`。',
  'layer/tiles-not-positive': '重复次数必须为正：为 {tiles} 时 Caffe 停止。',
  'layer/too-many-axes': '此 blob 会有 {axes} 个轴，而 Caffe 至多接受 {limit} 个。',
  'layer/top-k-below-one': 'top_k 不得小于 1：为 {top_k} 时 Caffe 停止。只取最大的一个请用 1。',
  'layer/top-k-too-large': 'top_k 至多为可选值的个数：{top_k} 大于 {limit}。请减小 `top_k`，或换一个轴。',
  'layer/column-buffer-too-large': 'blob 超过 INT_MAX：为做乘法展开后，一幅图像需 {values} 个值。请减小核或图像。',
  'layer/cover-extends':
    '{blob} 为 {shape}，从轴 {axis} 起用于第一个 bottom（{data}）时超出其范围：请减小 `axis`，或减少 {blob} 的轴。',
  'layer/cover-mismatch':
    '维数不符（dimension mismatch）：{blob} 为 {shape}，第一个 bottom（{data}）的轴 {axis} 为 {expected}，而不是 {found}。请使大小一致，或从另一个 `axis` 开始。',
  'layer/dim-negative': '维为负时 Caffe 停止：{dim}。请写不小于 0 的大小。',
  'layer/dummy-shape-count':
    'shape 必须写一个，或每个 top 一个：{tops} 个 top 写了 {found} 个。请写一个共用，或各写一个。',
  'layer/embed-size': 'EmbedLayer 的 {name} 必须为正，为 {value} 时 Caffe 停止：请写出 `{name}`。',
  'layer/empty-loss': '{blob} 为 {shape}，没有任何值，Caffe 把损失权重写入其梯度时停止：请删去 `loss_weight`。',
  'layer/empty-parameter': '没有值的参数没有可共享的内存：Caffe 能建立它，但在第一次 Forward 时停止。请使所有维为正。',
  'layer/param-too-large':
    'blob 超过 INT_MAX（Blob size exceeds INT_MAX）：该层的 {role} 会是 {shape}，多于 2147483647 个值。请改小。',
  'layer/cudnn-dilation':
    'cuDNN 不支持膨胀卷积，`engine: CUDNN` 且 `dilation: {dilation}` 时 Caffe 停止：请删去 `engine`。',
  'layer/cudnn-axes':
    'cuDNN 的输入必须有 2 个空间轴，`engine: CUDNN` 而有 {axes} 个时 Caffe 停止：请删去 `engine`，或改用 CAFFE。',
  'layer/empty-top': '此 blob 没有任何值，filler 请求其内存时 Caffe 停止：请使所有维为正。',
  'layer/filler-count': 'data_filler 的个数必须为 0、1 或等于 top 的个数：{tops} 个 top 写了 {found} 个。请增减。',
  'layer/four-axes': '输入必须有 4 个轴 (num, channels, height, width)：{blob} 为 {shape}。请改变其形状。',
  'layer/global-pooling-kernel': 'global_pooling: true 时不能指定核的大小：窗口就是整幅图像。请删去 `{name}`。',
  'layer/global-pooling-window': 'global_pooling: true 时只能 pad = 0、stride = 1：请删去 `{name}`。',
  'layer/group-channels':
    'bottom 有 {channels} 个通道，不能被 {group} 组整除：Caffe 停止（channels_ % group_ == 0）。请用能整除的 `group`。',
  'layer/group-outputs': '输出个数应为组数的倍数：{outputs} 个输出，{group} 组。请修改 `num_output` 或 `group`。',
  'layer/group-zero': 'Caffe 要除以 `group`，为 {group} 时崩溃：不分组请用 1。',
  'layer/half-of-pair': 'Caffe 需要 {pair} 两者，只有 {name} 时停止：请补上另一个。',
  'layer/hdf5-output-bottoms':
    'Caffe 能建立该层，但在第一次 Forward 时停止：{blob} 为 {shape}，而 HDF5 文件只接受至多 4 个轴的 blob，且每个的项数都与 {data} 相同（{items}）。',
  'layer/kernel-missing': '必须指定 kernel_size：Caffe 不知道窗口多大。请加上 `kernel_size`。',
  'layer/kernel-not-positive': '核的各维必须不为 0：`{name}` 为 {value} 时 Caffe 停止。请用不小于 1 的值。',
  'layer/learned-statistics':
    'BatchNorm 的统计量不能作为参数学习：`lr_mult` 必须为 0，而不是 {found}。请写 `lr_mult: 0`，或删去 `param`。',
  'layer/legacy-count':
    '“{name}”必须写一个，或每个 top 一个：{tops} 个 top 写了 {found} 个。请写一个共用，或各写一个。',
  'layer/local-size-even': 'LRN 的 local_size 只支持奇数：{size} 是偶数。请加一或减一。',
  'layer/markers-axes': 'bottom[1] 必须恰有 2 个轴（时间步, 序列）：{blob} 为 {shape}。请改变其形状。',
  'layer/markers-differ': '标记 {blob} 为 {shape}，而序列有 {data} 个时间步和序列：两者必须一致。',
  'layer/no-channels': '{type} 需要通道轴，即第二个轴：{blob} 为 {shape}。请改变其形状。',
  'layer/no-spatial-axes': '通道之后没有可滑动的轴：bottom 有 {axes} 个轴。请改变其形状，或减小 `axis`。',
  'layer/num-axes-past':
    '从轴 {axis} 起覆盖 {num_axes} 个轴时，blob 的形状超出 bottom（{shape}）：请减小 `num_axes` 或 `axis`，或用 -1 表示其后全部。',
  'layer/num-output-missing': '缺少 `num_output`：没有它该层没有输出，Caffe 停止。请加上。',
  'layer/num-output-not-positive': '`num_output` 必须大于 0，为 {value} 时 Caffe 停止：请写出该层有多少个输出。',
  'layer/output-empty':
    '核使 bottom（{shape}）所剩无几：top 会是 {top}，空的 blob 没有内存，Caffe 停止。请减小核，或加 pad。',
  'layer/output-negative':
    '这里的输出会是 {size}：大小为 {kernel}（dilation {dilation}）的核用于 {input}，pad 为 {pad}，维为负时 Caffe 停止。请减小核，或增大 pad。',
  'layer/pad-too-large': 'pad（{pad}）必须小于核（{kernel}）：否则窗口只看到填充，Caffe 停止。请减小 pad，或增大核。',
  'layer/pair-and-plain': '`{plain}` 与 {pair} 只能写一种，不可都写：请删去一种。',
  'layer/pair-needs-two-axes':
    '{pair} 只能用于二维：bottom 在通道之后有 {axes} 个轴。请在不带后缀的字段中为每个轴写一个值。',
  'layer/pooling-padding': '只有平均和最大池化支持填充：为 {pool} 时 Caffe 停止。请删去 pad，或用 MAX、AVE。',
  'layer/pyramid-height': '`pyramid_height` 必须大于 0，为 {levels} 时 Caffe 停止：请写出层数。',
  'layer/pyramid-too-high':
    '第 {level} 层每边需 {bins} 个格，对 {shape} 太多：填充不小于窗口，Caffe 停止。请减小 `pyramid_height`。',
  'layer/sequence-axes': 'bottom[0] 至少要有 3 个轴（时间步, 序列, …）：{blob} 为 {shape}。请改变其形状。',
  'layer/shape-and-legacy': '同时写了 shape 和旧字段：请删去 `shape`，或 {old}。',
  'layer/shape-count':
    'shape 必须写一个、每个 top 一个，或不写：{tops} 个 top 写了 {found} 个。请写一个共用，或各写一个。',
  'layer/spatial-count': '`{name}` 必须写一个，或每个空间轴一个：{axes} 个轴写了 {found} 个值。请增减。',
  'layer/state-shape':
    '隐藏状态 {blob} 必须为 {expected}，而它为 {shape}：Caffe 停止（shape mismatch）。请改变其形状。',
  'layer/static-axes': '静态输入 {blob} 的第一个轴应为序列，其后为值：它为 {shape}。请改变其形状。',
  'layer/static-streams': '静态输入 {blob} 有 {found} 个序列，而序列输入有 {expected} 个：两者必须一致。',
  'layer/stride-crash': 'Caffe 除以为 {value} 的步长（`{name}`）时崩溃：请同时写出 `stride_h` 和 `stride_w`。',
  'layer/stride-not-positive': '步长必须不为 0：`{name}` 为 {value} 时 Caffe 停止。请用不小于 1 的值。',
  'layer/unit-axes': '{blob} 必须有 {axes} 个轴，而它为 {shape}：请改变其形状。',
  'layer/unit-first': '{blob} 的第一个轴必须为 1，即一个时间步，而它为 {shape}：请把序列切成时间步。',
  'layer/unit-gates':
    '{blob} 对细胞的 {hidden} 个值各须有 4 个值，共 {expected}，而它有 {found} 个：请修改产生它的层。',
  'layer/unit-streams': '{blob} 为 {shape}，而细胞有 {streams} 个序列：两者必须一致。',
  'layer/written-count':
    '权重 blob 数不对（Incorrect number of weight blobs）：层中有 {found} 个 `blobs`，而该层需要 {expected} 个。请增减，或全部删除。',
  'layer/written-empty': '没有值的 blob 没有可复制到的内存，Caffe 停止：{shape}。请使各维为正，或删除该 blob。',
  'layer/written-missing':
    'Caffe 以层中的 {blobs} 个 `blobs` 建立该层，但在第一次 Forward 读取其 {role}（{shape}）时崩溃：请补上该 blob，或全部删除。',
  'layer/written-shape':
    '{role} 形状不对（expected shape）：应为 {expected}，而不是 {found}。请改此 blob，或改与之不符的字段。',
  'layer/written-slopes':
    '斜率数与配置不符（Negative slope size is inconsistent with prototxt config）：该层需要 {expected} 个，而此 blob 有 {found} 个。请改 blob 或 `channel_shared`。',
  'layer/written-unfit':
    'Caffe 以此 blob（{found}）建立该层，但把其 {role} 当作 {shape} 读取：Forward 取到的不是该 blob 的值。请修改其中之一。',
  'layer/written-values': 'Caffe 按形状复制值：{shape} 需要 {expected} 个，而 `{field}` 有 {found} 个。请增减。',
};
