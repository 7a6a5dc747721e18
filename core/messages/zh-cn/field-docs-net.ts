/** Fields of nets, solvers, data and fillers, by the English comments of `schemas/bvlc.proto`. */
export const netDocs: Readonly<Record<string, string>> = {
  'The dimensions of a blob, outermost first.': 'blob 的各维，从最外层开始。',
  'One dimension; the first is usually the batch. Without any `dim`, the blob is a single value without axes.':
    '一维；第一维通常是批次。没有 `dim` 表示没有轴的单个值。',
  'A blob as it is stored in a `.caffemodel` or mean file.': '保存在 `.caffemodel` 或均值文件中的 blob。',
  'First dimension, in old files.': '第一维，用于旧文件。',
  'Second dimension, in old files.': '第二维，用于旧文件。',
  'Third dimension, in old files.': '第三维，用于旧文件。',
  'Fourth dimension, in old files.': '第四维，用于旧文件。',
  'The values, in C order.': '各值，按 C 顺序。',
  'The gradients, in C order.': '各梯度，按 C 顺序。',
  'Dimensions of the blob.': 'blob 的各维。',
  'The values in double precision.': '双精度的各值。',
  'The gradients in double precision.': '双精度的各梯度。',
  'Several blobs in one message.': '一条消息中的多个 blob。',
  'The blobs, in order.': '依次的各个 blob。',
  'One record of a database: an image and its label.': '数据库中的一条记录：图像及其标签。',
  'Number of color channels.': '颜色通道数。',
  'Height of the image.': '图像的高度。',
  'Width of the image.': '图像的宽度。',
  'The pixels as bytes, channel by channel.': '以字节表示的像素，逐通道排列。',
  'The class of the record.': '记录的类别。',
  'The values as floats, if they are not bytes.': '不是字节时的浮点值。',
  'Whether the bytes are a compressed image (JPEG, PNG) that must be decoded.':
    '字节是需要解码的压缩图像（JPEG、PNG）。',
  'How the values of a learnable blob are initialized.': '可学习 blob 在训练前的初值。',
  '`constant` (the default), `uniform`, `gaussian`, `positive_unitball`, `xavier`, `msra` or `bilinear`. Each reads only some of the other fields.':
    '`constant`（默认）、`uniform`、`gaussian`、`positive_unitball`、`xavier`、`msra` 或 `bilinear`。每种只读取其余字段中的一部分。',
  'Value of all elements, for `constant`.': '每个值，用于 `constant`。',
  'Lower bound of the range, for `uniform`.': '范围的下界，用于 `uniform`。',
  'Upper bound of the range, for `uniform`.': '范围的上界，用于 `uniform`。',
  'Mean of the normal distribution, for `gaussian`.': '正态分布的均值，用于 `gaussian`。',
  'Standard deviation, for `gaussian`. It must be greater than 0; `xavier` and `msra` compute their own and never read it.':
    '标准差，用于 `gaussian`，必须大于 0；`xavier` 和 `msra` 自行计算，从不读取它。',
  'For `gaussian`: each value is kept with probability sparse / shape[0] and is 0 otherwise. −1 is off; all other fillers require −1, or Caffe aborts.':
    '用于 `gaussian`：每个值以概率 sparse / shape[0] 保留，否则为 0。−1 表示关闭；其他 filler 只能为 −1，否则 Caffe 中止。',
  'The n that `xavier` (variance 1/n) and `msra` (variance 2/n) scale by, computed from the shape of the blob.':
    '`xavier`（方差 1/n）和 `msra`（2/n）所用的 n，由 blob 的形状得出。',
  'A net: its layers, in the order in which they run.': '一个网络：按运行顺序排列的各层。',
  'Name of the net; it appears only in logs.': '网络的名称，只出现在日志里。',
  'A layer in the V1 format of 2014. Caffe upgrades it; it cannot be mixed with `layer`.':
    '2014 年格式（V1）的层。Caffe 会升级它；不可与 `layer` 混用。',
  'Deprecated: an input blob. Use an Input layer instead.': '已弃用：输入 blob。请改用 Input 层。',
  'Deprecated: four dimensions for each `input`.': '已弃用：每个 `input` 的四个维。',
  'Computes gradients for all layers, even if nothing needs them.': '为所有层计算梯度，即使没有谁需要。',
  'The phase, level and stages in which the net is built, unless the program overrides them. These stages are added to those that the program specifies.':
    '构建网络时的 phase、level 和 stage，程序另行指定时除外。这里的 stage 会与所要求的合并。',
  'Logs the mean absolute values and gradients of each layer.': '在日志中记录每层的平均绝对值和梯度。',
  'Deprecated: shape of the `input` at the same position.': '已弃用：同一位置的 `input` 的形状。',
  'A layer. Layers run in the order of the text, and each `bottom` must be produced by an earlier layer.':
    '一个层。各层按文本顺序运行，`bottom` 必须由前面的层产生。',
  'How a net is trained.': '如何训练网络。',
  'Path of a net that is only used for training.': '仅用于训练的网络的路径。',
  'Paths of nets that are only used for testing.': '仅用于测试的网络的路径。',
  'Number of batches per test, one value for each test net.': '每次测试跑多少个批次，每个测试网络一个值。',
  'Number of iterations between two tests; must be greater than 0 if there are test nets.':
    '两次测试之间的迭代数；有测试网络时必须大于 0。',
  'Initial learning rate, which `lr_policy` changes. For each blob it is multiplied by its `lr_mult`.':
    '`lr_policy` 的起始学习率。每个 blob 再乘以自己的 `lr_mult`。',
  'Number of iterations between two log lines; 0 logs none.': '两行日志之间的迭代数；0 表示不记录。',
  'Number of iterations to train.': '训练的迭代数。',
  'How the learning rate changes with the iteration: `fixed`, `step`, `exp`, `inv`, `multistep`, `poly` or `sigmoid`.':
    '学习率如何随迭代变化：`fixed`、`step`、`exp`、`inv`、`multistep`、`poly` 或 `sigmoid`。',
  'Parameter of the policies `step`, `multistep`, `exp`, `inv` and `sigmoid`: how fast the learning rate falls.':
    '`step`、`multistep`、`exp`、`inv` 和 `sigmoid` 的下降系数。',
  'Exponent of the policies `inv` and `poly`.': '`inv` 和 `poly` 的指数。',
  'Fraction of the last update that is added to the next one.': '上一次更新加到下一次更新中的比例。',
  'Weight of the regularization. For each blob it is multiplied by its `decay_mult`.':
    '正则化的权重；每个 blob 再乘以自己的 `decay_mult`。',
  'Number of iterations between two steps, for `step`; the midpoint, for `sigmoid`.':
    '`step`：两次下降之间的迭代数；`sigmoid`：中点。',
  'Number of iterations between two snapshots; 0 takes only the last one.':
    '两次快照之间的迭代数；0 表示只在最后保存。',
  'Prefix of the paths of snapshots.': '快照路径的前缀。',
  'Also stores gradients in snapshots.': '在快照中也保存梯度。',
  'Whether Caffe computes on the CPU or the GPU.': '由 CPU 还是 GPU 计算。',
  'Number of the GPU.': 'GPU 的编号。',
  'Also shows the loss of tests.': '也显示测试的损失。',
  'Seed of all random numbers, including the initial weights; −1 uses a seed from the system, so results cannot be reproduced.':
    '所有随机数（包括初始权重）的种子；−1 表示取自系统，结果不可重现。',
  'The training net itself instead of its path.': '训练网络本身，代替其路径。',
  'Test nets themselves instead of their paths.': '测试网络本身，代替其路径。',
  'Logs what happens in each layer.': '记录每层发生的情况。',
  'Path of the net for training and testing, relative to the folder where Caffe is started.':
    '训练和测试所用网络的路径，相对于启动 Caffe 的目录。',
  'The net for training and testing itself instead of its path.': '网络本身，代替其路径。',
  'Level and stages of the training net.': '训练网络的 level 和 stage。',
  'Level and stages of each test net: one for each, or none.': '各测试网络的 level 和 stage：不写，或每个网络一条。',
  'Takes a snapshot when training ends.': '训练结束时保存快照。',
  '`L2` (squares, the default) or `L1` (absolute values).': '`L2`（平方，默认）或 `L1`（绝对值）。',
  'Deprecated: the solver. Use `type` instead.': '已弃用：求解器。请改用 `type`。',
  'Added to denominators to avoid division by 0, for AdaGrad, RMSProp, AdaDelta and Adam.':
    '防止除以零的小量，用于 AdaGrad、RMSProp、AdaDelta 和 Adam。',
  'Tests once before the first iteration, so that lack of memory and errors of the net show early.':
    '第一次迭代之前先测试一次，及早检验内存和网络。',
  'The displayed loss is the mean over this many iterations.': '显示的损失是这么多次迭代的平均。',
  'The iterations at which `multistep` changes the learning rate.': '`multistep` 下降时的迭代数。',
  'Gradients whose L2 norm exceeds this are scaled down to it; −1 is off.':
    '梯度的 L2 范数超过它时缩小到它；−1 表示从不。',
  'Gradients of this many batches are accumulated before each update, like a larger batch with less memory.':
    '每次更新前累加这么多个批次的梯度：用较少内存得到更大的批次。',
  'The format of snapshots.': '快照的格式。',
  'Fraction of the mean square that is kept, for RMSProp: at least 0 and less than 1.':
    '保留均方的比例，用于 RMSProp：从 0 到 1（不含 1）。',
  'Fraction of the second moment that is kept, for Adam.': '保留二阶矩的比例，用于 Adam。',
  'The solver: `SGD`, `Nesterov`, `AdaGrad`, `RMSProp`, `AdaDelta` or `Adam`.':
    '求解器：`SGD`、`Nesterov`、`AdaGrad`、`RMSProp`、`AdaDelta` 或 `Adam`。',
  'With several GPUs: sends gradients layer by layer while the rest is still computed.':
    '多 GPU 时：其余部分仍在计算，就逐层发送梯度。',
  'Comma-separated `.caffemodel` files whose weights replace the initial weights.':
    '以逗号分隔的 `.caffemodel` 文件，其权重代替初始权重。',
  'State of the solver in a snapshot.': '快照中保存的求解器状态。',
  'The iteration.': '迭代数。',
  'Path of the weights.': '权重的路径。',
  'Blobs of past updates.': '过去更新的 blob。',
  'Number of steps of the learning rate so far.': '学习率已下降的次数。',
  'The state that decides which layers the net includes.': '决定包含哪些层。',
  'TRAIN or TEST.': 'TRAIN 或 TEST。',
  'A number that rules compare with `min_level` and `max_level`.': '与规则中的 `min_level` 和 `max_level` 比较的数。',
  'Names that rules look for with `stage` and `not_stage`.': '规则中的 `stage` 和 `not_stage` 所查找的名称。',
  'When a layer is included (`include`) or excluded (`exclude`). A rule is met if all its conditions hold.':
    '层何时加入（`include`）或排除（`exclude`）：规则的各项都成立时即满足。',
  'The required phase.': '所要求的 phase。',
  'The minimum level.': '所要求的最低 level。',
  'The maximum level.': '所要求的最高 level。',
  'A stage that the state must have; if there are several, all of them.': '必须给定的 stage；有多个时须全部给定。',
  'A stage that the state must not have; if there are several, none of them.': '不得给定的 stage；有多个时一个也不行。',
  'How a learnable blob of a layer is trained and shared; the first `param` is for the first blob, and so on.':
    '层的一个可学习 blob 如何训练和共享；第一条对应第一个 blob，依此类推。',
  'Blobs with the same name are shared between layers; the first layer owns the values.':
    '同名的 blob 由各层共享；第一个层拥有其值。',
  'Whether shared blobs must agree in shape.': '共享的 blob 形状是否必须一致。',
  'Multiplies the learning rate; 0 freezes the blob.': '与学习率相乘；0 冻结该 blob。',
  'Multiplies the weight decay; 0 is usual for biases.': '与权重衰减相乘；偏置通常为 0。',
  'A layer of the net.': '网络的一个层。',
  'Name of the layer; trained weights are copied by name.': '层的名称；训练好的权重按名称复制。',
  'Type of the layer, such as "Convolution". It is case-sensitive.': '层的类型，如 "Convolution"。区分大小写。',
  'A blob that the layer reads; an earlier layer must produce it.': '它读取的 blob；必须由前面的层产生。',
  'A blob that the layer produces. With the name of the bottom at the same position, the layer works in place.':
    '它产生的 blob。与同一位置的 bottom 同名表示原地（in-place）运算。',
  'Weight of each top in the loss: one per top, or none. By default it is 1 for losses and 0 for others.':
    '每个 top 在损失中的权重：每个 top 一个，或不写。损失层默认为 1，其他层为 0。',
  'Learning rate, decay and sharing of each learnable blob, in order.':
    '依次给出每个可学习 blob 的学习率、衰减和共享。',
  'The values of the blobs of the layer, as in weights files.': '它的 blob 的值；用于权重文件。',
  'Includes the layer if the rule is met; if there are several, any of them. Cannot be set together with `exclude`.':
    '规则满足时加入该层；有多条时任一满足即可。不可与 `exclude` 同用。',
  'Excludes the layer if the rule is met; if there are several, any of them. Cannot be set together with `include`.':
    '规则满足时排除该层；有多条时任一满足即可。不可与 `include` 同用。',
  'The phase of this layer, whatever the phase of the net.': '该层自身的 phase，与网络无关。',
  'Whether gradients are propagated to each bottom: one per bottom, or none.':
    '梯度是否传给每个 bottom：不写，或每个 bottom 一个。',
  'How data layers transform each record.': '数据层对每条记录的处理。',
  'What losses ignore and how they are normalized.': '损失忽略什么、如何归一化。',
  'Factor for all values, applied after the mean is subtracted. 0.00390625 scales bytes to the range from 0 to 1.':
    '减去均值后与所有值相乘的系数。0.00390625 把字节缩放到 0 到 1。',
  'Mirrors records horizontally at random.': '随机左右翻转记录。',
  'Crops a square of this size: at random in TRAIN, from the center in TEST. 0 is off.':
    '裁剪出这个大小的正方形：TRAIN 时随机，TEST 时取中心。0 表示关闭。',
  'A binaryproto file with the mean image to subtract. Cannot be set together with `mean_value`.':
    '要减去的均值图像（binaryproto）。不可与 `mean_value` 同用。',
  'Value to subtract from all pixels: one for all channels, or one per channel.':
    '每个像素要减去的值：所有通道一个，或每个通道一个。',
  'Decodes images with three channels.': '按三通道解码图像。',
  'Decodes images with one channel.': '按单通道解码图像。',
  'Label to ignore.': '要忽略的标签。',
  'Deprecated: true normalizes like VALID, false like BATCH_SIZE. Use `normalization` instead.':
    '已弃用：true 相当于 VALID，false 相当于 BATCH_SIZE。请改用 `normalization`。',
  'How the sum of the losses is normalized.': '损失之和如何归一化。',
  'Whether the net is being trained or tested.': '网络处于训练还是测试。',
  'The net is trained: data layers crop at random places, Dropout drops values, BatchNorm uses the statistics of the batch.':
    '训练网络：数据层随机裁剪，Dropout 丢弃值，BatchNorm 使用批次统计量。',
  'The net is tested or deployed.': '测试或部署网络。',
  'The n that xavier and msra scale by.': 'xavier 和 msra 缩放所用的 n。',
  'count / shape[0]: the inputs of one output. Keeps the variance of the activations in the forward pass.':
    'count / shape[0]：一个输出的输入数。保持前向信号的方差。',
  'count / shape[1]: the outputs that one input reaches. Keeps the variance of the gradients in the backward pass.':
    'count / shape[1]：一个输入到达的输出数。保持梯度的方差。',
  'The mean of fan_in and fan_out.': 'fan_in 与 fan_out 的平均。',
  'The shapes must be equal.': '形状必须相同。',
  'Only the numbers of values must be equal.': '只需元素个数相同。',
  'Divides by the number of all predictions.': '除以所有预测的个数。',
  'Divides by the number of predictions that are not ignored.': '除以未被忽略的预测的个数。',
  'Divides by the batch size.': '除以批大小。',
  'Does not divide.': '不除。',
};
