/** Layers of the Caffes in `core/dialects/atlas-caffes.ts`, by the English text of their rules. */
export const atlasDocs: Readonly<Record<string, string>> = {
  // TI's caffe-jacinto.
  'Images with label images. Tops: (batch_size, C, H, W) and (batch_size, 1, H, W), cropped to `crop_size`.':
    '图像和标签图像。top：(batch_size, C, H, W) 和 (batch_size, 1, H, W)，裁剪到 `crop_size`。',
  'Counts how often each class is predicted for each label. Top: (1, 1, K, K), for K classes along `axis`.':
    '统计每个标签被预测为各个类别的次数。top：(1, 1, K, K)，K 为沿 `axis` 的类别数。',
  'The intersection of predictions and labels over their union. Tops: (1), the mean, and (K), for each class.':
    '预测与标签的交并比。top：(1)，即平均值，以及 (K)，即每个类别的值。',
  // YOLO.
  'Repeats each value `scale` times in both directions. Top: (N, C, H·scale, W·scale).':
    '把每个值沿两个方向各重复 `scale` 次。top：(N, C, H·scale, W·scale)。',
  'The loss of YOLOv3 on a feature map with `num` · (coordinates + 1 + `num_class`) channels. Bottoms: the map, and the boxes. Top: a single value.':
    'YOLOv3 的损失，特征图有 `num` · (坐标数 + 1 + `num_class`) 个通道。bottom：特征图和框。top：单个值。',
  "YOLOv2's loss. Top: a single value.": 'YOLOv2 的损失。top：单个值。',
  'Detections from feature maps of YOLO. Top: (1, 1, n, 7), with n known at run time.':
    '由 YOLO 的特征图得出检测结果。top：(1, 1, n, 7)，n 在运行时才知道。',
  'The loss of a segmentation by YOLO. Top: a single value.': 'YOLO 分割的损失。top：单个值。',
  'Strengthens a feature map where the objects are, in training. Top: the shape of the first bottom.':
    '训练时增强目标所在位置的特征。top：与第一个 bottom 形状相同。',
  'Compares a segmentation with its labels. Top: (1, 1, 1, C), C channels of the labels.':
    '把分割结果与标签比较。top：(1, 1, 1, C)，C 为标签的通道数。',
  // MS-CNN and Cascade R-CNN.
  'Moves boxes by regressions of 8 values each. Bottoms: regressions, boxes. Top: the shape of the boxes.':
    '按每个框 8 个值的回归结果移动框。bottom：回归结果、框。top：与框的形状相同。',
  'Selects boxes for training and computes their labels and targets. Tops: boxes (batch_size, 5, 1, 1), labels, targets and weights.':
    '选出用于训练的框，并计算其标签和目标。top：框 (batch_size, 5, 1, 1)、标签、目标和权重。',
  'The accuracy of box regressions. Tops: (1, 1, 1, 1).': '框回归的准确率。top：(1, 1, 1, 1)。',
  'Boxes from score maps, after non-maximum suppression. Tops: (n, 5, 1, 1) and, with scores, (n, 6, 1, 1); n is 1 at set-up.':
    '由得分图得出并经非极大值抑制的框。top：(n, 5, 1, 1)，以及带得分的 (n, 6, 1, 1)；初始化时 n 为 1。',
  'The classification and localization loss of a score map. Top: (1, 1, 1, 2).':
    '得分图的分类和定位损失。top：(1, 1, 1, 2)。',
  'The accuracy of a score map. Tops: (1, 1, 1, 2) and (1, 1, 1, 1).':
    '得分图的准确率。top：(1, 1, 1, 2) 和 (1, 1, 1, 1)。',
  'The classification and localization loss of a group of anchors. Top: (1, 1, 1, 2).':
    '一组锚框的分类和定位损失。top：(1, 1, 1, 2)。',
  'The accuracy of a group of anchors. Tops: (1, 1, 1, 2) and (1, 1, 1, 1).':
    '一组锚框的准确率。top：(1, 1, 1, 2) 和 (1, 1, 1, 1)。',
  'Detections of all classes. Bottoms: scores, regressions, boxes, image sizes. Top: (n, 7, 1, 1), with n 1 at set-up.':
    '所有类别的检测结果。bottom：得分、回归结果、框、图像大小。top：(n, 7, 1, 1)，初始化时 n 为 1。',
  'Keeps the boxes of a range of sizes. Tops: the bottoms with n items, with n 1 at set-up.':
    '只留大小在某个范围内的框。top：各 bottom 的 n 项，初始化时 n 为 1。',
  'Keeps the boxes with the highest loss. Tops: the bottoms after the first, with at most `num_image` · `num_roi_per_image` items.':
    '只留损失最高的框。top：第一个之后的各 bottom，最多 `num_image` · `num_roi_per_image` 项。',
  'Images with boxes, and label maps. Tops: (batch_size, C, H, W), a label map per `downsample_rate`, and the boxes.':
    '带框的图像和标签图。top：(batch_size, C, H, W)、每个 `downsample_rate` 一个标签图，以及框。',
  'Images with boxes, and label maps. Tops: (batch_size, C, H, W), a label map per `stride`, and the boxes.':
    '带框的图像和标签图。top：(batch_size, C, H, W)、每个 `stride` 一个标签图，以及框。',
  'Images with boxes, for evaluation. Tops: (batch_size, C, H, W), the boxes (n, 8, 1, 1), and the image sizes (batch_size, 2, 1, 1).':
    '用于评测的带框图像。top：(batch_size, C, H, W)、框 (n, 8, 1, 1)，以及图像大小 (batch_size, 2, 1, 1)。',
  'The values at the corners of `pooled_h` × `pooled_w` cells of each region. Top: (R, C, pooled_h + 1, pooled_w + 1), R regions.':
    '每个区域 `pooled_h` × `pooled_w` 个格的角点处的值。top：(R, C, pooled_h + 1, pooled_w + 1)，R 为区域数。',
  // Sequences.
  'An LSTM over items in the order of time, `batch_size` sequences side by side. Top: (T·N, num_output).':
    '对按时间排列的各项计算的 LSTM，`batch_size` 个序列并列。top：(T·N, num_output)。',
  'An LSTM over the first axis. Bottom: (T, N, …). Top: (T, N, num_output).':
    '沿第一个轴计算的 LSTM。bottom：(T, N, …)。top：(T, N, num_output)。',
  'Reorders the axes. Top: its axis i is the axis of the bottom that the i-th `dim` names.':
    '改变轴的顺序。top：第 i 个轴是第 i 个 `dim` 指定的 bottom 的轴。',
  'Reverses the order along `axis`. Top: the shape of the bottom.': '沿 `axis` 反转顺序。top：与 bottom 形状相同。',
  'Reverses each sequence in time. Bottoms: (T, N, …), and the lengths (N). Top: the shape of the first bottom.':
    '在时间上反转每个序列。bottom：(T, N, …) 和各长度 (N)。top：与第一个 bottom 形状相同。',
  'The markers of sequences for an LSTM: 0 in the first time step, then 1. Top: (time_step, batch_size).':
    'LSTM 的序列标记：第一个时间步为 0，之后为 1。top：(time_step, batch_size)。',
  'The CTC loss. Bottoms: predictions (T, N, classes), labels (N, …). Top: a single value.':
    'CTC 损失。bottom：预测 (T, N, 类别数)、标签 (N, …)。top：单个值。',
  'The CTC loss, computed by warp-ctc. Bottoms: predictions (T, N, classes), and labels and lengths. Top: a single value.':
    '由 warp-ctc 计算的 CTC 损失。bottom：预测 (T, N, 类别数)，以及标签和长度。top：单个值。',
  'The share of sequences that are recognized. Top: a single value.': '识别正确的序列所占的比例。top：单个值。',
  // Videos.
  'Convolution in time and space. Bottom: (N, C, L, H, W). Top: (N, num_output, L, H, W) with `(in + 2·pad − kernel) / stride + 1`, rounded down.':
    '时间和空间上的卷积。bottom：(N, C, L, H, W)。top：(N, num_output, L, H, W)，其中 `(in + 2·pad − kernel) / stride + 1`，向下取整。',
  'Deconvolution in time and space. Bottom: (N, C, L, H, W). Top: (N, num_output, L, H, W) with `stride·(in − 1) + kernel − 2·pad`.':
    '时间和空间上的反卷积。bottom：(N, C, L, H, W)。top：(N, num_output, L, H, W)，其中 `stride·(in − 1) + kernel − 2·pad`。',
  'Pooling in time and space. Bottom: (N, C, L, H, W). Top: (N, C, L, H, W) with `(in + 2·pad − kernel) / stride + 1`, rounded up.':
    '时间和空间上的池化。bottom：(N, C, L, H, W)。top：(N, C, L, H, W)，其中 `(in + 2·pad − kernel) / stride + 1`，向上取整。',
  'Convolution over all axes after the channels. Top: (N, num_output, …) with `(in + 2·pad − kernel) / stride + 1`, rounded down; axes of size 1 are left out.':
    '对通道之后的所有轴卷积。top：(N, num_output, …)，其中 `(in + 2·pad − kernel) / stride + 1`，向下取整；大小为 1 的轴被省去。',
  'Pooling over all axes after the channels. Top: (N, C, …) with `(in + 2·pad − kernel) / stride + 1`, rounded up.':
    '对通道之后的所有轴池化。top：(N, C, …)，其中 `(in + 2·pad − kernel) / stride + 1`，向上取整。',
  'Clips of videos, from a list. Tops: (batch_size, C, new_length, H, W), and the labels.':
    '列表中视频的片段。top：(batch_size, C, new_length, H, W)，以及标签。',
  // Faces.
  'InnerProduct on normalized weights, with an angular margin for the true class. Bottoms: features, labels. Tops: (N, num_output), and lambda.':
    '权重归一化的 InnerProduct，对正确类别有角度间隔。bottom：特征、标签。top：(N, num_output)，以及 lambda。',
  'The loss of triplets. Bottoms: anchors, positives, negatives, each (N, C). Top: a single value.':
    '三元组的损失。bottom：锚、正例、负例，各为 (N, C)。top：单个值。',
  'The loss of triplets. Bottoms: anchors, positives, negatives, each (N, C), and a weight per triplet. Top: a single value.':
    '三元组的损失。bottom：锚、正例、负例，各为 (N, C)，以及每个三元组的权重。top：单个值。',
  'Cross entropy that focuses on hard examples. Tops: a single value, and the probabilities.':
    '侧重难样本的交叉熵。top：单个值，以及概率。',
  'Cross entropy of a sigmoid that focuses on hard examples. Top: a single value.':
    '侧重难样本的 sigmoid 交叉熵。top：单个值。',
  'Adds to the score of the true class. Bottoms: scores, labels. Tops: the scores, and the bias.':
    '给正确类别的得分加上一个数。bottom：得分、标签。top：得分，以及所加的数。',
  'A margin for the true class by the log-sum-exp of the others. Tops: the scores, and five statistics.':
    '按其他类别的 log-sum-exp 给正确类别加间隔。top：得分，以及五个统计量。',
  'Normalizes each item to length 1. Top: the shape of the bottom.':
    '把每个样本缩放到长度 1。top：与 bottom 形状相同。',
  // Others.
  'A convolution with filters of its own at each position. Top: (N, num_output, H, W) with `(in + 2·pad − kernel) / stride + 1`, rounded down.':
    '每个位置有各自滤波器的卷积。top：(N, num_output, H, W)，其中 `(in + 2·pad − kernel) / stride + 1`，向下取整。',
  'Samples a map at positions that are transformed by θ. Bottoms: the map (N, C, H, W), and θ. Top: (N, C, `output_H`, `output_W`), by default the size of the map.':
    '在经 θ 变换的位置上对特征图采样。bottom：特征图 (N, C, H, W) 和 θ。top：(N, C, `output_H`, `output_W`)，默认为特征图的大小。',
  'Convolution at positions that are moved by offsets. Bottoms: the map, and the offsets. Top: (N, num_output, H, W) as for Convolution.':
    '在按偏移移动的位置上卷积。bottom：特征图和偏移。top：与 Convolution 相同的 (N, num_output, H, W)。',
  'Images with label images, from a list. Tops: (batch_size, C, H, W), (batch_size, 1, H, W), and the sizes of the images (batch_size, 1, 1, 2).':
    '列表中的图像及其标签图。top：(batch_size, C, H, W)、(batch_size, 1, H, W)，以及图像大小 (batch_size, 1, 1, 2)。',
  // Poses.
  'Resizes maps by `factor`, or to `target_spatial_height` × `target_spatial_width`, and averages them. Top: (1, C, H, W).':
    '按 `factor` 或缩放到 `target_spatial_height` × `target_spatial_width`，再取平均。top：(1, C, H, W)。',
  'The peaks of each map: their number, then x, y and score of each. Top: (N, num_parts, max_peaks + 1, 3).':
    '每个图的峰值：先是个数，再是每个的 x、y 和得分。top：(N, num_parts, max_peaks + 1, 3)。',
  'The maximum of each map, and its place. Top: (N, C, 1, 3).': '每个图的最大值及其位置。top：(N, C, 1, 3)。',
  'Leaky ReLU with a random slope. Top: the shape of the bottom.': '斜率随机的 Leaky ReLU。top：与 bottom 形状相同。',
  'Limits the values to a range. Top: the shape of the bottom.': '把值限制在一个范围内。top：与 bottom 形状相同。',
  // Chips.
  'A layer that the user implements. Tops: a `shape` each.': '由用户实现的层。top：各一个 `shape`。',
  'A layer that the user implements; it states the shape of each top.': '由用户实现的层；给出每个 top 的形状。',
  'Moves blocks of the feature map to channels.': '把特征图中的块移到通道上。',
  'Settings of Custom.': 'Custom 的设置。',
  'A layer that the user implements.': '由用户实现的层。',
  'Name of the implementation.': '实现的名称。',
  'Shape of each top, in order.': '依次为每个 top 的形状。',
  'Quantizes the values to `bit_width` bits. Top: the shape of the bottom.':
    '把值量化到 `bit_width` 位。top：与 bottom 形状相同。',
  'Resizes maps to `new_height` × `new_width`, or by `scale_h` and `scale_w`. Top: (N, C, H, W).':
    '把特征图缩放到 `new_height` × `new_width`，或按 `scale_h` 和 `scale_w` 缩放。top：(N, C, H, W)。',
  'Combines two blobs value by value. Top: the shape of the first bottom.':
    '逐值合并两个 blob。top：与第一个 bottom 形状相同。',
  'Combines each channel with a value of the second bottom (1, C, 1, 1). Top: the shape of the first.':
    '每个通道与第二个 bottom (1, C, 1, 1) 的一个值合并。top：与第一个 bottom 形状相同。',
  'The square root. Top: the shape of the bottom.': '平方根。top：与 bottom 形状相同。',
  'The rectified values, then the rectified negative values, along `concat_axis`. Top: that axis doubled.':
    '沿 `concat_axis` 先是整流后的值，再是取负后整流的值。top：该轴加倍。',
  'Enlarges maps to `upsample_h` × `upsample_w` or by `scale`: nearest neighbors with `nearestneighbor_mode`, else by the positions of a second bottom. Top: (N, C, H, W).':
    '把特征图放大到 `upsample_h` × `upsample_w`，或按 `scale` 放大：设 `nearestneighbor_mode` 时取最近邻，否则按第二个 bottom 的位置。top：(N, C, H, W)。',
  'Enlarges maps to `upsample_h` × `upsample_w` or by `scale`; with a second bottom, by the positions of max pooling. Top: (N, C, H, W).':
    '把特征图放大到 `upsample_h` × `upsample_w`，或按 `scale` 放大；有第二个 bottom 时按最大池化的位置。top：(N, C, H, W)。',
  'Repeats each value `stride` times in both directions, times `scale`. Top: (N, C, H·stride, W·stride).':
    '把每个值沿两个方向各重复 `stride` 次，再乘以 `scale`。top：(N, C, H·stride, W·stride)。',
  'Regions from scores and offsets of anchors. Top: (nms_num, 5).': '由锚框的得分和偏移得出区域。top：(nms_num, 5)。',
  'Regions from scores and offsets of anchors. Top: (N, 1, rpn_nms_post_top_n, 5).':
    '由锚框的得分和偏移得出区域。top：(N, 1, rpn_nms_post_top_n, 5)。',
  'Detections from three feature maps of YOLOv3. Top: (1, N · (64 + 7 · num_box), 1, 1).':
    '由 YOLOv3 的三个特征图得出检测结果。top：(1, N · (64 + 7 · num_box), 1, 1)。',
  'Detections from a feature map of YOLO. Top: (1, 1, n, 7), with n 1 at set-up.':
    '由 YOLO 的一个特征图得出检测结果。top：(1, 1, n, 7)，初始化时 n 为 1。',
  'Detections of all classes from boxes (R, C, …). Top: (1, R · C / 4, 1, 6).':
    '由框 (R, C, …) 得出所有类别的检测结果。top：(1, R · C / 4, 1, 6)。',
  'Each cell of `pooled_h` × `pooled_w` from interpolated values, for each region. Top: (N · R, C, pooled_h, pooled_w), R regions.':
    '对每个区域，由插值得出 `pooled_h` × `pooled_w` 个格。top：(N · R, C, pooled_h, pooled_w)，R 为区域数。',
  'The maximum of each cell of `pooled_h` × `pooled_w`, for each region. Top: (N · R, C, pooled_h, pooled_w), for regions (N, 1, R, 5).':
    '对每个区域，取 `pooled_h` × `pooled_w` 个格中每格的最大值。top：区域为 (N, 1, R, 5) 时是 (N · R, C, pooled_h, pooled_w)。',
  'x · tanh(ln(1 + eˣ)). Top: the shape of the bottom.': 'x · tanh(ln(1 + eˣ))。top：与 bottom 形状相同。',
  'The rectified linear unit, limited to 6. Top: the shape of the bottom.':
    '在 6 处截断的线性整流单元。top：与 bottom 形状相同。',
  'The product of two matrices. Top: (dim_1, dim_3).': '两个矩阵的积。top：(dim_1, dim_3)。',
  'Adds rows and columns of `pad_value`. Top: (…, H + pad_t + pad_b, W + pad_l + pad_r).':
    '添加值为 `pad_value` 的行和列。top：(…, H + pad_t + pad_b, W + pad_l + pad_r)。',
  'The best `keep_topk` detections of each item. Top: (N, 1, keep_topk, values).':
    '每个样本最好的 `keep_topk` 个检测结果。top：(N, 1, keep_topk, 值数)。',
  'Images with label images, from a list. Tops: (batch_size, C, H, W) and (batch_size, 1, H, W).':
    '列表中的图像及其标签图。top：(batch_size, C, H, W) 和 (batch_size, 1, H, W)。',
  'Crops the first bottom to the size of the second, where they see the same image. Top: (N, C, H, W).':
    '把第一个 bottom 裁剪到第二个的大小，取两者看到同一图像的部分。top：(N, C, H, W)。',
};
