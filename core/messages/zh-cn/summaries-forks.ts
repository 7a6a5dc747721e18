/** Layers, fillers and fields that forks add, by the English text of `schemas/forks` and of the forks' rules. */
export const forkDocs: Readonly<Record<string, string>> = {
  'Bilinear resizing: to the size of the second bottom with `use_blob_size`, else by `height` and `width`, or by the factors.':
    '双线性缩放：设 `use_blob_size` 时缩放到第二个 bottom 的大小，否则按 `height` 和 `width` 或缩放系数。',
  'The log-likelihood of probabilities, weighted by a matrix of classes × classes from the file `source` or the third bottom. Top: a single value.':
    '概率的对数似然，用 类别 × 类别 的矩阵加权，矩阵来自文件 `source` 或第三个 bottom。top：单个值。',
  // Mobile nets.
  'Convolution, with a faster implementation for as many groups as channels. Top: (N, num_output, H, W) as for Convolution.':
    '卷积，组数等于通道数时计算更快。top：与 Convolution 相同的 (N, num_output, H, W)。',
  'Convolution of each channel separately, whatever `group` and `num_output` are. Weights: (C, 1, kernel_h, kernel_w). Top: (N, C, H, W) with `(in + 2·pad − dilation·(kernel − 1) − 1) / stride + 1`, rounded down.':
    '逐通道卷积，不看 `group` 和 `num_output`。权重：(C, 1, kernel_h, kernel_w)。top：(N, C, H, W)，其中 `(in + 2·pad − dilation·(kernel − 1) − 1) / stride + 1`，向下取整。',
  'Interleaves the channels of `group` groups, so that the next grouped convolution sees channels of each group. Top: the bottom as (N, C, H, W).':
    '把 `group` 个组的通道轮流排开，使后面的分组卷积能看到每个组的一部分。top：(N, C, H, W) 形式的 bottom。',
  'The rectified linear unit, limited to 6: `y = min(max(x, 0), 6)`. Top: the shape of the bottom.':
    '在 6 处截断的线性整流单元：`y = min(max(x, 0), 6)`。top：与 bottom 形状相同。',
  'The self-normalizing ELU: `y = λ · x` above 0, `y = λ · α · (exp(x) − 1)` below; λ = 1.0507, α = 1.6733. Top: the shape of the bottom.':
    '自归一化的 ELU：大于 0 时 `y = λ · x`，小于 0 时 `y = λ · α · (exp(x) − 1)`；λ = 1.0507，α = 1.6733。top：与 bottom 形状相同。',
  'Each cell of `pooled_h` × `pooled_w` from interpolated values, for each region of interest. Top: (R, C, pooled_h, pooled_w), R regions.':
    '对每个感兴趣区域，由位置之间的插值得出 `pooled_h` × `pooled_w` 个格。top：(R, C, pooled_h, pooled_w)，R 为区域数。',
  'Dropout that keeps the mean and variance of SeLu. Top: the shape of the bottom.':
    '保持 SeLu 均值和方差的 Dropout。top：与 bottom 形状相同。',
  'Reverses axes. Top: the shape of the bottom.': '翻转轴的顺序。top：与 bottom 形状相同。',
  // Detection.
  'The maximum of each cell of `pooled_h` × `pooled_w`, for each region of interest. Top: (R, C, pooled_h, pooled_w), R regions.':
    '对每个感兴趣区域，取 `pooled_h` × `pooled_w` 个格中每格的最大值。top：(R, C, pooled_h, pooled_w)，R 为区域数。',
  'The average of each cell of a region, each with its own score maps. Bottom: `output_dim` · `group_size`² channels. Top: (R, output_dim, group_size, group_size), R regions.':
    '取区域中每格的平均值，每格有自己的得分图。bottom：`output_dim` · `group_size`² 个通道。top：(R, output_dim, group_size, group_size)，R 为区域数。',
  'Quadratic near 0, linear beyond. Top: a single value.': '在 0 附近为二次，之外为线性。top：单个值。',
  'Augments images with boxes and draws the boxes onto a grid. Tops: (N, 3, image_size_y, image_size_x) and (N, classes + 8, H, W), with cells of `stride` pixels.':
    '增强带框的图像，并把框画到网格上。top：(N, 3, image_size_y, image_size_x) 和 (N, 类别数 + 8, H, W)，每格 `stride` 个像素。',
  'The mean absolute distance of its bottoms: `Σ |a − b| / N`. Top: a single value.':
    'bottom 之间的平均绝对距离：`Σ |a − b| / N`。top：单个值。',
  'SmoothL1Loss, with the loss of each region as a second top. Top: a single value, and (N, 1, H, W).':
    'SmoothL1Loss，第二个 top 为每个区域的损失。top：单个值，以及 (N, 1, H, W)。',
  'Softmax and cross entropy. Tops: a single value; the probabilities; the loss of each position.':
    'softmax 与交叉熵。top：单个值；概率；每个位置的损失。',
  'Keeps the `roi_per_img` regions with the highest loss for training. Bottoms: regions, losses, labels, box weights. Tops: (N, 1, H, W), (N, box channels, H, W).':
    '只留损失最高的 `roi_per_img` 个区域用于训练。bottom：区域、损失、标签、框的权重。top：(N, 1, H, W)、(N, 框的通道数, H, W)。',
  'Default boxes for each position of a map. Bottoms: the map, and the image. Top: (1, 2, H·W·P·4), with P boxes per position: `min_size`s times ratios, and `max_size`s.':
    '特征图每个位置的默认框。bottom：特征图和图像。top：(1, 2, H·W·P·4)，每个位置 P 个框：各 `min_size` 乘以各宽高比，再加上各 `max_size`。',
  'Reorders the axes: those of `order` first, then the others in their old order.':
    '改变轴的顺序：先是 `order` 中的轴，其余保持原来的次序。',
  'Normalizes each position (each item with `across_spatial`) to length 1 over its channels, times a learned scale. Top: the shape of the bottom.':
    '把每个位置（设 `across_spatial` 时为每个样本）沿通道缩放到长度 1，再乘以可学习的系数。top：与 bottom 形状相同。',
  'Normalizes each position to length 1 over its channels. Top: the bottom as (N, C, H, W), and the lengths (N, 1, H, W).':
    '把每个位置沿通道缩放到长度 1。top：(N, C, H, W) 形式的 bottom，以及各长度 (N, 1, H, W)。',
  'Normalizes each item to length 1. Top: the bottom as (N, C, H, W).':
    '把每个样本缩放到长度 1。top：(N, C, H, W) 形式的 bottom。',
  'Detections: boxes after decoding and non-maximum suppression. Bottoms: locations, scores, default boxes. Top: (1, 1, n, 7), with n known at run time.':
    '检测结果：解码并经非极大值抑制后的框。bottom：位置、得分、默认框。top：运行后为 (1, 1, n, 7)。',
  'Compares detections (1, 1, n, 7) with ground-truth boxes (1, 1, m, 8). Top: (1, 1, classes + n, 5).':
    '把检测结果 (1, 1, n, 7) 与真实框 (1, 1, m, 8) 比较。top：(1, 1, 类别数 + n, 5)。',
  'The localization and classification loss over matched boxes. Bottoms: locations, scores, default boxes, ground-truth boxes. Top: a single value.':
    '在匹配的框上计算位置和类别的损失。bottom：位置、得分、默认框、真实框。top：单个值。',
  'Records of images with bounding boxes. Tops: (batch_size, C, H, W), cropped or resized by `transform_param`, and the boxes.':
    '图像及其框的记录。top：(batch_size, C, H, W)，按 `transform_param` 裁剪或缩放；以及各框。',
  'Frames of a video or a camera.': '视频或摄像头的帧。',
  'Regions from scores and offsets of anchors.': '由锚框的得分和偏移得出区域。',
  'Boxes from a map of scores.': '由得分图得出框。',
  'Pooling of regions without rounding.': '不取整的区域池化。',
  'Height of the pooled region.': '池化后区域的高。',
  'Width of the pooled region.': '池化后区域的宽。',
  'Factor from image coordinates to map coordinates.': '从图像坐标换算到特征图坐标。',
  'Records of images with bounding boxes, for YOLO.': '图像及其框的记录，用于 YOLO。',
  'Detections of YOLO, one row per item. Bottom: side² · (num_class + 5) · num_object values per item.':
    'YOLO 的检测结果，每个样本一行。bottom：每个样本 side² · (num_class + 5) · num_object 个值。',
  "YOLO's loss. Top: a single value.": 'YOLO 的损失。top：单个值。',
  'Moves blocks of the feature map to channels: top (N, C·`stride`², H/`stride`, W/`stride`), or back with `reverse`.':
    '把平面上的块移到通道：top 为 (N, C·`stride`², H/`stride`, W/`stride`)；设 `reverse` 时反之。',
  'Augments images with boxes and draws the boxes onto a grid.': '对带框的图像做增强，并写到网格上。',
  'Data for fully convolutional detectors.': '用于全卷积检测器的数据。',
  'Windows of images for multiple-instance learning.': '用于多示例学习的图像窗口。',
  'Combines the scores of windows.': '合并各窗口的得分。',
  'Combines the scores of the windows of an image.': '合并一幅图像各窗口的得分。',

  // Segmentation.
  'Puts values back to where max pooling took them from. Bottoms: the values, and the second top of Pooling. Top: (N, C, `upsample_h`, `upsample_w`), or the size times `scale`.':
    '把值放回最大池化取出它们的位置。bottom：各值，以及 Pooling 的第二个 top。top：(N, C, `upsample_h`, `upsample_w`)，或原大小乘以 `scale`。',
  'Images with label images, from a list. Tops: (batch_size, C, H, W) and (batch_size, 1, H, W).':
    '列表中的图像及其标签图像。top：(batch_size, C, H, W) 和 (batch_size, 1, H, W)。',
  'Images with label images.': '图像及其标签图像。',
  'Bilinear resizing. Top: (N, C, `height`, `width`), or by `zoom_factor` in + (in − 1)·(zoom − 1), or by `shrink_factor` (in − 1) / shrink + 1.':
    '双线性缩放。top：(N, C, `height`, `width`)；或按 `zoom_factor` 为 in + (in − 1)·(zoom − 1)；或按 `shrink_factor` 为 (in − 1) / shrink + 1。',
  'Bilinear resizing. Top: (N, C, `height`, `width`), or the size times `out_height_scale` and `out_width_scale` with `is_pyramid_test`.':
    '双线性缩放。top：(N, C, `height`, `width`)；设 `is_pyramid_test` 时为原大小乘以 `out_height_scale` 和 `out_width_scale`。',
  'Bilinear resizing of feature maps.': '特征图的双线性缩放。',
  'Height of the output.': '结果的高。',
  'Width of the output.': '结果的宽。',
  'Factor by which the size grows.': '放大多少倍。',
  'Factor by which the size shrinks.': '缩小多少倍。',
  'Padding at the start, 0 or below; below 0 crops.': '开头的填充，不大于 0；小于 0 即裁剪。',
  'Padding at the end, 0 or below; below 0 crops.': '末尾的填充，不大于 0；小于 0 即裁剪。',
  'Uses the size of a second bottom.': '取第二个 bottom 的大小。',
  'Raises the scores of the classes in the image until each covers its fraction of the pixels. Top: the shape of the bottom.':
    '提高图像中出现的类别的得分，直到各类达到其份额。top：与 bottom 形状相同。',
  'Adds a bias to the scores of the classes in the image. Top: the shape of the bottom.':
    '给图像中出现的类别的得分加上偏置。top：与 bottom 形状相同。',
  'A fully connected conditional random field over the scores.': '得分上的全连接条件随机场。',
  'Smooths the maps, but not across edges. Bottoms: the maps, the edges. Top: the shape of the first bottom.':
    '沿边缘图做平滑。bottom：特征图、边缘。top：与第一个 bottom 形状相同。',
  'Reads blobs from MATLAB files.': '从 MATLAB 文件读取 blob。',
  'Writes blobs to MATLAB files.': '把 blob 写入 MATLAB 文件。',
  'Pixel accuracy, class accuracy and mean intersection over union. Bottoms: scores, labels. Top: (1, 1, 1, 3).':
    '像素准确率、类别准确率和平均交并比。bottom：得分、标签。top：(1, 1, 1, 3)。',
  'Multiplies each channel by the same map. Bottoms: the channels, the map (N, 1, H, W). Top: the shape of the first bottom.':
    '每个通道都乘以同一张图。bottom：各通道、图 (N, 1, H, W)。top：与第一个 bottom 形状相同。',
  'The labels that occur in each item. Bottom: one channel. Top: (N, max_labels, 1, 1).':
    '每个样本中出现的标签。bottom：单通道。top：(N, max_labels, 1, 1)。',

  // Normalization, and arithmetic.
  'Batch normalization with a slope and a bias, and moving mean and variance: four blobs of one value per channel. Top: the shape of the bottom.':
    '自带斜率和偏置的批归一化，并有滑动均值和方差：四个 blob，每通道一个值。top：与 bottom 形状相同。',
  'Batch normalization with a scale and a shift, 1×C×1×1 each. Top: the shape of the bottom.':
    '自带缩放和平移的批归一化，两者各为 1×C×1×1。top：与 bottom 形状相同。',
  'Normalizes each channel to mean 0 and variance 1, with the statistics of the batch in TRAIN and running averages in TEST. With MKL it includes a scale and a bias. Top: the shape of the bottom.':
    '把每个通道归一化为均值 0、方差 1：TRAIN 时按当前批次，TEST 时按滑动平均。使用 MKL 时自带系数和偏置。top：与 bottom 形状相同。',
  'Normalizes each channel to mean 0 and variance 1, with the statistics of the batch in TRAIN and running averages in TEST. With `scale_bias` or a filler it includes a scale and a bias. Top: the shape of the bottom.':
    '把每个通道归一化为均值 0、方差 1：TRAIN 时按当前批次，TEST 时按滑动平均。设 `scale_bias` 或写了 filler 时自带系数和偏置。top：与 bottom 形状相同。',
  'BatchNorm implemented with MKL.': '用 MKL 实现的 BatchNorm。',
  'a · x + y, with one factor per channel. Bottoms: a (N, C) or (N, C, 1, 1), x, y (N, C, H, W). Top: the shape of x.':
    'a · x + y，每个通道一个系数。bottom：a 为 (N, C) 或 (N, C, 1, 1)，x、y 为 (N, C, H, W)。top：与 x 形状相同。',
  'Scales each position by a factor, or all by one learned factor (`global_scale`). Bottoms: (N, C, H, W), factors (N, 1, H, W). Top: the shape of the first bottom.':
    '每个位置乘以一个系数，或全部乘以一个可学习的系数（`global_scale`）。bottom：(N, C, H, W)、系数 (N, 1, H, W)。top：与第一个 bottom 形状相同。',
  'Slope and bias for each channel.': '每个通道的斜率和偏置。',
  'Convolution of each channel separately.': '每个通道单独卷积。',
  'Convolution whose weights differ at each position.': '各位置权重不同的卷积。',
  'Shuffles the channels of groups.': '打乱各组的通道。',
  'Number of groups that the channels are split into.': '通道分为多少组。',
  'ReLU limited to 6.': '以 6 为上界的 ReLU。',
  'Leaky ReLU with a random slope.': '斜率随机的 leaky ReLU。',
  'Self-normalizing ELU.': '自归一化的 ELU。',
  'Dropout that keeps the mean and variance of SeLu.': '保持 SeLu 的均值和方差的 Dropout。',
  'Fraction of values that are dropped.': '丢弃的值的比例。',
  'Dropout of whole channels. Top: the shape of the bottom.': '整个通道的 Dropout。top：与 bottom 形状相同。',
  'Adds noise.': '加入噪声。',
  'Reverses axes.': '反转轴。',
  'The axes to reverse.': '要反转的轴。',
  'Mirrors the feature maps. Top: the shape of the bottom.': '把平面镜像。top：与 bottom 形状相同。',
  'The arc cosine.': '反余弦。',
  'Limits the values to a range.': '值的上下界。',
  'A smooth upper bound.': '平滑的上界。',
  'Combines all pairs of bottoms.': '组合所有的对。',
  'Maximum of its bottoms at each position.': '各 bottom 在每个位置的最大值。',
  'Passes on one of its bottoms.': '传出其中一个 bottom。',
  'Cuts regions out of data.': '从数据中裁出区域。',
  'Rounds the output size up; false rounds it down.': '池化后的大小向上取整；false 则向下取整。',
  'Takes the maximum (`MAX`) or average (`AVE`) of each window. Top: (N, C, H, W) with `(in + 2·pad − kernel) / stride + 1`, rounded up unless `ceil_mode: false`.':
    '取每个窗口的最大值（`MAX`）或平均值（`AVE`）。top：(N, C, H, W)，大小为 `(in + 2·pad − kernel) / stride + 1`，向上取整，设 `ceil_mode: false` 时除外。',
  'Reduces an axis to one value for each level of a pyramid; a single level removes the axis.':
    '把一个轴归约为金字塔每层一个值；只有一层时去掉该轴。',

  // Losses and recognition.
  'The distance to the center of the true class; the centers are learned. Bottoms: features, labels. Top: a single value.':
    '到所属类别中心的距离，中心由学习得到。bottom：特征、标签。top：单个值。',
  'The sum of absolute differences.': '绝对差之和。',
  'A contrastive loss over a batch.': '整个批次上的对比损失。',
  'A contrastive loss over pairs.': '成对的对比损失。',
  'A smooth contrastive loss.': '平滑的对比损失。',
  'A triplet loss over a batch.': '整个批次上的三元组损失。',
  'Triplets of anchor, positive, negative.': '锚、正、负样本的三元组。',
  'Penalizes confident predictions.': '惩罚过于自信的预测。',
  'Weight decay of features.': '特征的权重衰减。',
  'Cross entropy that focuses on hard examples.': '侧重难例的交叉熵。',
  'A loss by lower bounds.': '由下界给出的损失。',
  'Distances to learned points.': '到可学习的点的距离。',
  'Adds to the score of the true class.': '给所属类别的得分加上一个值。',
  'An affine transformation of the score of the true class.': '对所属类别的得分做仿射变换。',
  'A margin between the true class and the hardest other class.': '与最难类别之间的间隔。',
  'A margin for the true class.': '所属类别的间隔。',
  'Rescales the score of the true class.': '重新缩放所属类别的得分。',
  'InnerProduct with an angular margin for the true class. Bottoms: features, labels, and the weights if the layer has none. Tops: (N, num_output), and lambda.':
    '所属类别须以一定角度胜出的 InnerProduct。bottom：特征、标签；权重不是自己的时还有权重。top：(N, num_output) 和 lambda。',
  'InnerProduct on normalized weights with an angular margin.': '权重归一化、带角度间隔的 InnerProduct。',
  'Neighborhood components analysis.': '近邻成分分析。',
  'Ordinal regression.': '有序回归。',
  'EuclideanLoss with a mask.': '带掩码的 EuclideanLoss。',

  // Flow, poses, videos.
  'Sums feature maps of several sizes.': '把多种大小的图相加。',
  'Blackens parts of images.': '把图像的部分区域涂黑。',
  'The Euclidean norm over the channels.': '沿通道的欧氏范数。',
  'Compares patches of two feature maps over a range of displacements.': '在各种位移下比较两张图的图块。',
  'Records with images and flows.': '含有图像和光流的记录。',
  'Random transformations of images.': '图像的随机变换。',
  'Reduces the size of feature maps by averaging.': '取平均，把图缩小。',
  'Reads a flow file.': '读取光流文件。',
  'Writes a flow file.': '写入光流文件。',
  'Reads a float file.': '读取浮点文件。',
  'Writes a float file.': '写入浮点文件。',
  'Transforms a flow field along with its images.': '使光流随其图像一起变换。',
  'Warps an image by a flow field.': '沿光流移动图像。',
  'Draws the coefficients of random transformations.': '随机抽取变换。',
  'Reads an image.': '读取图像。',
  'Writes an image.': '写入图像。',
  'p-norm over the channels, q-norm over the positions.': '沿通道取 p 范数，沿位置取 q 范数。',
  'Subtracts or adds a mean.': '减去或加上均值。',
  'Resizes feature maps.': '缩放图。',
  'Draws points as Gaussian spots.': '把点写成高斯斑。',
  'Images with keypoints, augmented.': '带关键点并经增强的图像。',
  'Videos with keypoints, augmented.': '带关键点并经增强的视频。',
  'Resizes maps to the size of the image, and averages the scales.': '把图缩放到图像大小，并对各尺度取平均。',
  'The peaks of each map.': '每张图的峰值。',
  'Segments of videos.': '视频的片段。',
  'Snippets of videos: frames or optical flow.': '视频的小段：帧或光流。',

  // Distributed training.
  'Collects the batches of all processes. Tops: the shapes of the bottoms.':
    '收集所有进程的批次。top：与各 bottom 形状相同。',
  'Gives each process its part of the batch. Tops: the shapes of the bottoms.':
    '把批次分给各进程。top：与各 bottom 形状相同。',
  'Passes activations between nodes.': '在节点之间传递激活值。',
  'Compresses gradients between nodes.': '压缩节点之间的梯度。',
  'Runs a net with TensorRT.': '用 TensorRT 运行网络。',

  // Fillers.
  'The kernel of bilinear interpolation in every channel, as before 2017: (1 − |x/f − c|)(1 − |y/f − c|) with f = ⌈k/2⌉, c = (2f − 1 − f mod 2)/(2f). It is symmetric only where k mod 4 is 0 or 1.':
    '每个通道都是双线性插值核，与 2017 年之前相同：(1 − |x/f − c|)(1 − |y/f − c|)，其中 f = ⌈k/2⌉，c = (2f − 1 − f mod 2)/(2f)。只有 k mod 4 为 0 或 1 时才对称。',
  'The kernel of bilinear interpolation in every channel: (1 − |x/f − c|)(1 − |y/f − c|) with f = ⌊k/2⌋, c = (2f − 1 − f mod 2)/(2f).':
    '每个通道都是双线性插值核：(1 − |x/f − c|)(1 − |y/f − c|)，其中 f = ⌊k/2⌋，c = (2f − 1 − f mod 2)/(2f)。',
  'Values drawn from the normal distribution, then scaled so that the squares of each output sum to 1: the variance is 1 / fan_in.':
    '从正态分布中抽取，再缩放使每个输出的平方和为 1：方差为 1 / fan_in。',
  '1 on the diagonal of a square matrix, 0 elsewhere. In kernels larger than 1×1 the ones are placed as in a 1×1 kernel, so the result is not an identity.':
    '方阵对角线上为 1，其余为 0。核大于 1×1 时，各个 1 的间隔仍与 1×1 时相同，因此并不是恒等映射。',
  'Values drawn from the normal distribution with std = √(2 / n / (1 + `alpha`²)), for layers followed by a leaky ReLU of slope `alpha`. n is fan_in, or what `variance_norm` says.':
    '从标准差 √(2 / n / (1 + `alpha`²)) 的正态分布中抽取，适合其后接斜率为 `alpha` 的 leaky ReLU 的层。n 为 fan_in，或由 `variance_norm` 决定。',
  'Values drawn from the normal distribution with std = `scale` · √(2 / n). n is fan_in, or what `variance_norm` says.':
    '从标准差 `scale` · √(2 / n) 的正态分布中抽取。n 为 fan_in，或由 `variance_norm` 决定。',
  'Fixed Gabor kernels, for 32 outputs of 5×5, 64 of 7×7, 64 of 3×3 and 96 of 11×11, each of 3 channels.':
    '现成的 Gabor 核：32 个 5×5、64 个 7×7、64 个 3×3 和 96 个 11×11 的输出，各 3 个通道。',

  // JAA-Net and ARL.
  'Masks of 12 facial action units around landmarks, and of all together. Tops: (N, 1, S, S).':
    '关键点周围 12 个面部动作单元的掩膜，以及全部合在一起的掩膜。top：(N, 1, S, S)。',
  'Applies the crop and mirroring of images to landmarks. Bottoms: landmarks, those of Data with `get_mirror_crop`, mirrored indices. Top: the shape of the first.':
    '把图像的裁剪和镜像用于关键点。bottom：关键点、设 `get_mirror_crop` 的 Data 给出的值、镜像后的序号。top：与第一个 bottom 形状相同。',
  'Places maps beside each other in one map, which ends where the last one ends. Top: (N, C, H, W).':
    '把各图拼成一张图，到最后一张图的末尾为止。top：(N, C, H, W)。',
  'One minus the Dice coefficient of each item, averaged. Top: a single value.':
    '1 减去每个样本的 Dice 系数，再取平均。top：单个值。',
  'Cuts regions of `height` × `width` out of the maps, one per top. Tops: (N, C, height, width).':
    '从图中切出 `height` × `width` 的区域，每个 top 一个。top：(N, C, height, width)。',
  'Iterations of mean fields, as in CRF-RNN. Bottoms: unary terms, their softmax, features. Top: the shape of the first.':
    '平均场迭代，与 CRF-RNN 相同。bottom：一元项、其 softmax、特征。top：与第一个 bottom 形状相同。',
};
