/** What layer types and fillers do, by the English text of their rules. */
export const summaries: Readonly<Record<string, string>> = {
  'The absolute value: `y = |x|`. It cannot work in place. Top: the shape of the bottom.':
    '绝对值：`y = |x|`。不能原地（in-place）运算。top：与 bottom 形状相同。',
  'The fraction of predictions whose label is among the `top_k` best classes along `axis`. Top: a single value; a second top has the accuracy of each class.':
    '沿 `axis` 看，标签落在得分最高的 `top_k` 个之中的预测所占比例。top：单个值；第二个 top 给出每一类的比例。',
  'The indices of the `top_k` largest values of each item, or along `axis`; with `out_max_val` the values instead or as well. Top: `N × 1 × top_k` (`N × 2 × top_k` with `out_max_val`), or the bottom with `axis` cut to `top_k`.':
    '每个样本（或沿 `axis`）最大的 `top_k` 个值的下标；设 `out_max_val` 时改为或附带给出这些值。top：`N × 1 × top_k`（设 `out_max_val` 时为 `N × 2 × top_k`），或 `axis` 轴缩为 `top_k` 的 bottom 形状。',
  'A smooth ReLU (softplus): `y = log(1 + exp(x))`. Top: the shape of the bottom.':
    '平滑的 ReLU（softplus）：`y = log(1 + exp(x))`。top：与 bottom 形状相同。',
  'Normalizes each channel to mean 0 and variance 1, with the statistics of the batch in TRAIN and running averages in TEST. It has no scale or bias: add a Scale layer after it. Top: the shape of the bottom.':
    '把每个通道归一化为均值 0、方差 1：TRAIN 时用当前批次，TEST 时用滑动平均。自身没有缩放和偏置，其后接 Scale 层。top：与 bottom 形状相同。',
  'Picks items of the first bottom by the indices in the second: `y[i] = x[index[i]]`. Top: `M × …` for M indices.':
    '按第二个 bottom 中的下标从第一个 bottom 里挑选样本：`y[i] = x[index[i]]`。top：M 个下标时为 `M × …`。',
  'Adds a learned blob (by default one value per channel; 0 without a `filler`), or the second bottom. Top: the shape of the bottom.':
    '加上一个可学习的 blob（默认每通道一个值；没有 `filler` 时为 0），或加上第二个 bottom。top：与 bottom 形状相同。',
  'Limits values to the range from `min` to `max`: `y = min(max(x, min), max)`. Top: the shape of the bottom.':
    '把值限制在 `min` 与 `max` 之间：`y = min(max(x, min), max)`。top：与 bottom 形状相同。',
  'Concatenates its bottoms along `axis` (1 by default). Top: the common shape, with the sum of the sizes along that axis.':
    '沿 `axis`（默认 1）拼接各个 bottom。top：共同的形状，该轴为各 bottom 之和。',
  'Pulls similar pairs of feature vectors (third bottom 1) together, and pushes others at least `margin` apart. Top: a single value.':
    '相似的特征对（第三个 bottom 为 1）互相拉近，其余至少相隔 `margin`。top：单个值。',
  'Slides `num_output` filters over the bottom. Top: (N, num_output, H, W) with `(in + 2·pad − dilation·(kernel − 1) − 1) / stride + 1`, rounded down.':
    '用 `num_output` 个卷积核滑过 bottom。top：(N, num_output, H, W)，每个空间轴为 `(in + 2·pad − dilation·(kernel − 1) − 1) / stride + 1`，向下取整。',
  'Crops the first bottom to the size of the second, along all axes from `axis` (2 by default) on, starting at `offset`. Top: the first bottom before that axis, the second from that axis on.':
    '从 `axis`（默认 2）起的所有轴上，自 `offset` 开始，把第一个 bottom 裁成第二个的大小。top：该轴之前取第一个 bottom，之后取第二个。',
  'Reads records from an LMDB or LevelDB. Tops: (batch_size, C, H, W), cropped to `crop_size`, and labels (batch_size).':
    '从 LMDB 或 LevelDB 读取记录。top：(batch_size, C, H, W)，裁剪为 `crop_size`，以及标签 (batch_size)。',
  'A transposed convolution, for upsampling. Top: (N, num_output, H, W) with `stride·(in − 1) + dilation·(kernel − 1) + 1 − 2·pad`.':
    '反向运行的卷积，用于放大。top：(N, num_output, H, W)，每个空间轴为 `stride·(in − 1) + dilation·(kernel − 1) + 1 − 2·pad`。',
  'In TRAIN, sets each value to 0 with probability `dropout_ratio` and scales the others by `1 / (1 − dropout_ratio)`; in TEST, passes all values on unchanged. Top: the shape of the bottom.':
    'TRAIN 时以概率 `dropout_ratio` 把每个值置 0，其余乘以 `1 / (1 − dropout_ratio)`；TEST 时原样传递。top：与 bottom 形状相同。',
  'Produces blobs of the given shapes, filled by `data_filler` (0 without one), instead of reading data.':
    '不读数据，而是生成给定形状的 blob，由 `data_filler` 填充（没有则为 0）。',
  'The exponential linear unit: `y = x` above 0, `y = alpha · (exp(x) − 1)` below. Top: the shape of the bottom.':
    '指数线性单元：大于 0 时 `y = x`，否则 `y = alpha · (exp(x) − 1)`。top：与 bottom 形状相同。',
  'The SUM (each multiplied by its `coeff`), PROD or MAX of its bottoms, element by element. Top: their common shape.':
    '各 bottom 逐元素求和（SUM，可各乘 `coeff`）、乘积（PROD）或最大值（MAX）。top：它们共同的形状。',
  'Looks up a learned vector for each index. Top: the axes of the bottom, then `num_output`.':
    '为每个下标查表取出一个可学习的向量。top：bottom 的各轴，再加 `num_output`。',
  'Half the mean squared distance of its bottoms: `Σ (a − b)² / 2N`. Top: a single value.':
    '两个 bottom 的均方距离之半：`Σ (a − b)² / 2N`。top：单个值。',
  '`y = base ^ (shift + scale · x)`, where `base` is e by default. Top: the shape of the bottom.':
    '`y = base ^ (shift + scale · x)`，底数默认为 e。top：与 bottom 形状相同。',
  'Passes on the items of its bottoms for which the last bottom, the selector, is not 0. Tops: the shapes of the bottoms; at run time, their first dimension is the number of selected items.':
    '只传递最后一个 bottom（选择器）不为 0 的样本。top：各 bottom 的形状；数据流过后，第一维缩为被选中的样本数。',
  'Joins the axes from `axis` to `end_axis` (by default 1 to the last) into one. Top: `N × (C · H · W)`.':
    '把 `axis` 到 `end_axis`（默认从 1 到最后）的各轴合并为一个轴。top：`N × (C · H · W)`。',
  'Reads the datasets with the names of its tops from HDF5 files. Tops: `batch_size` rows each, of the shape that the files define.':
    '从 HDF5 文件读取与 top 同名的数据集。top：各 `batch_size` 行，形状由文件决定。',
  'Writes data and labels to the HDF5 file `file_name`. No tops.': '把数据和标签写入 HDF5 文件 `file_name`。没有 top。',
  'The one-against-all hinge loss of scores and class labels: `max(0, 1 ± x)`, or its square with `norm: L2`. Top: a single value.':
    '得分与类别标签的一对多 hinge 损失：`max(0, 1 ± x)`，`norm: L2` 时取平方。top：单个值。',
  'Unrolls the patches that a convolution sees. Top: (N, channels · kernel values, H, W), sizes as for Convolution.':
    '展开卷积所看到的各个图块。top：(N, 通道数 · 核的元素数, H, W)，尺寸同 Convolution。',
  'Reads images listed in a file. Tops: (batch_size, 3, H, W), 1 channel without `is_color`, and labels (batch_size).':
    '读取列表文件中的图像。top：(batch_size, 3, H, W)，`is_color` 为 false 时为 1 个通道，以及标签 (batch_size)。',
  'The log-likelihood loss, weighted by a matrix of classes × classes from the file `source` or the third bottom. Top: a single value; a second one: the probabilities.':
    '对数似然损失，用 类别 × 类别 的矩阵加权，矩阵来自文件 `source` 或第三个 bottom。top：单个值；第二个 top：概率。',
  'A fully connected layer over all values from `axis` on. Top: the axes before `axis`, then `num_output`.':
    '对 `axis` 起的所有值做全连接。top：`axis` 之前的各轴，再加 `num_output`。',
  'Blobs that the calling program fills. Tops: one `shape` for each, or one for all.':
    '由调用 Caffe 的程序填入的 blob。top：各自给定的 `shape`，或共用一个。',
  'Local response normalization: divides by (k + α/n · Σ x²)^β over `local_size` neighbors. Top: the shape of the bottom.':
    '局部响应归一化：除以 `local_size` 个邻居上的 (k + α/n · Σ x²)^β。top：与 bottom 形状相同。',
  'Long short-term memory over a sequence (T, N, …) with markers (T, N). Top: (T, N, num_output).':
    '对序列 (T, N, …) 及其标记 (T, N) 的长短期记忆网络。top：(T, N, num_output)。',
  'One step of an LSTM, from cell (1, N, D), gates (1, N, 4·D) and markers (1, N). Tops: new cell and hidden state, (1, N, D).':
    'LSTM 的一步，输入为细胞状态 (1, N, D)、门 (1, N, 4·D) 和标记 (1, N)。top：新的细胞状态和隐藏状态，(1, N, D)。',
  '`y = log(shift + scale · x)` to `base`, which is e by default. Top: the shape of the bottom.':
    '以 `base`（默认 e）为底的 `y = log(shift + scale · x)`。top：与 bottom 形状相同。',
  'Subtracts the mean of each channel of each item, and divides by its standard deviation unless `normalize_variance` is false. Top: `N × C × H × W`, with a 1 for each axis that the bottom lacks.':
    '对每个样本的每个通道减去均值，并除以标准差（`normalize_variance` 为 false 时不除）。top：`N × C × H × W`，bottom 缺少的轴补 1。',
  'Reads arrays that a program provides. Tops: (batch_size, channels, height, width) and labels (batch_size).':
    '读取程序交来的数组。top：(batch_size, channels, height, width) 和标签 (batch_size)。',
  'The negative log-likelihood of class labels, from the probabilities of a softmax: `−Σ log p[label] / N`. Top: a single value.':
    '由 softmax 得到的概率计算类别标签的负对数似然：`−Σ log p[label] / N`。top：单个值。',
  '`y = x` above 0, `y = a · x` below, with a learned slope a per channel (0.25 without a `filler`). Top: the shape of the bottom.':
    '大于 0 时为 x，否则为 a · x，每个通道有可学习的斜率 a（没有 `filler` 时为 0.25）。top：与 bottom 形状相同。',
  'Outputs a learned blob of the given `shape`, which starts at 0.':
    '一个给定 `shape` 的可学习 blob，初值为 0，自成一个 top。',
  'Takes the maximum (`MAX`) or average (`AVE`) of each window. Top: (N, C, H, W) with `(in + 2·pad − kernel) / stride + 1`, rounded up unless `round_mode: FLOOR`.':
    '取每个窗口的最大值（`MAX`）或平均值（`AVE`）。top：(N, C, H, W)，每个空间轴为 `(in + 2·pad − kernel) / stride + 1`，向上取整（`round_mode: FLOOR` 时向下）。',
  '`y = (shift + scale · x) ^ power`. Top: the shape of the bottom.':
    '`y = (shift + scale · x) ^ power`。top：与 bottom 形状相同。',
  'A layer written in Python: class `layer` of `module`. Only that class knows its tops and blobs.':
    '用 Python 写的层：`module` 中的类 `layer`。它的 top 和 blob 只有该类知道。',
  'A simple recurrent net with tanh over a sequence (T, N, …) with markers (T, N). Top: (T, N, num_output).':
    '对序列 (T, N, …) 及其标记 (T, N) 的简单 tanh 循环网络。top：(T, N, num_output)。',
  'The rectified linear unit: `y = max(x, 0) + negative_slope · min(x, 0)`. Top: the shape of the bottom.':
    '修正线性单元：`y = max(x, 0) + negative_slope · min(x, 0)`。top：与 bottom 形状相同。',
  'Reduces all axes from `axis` on to one value: their SUM, ASUM (of absolute values), SUMSQ (of squares) or MEAN, times `coeff`. Top: the axes before `axis`.':
    '把 `axis` 起的所有轴归约为一个值：和（SUM）、绝对值之和（ASUM）、平方和（SUMSQ）或均值（MEAN），再乘 `coeff`。top：`axis` 之前的各轴。',
  'Changes the shape of its bottom: in `shape`, `0` copies the dimension of the bottom, and one `-1` is inferred. Top: the shape of the bottom, with `num_axes` axes from `axis` on replaced.':
    '值不变，只换形状：`shape` 中 `0` 保留 bottom 的该维，一个 `-1` 取剩余部分。top：从 `axis` 起的 `num_axes` 个轴被替换后的 bottom。',
  'Spatial pyramid pooling: 1, 4, 16, … bins over the image, concatenated. Top: (N, C · all bins); one level gives (N, C, 1, 1).':
    '空间金字塔池化：把图像分为 1、4、16…… 个格并拼接。top：(N, C · 格的总数)；只有一层时为 (N, C, 1, 1)。',
  'Multiplies by a learned blob (by default one value per channel; 1 without a `filler`), and adds another with `bias_term`. Top: the shape of the bottom.':
    '乘以一个可学习的 blob（默认每通道一个值；没有 `filler` 时为 1），设 `bias_term` 时再加上另一个。top：与 bottom 形状相同。',
  'The logistic function: `y = 1 / (1 + exp(−x))`. Top: the shape of the bottom.':
    'logistic 函数：`y = 1 / (1 + exp(−x))`。top：与 bottom 形状相同。',
  'Sigmoid and cross-entropy: each value is a separate prediction, with a target from 0 to 1. Top: a single value.':
    'sigmoid 与交叉熵合一：每个值都是独立的预测，目标在 0 到 1 之间。top：单个值。',
  'Takes any number of bottoms and ignores them, so that they are not printed as outputs of the net.':
    '接收任意个 bottom 而不产生任何东西，使它们不作为网络输出被打印。',
  'Slices the bottom along `axis` (1 by default) at each `slice_point`, or into equal parts. Tops: the shape of the bottom, with the size of the part along that axis.':
    '沿 `axis`（默认 1）在每个 `slice_point` 处切开 bottom，没有时等分。top：bottom 的形状，该轴为各段的长度。',
  'Turns scores into probabilities that sum to 1 along `axis`: `y = exp(x) / Σ exp(x)`. Top: the shape of the bottom.':
    '沿 `axis` 把得分变为和为 1 的概率：`y = exp(x) / Σ exp(x)`。top：与 bottom 形状相同。',
  'Softmax and the negative log-likelihood of the labels, with one label for each position outside the class axis. Top: a single value.':
    'softmax 与标签的负对数似然合一；类别轴之外的每个位置一个标签。top：单个值。',
  'Passes a blob to several readers; Caffe inserts it automatically where needed. Tops: the shape of the bottom.':
    '把同一个 blob 交给多个读者；需要时 Caffe 会自动插入。top：与 bottom 形状相同。',
  '`y = x · sigmoid(beta · x)`. Top: the shape of the bottom.':
    '`y = x · sigmoid(beta · x)`。top：与 bottom 形状相同。',
  'The hyperbolic tangent: `y = tanh(x)`. Top: the shape of the bottom.':
    '双曲正切：`y = tanh(x)`。top：与 bottom 形状相同。',
  '`y = 1` where `x > threshold`, else `0`. It passes no gradient down. Top: the shape of the bottom.':
    '`x > threshold` 时 `y = 1`，否则为 `0`。不向下传梯度。top：与 bottom 形状相同。',
  'Repeats the bottom `tiles` times along `axis`. Top: the shape of the bottom, with that axis multiplied by `tiles`.':
    '沿 `axis` 把 bottom 重复 `tiles` 次。top：该轴乘以 `tiles` 的 bottom 形状。',
  'Reads windows of images listed in a file. Tops: (batch_size, C, crop_size, crop_size) and labels (batch_size).':
    '读取列表文件中图像的窗口。top：(batch_size, C, crop_size, crop_size) 和标签 (batch_size)。',
  'The kernel of bilinear interpolation in every channel: (1 − |x/f − c|)(1 − |y/f − c|) with f = ⌈k/2⌉, c = (k − 1)/(2f). For a Deconvolution that upsamples, with `group` = `num_output`.':
    '每个通道都是双线性插值核：(1 − |x/f − c|)(1 − |y/f − c|)，其中 f = ⌈k/2⌉，c = (k − 1)/(2f)。用于放大的 Deconvolution，并令 `group` = `num_output`。',
  'Every value is `value` (default 0). Equal weights receive equal gradients and stay equal, so use it for biases.':
    '每个值都是 `value`（默认 0）。全部相同的权重学不出差别：请只用于偏置。',
  'Values drawn from the normal distribution with `mean` (default 0) and `std` (default 1). `sparse: k` keeps each value with probability k / shape[0].':
    '从均值 `mean`（默认 0）、标准差 `std`（默认 1）的正态分布中抽取。`sparse: k` 以概率 k / shape[0] 保留每个值。',
  'Values drawn from the normal distribution with std = √(2 / n), for layers followed by a ReLU. n is fan_in, or what `variance_norm` says.':
    '从标准差 √(2 / n) 的正态分布中抽取，适合其后接 ReLU 的层。n 为 fan_in，或由 `variance_norm` 决定。',
  'Positive values that sum to 1 over each output: drawn from 0 to 1, then divided by their sum.':
    '每个输出上和为 1 的正值：从 0 到 1 中抽取，再除以它们的和。',
  'Values drawn uniformly from `min` (default 0) to `max` (default 1).':
    '在 `min`（默认 0）与 `max`（默认 1）之间均匀抽取。',
  "Values drawn uniformly from −s to s, s = √(3 / n), so the variance is 1 / n. The paper (Glorot and Bengio 2010) takes n = (fan_in + fan_out) / 2, `variance_norm: AVERAGE`; Caffe's default is FAN_IN, n = fan_in.":
    '在 −s 与 s 之间均匀抽取，s = √(3 / n)，方差为 1 / n。原论文（Glorot 与 Bengio，2010）取 n = (fan_in + fan_out) / 2，即 `variance_norm: AVERAGE`；Caffe 默认为 FAN_IN，即 n = fan_in。',
};
