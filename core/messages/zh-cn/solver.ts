import type { solverProblems } from '../../problems/solver';
import type { Sentences } from '../sentences';

export const solver: Sentences<typeof solverProblems> = {
  'solver/average-loss': 'Caffe 显示 `average_loss` 次迭代的平均损失，为 {iterations} 时停止：请用 1 或更大。',
  'solver/dead-field': '`{cause}` 时 `{name}` 不起作用。',
  'solver/net-not-found':
    '{path} 既不在此文件旁，也不在其上级文件夹或工作区中：Caffe 从启动时所在的文件夹查找它，找不到即停止。',
  'solver/gamma': '策略 {policy} 需要不小于 0 的 `gamma`，为 {found} 时 Caffe 停止。',
  'solver/min-lr': '`min_lr`（{found}）必须 {relation} {bound}。请修改它或 `base_lr`。',
  'solver/momentum':
    '{type} 不能使用动量（Momentum cannot be used）：为 {momentum} 时 Caffe 停止。请删去，或换一种求解器。',
  'solver/no-policy':
    '未知的学习率策略（Unknown learning rate policy）：没有写策略，Caffe 在第一个学习率处停止。请加上 `lr_policy`：{policies}。',
  'solver/no-train-net':
    '求解器必须用 net、net_param、train_net、train_net_param 之一指定训练网络。一个也没有，Caffe 停止。',
  'solver/no-file': '没有名称为空的文件，Caffe 读取 `{name}` 时停止：请写出网络的路径。',
  'solver/rms-decay': 'rms_decay 应在 0 与 1 之间，为 {decay} 时 Caffe 停止：请用不小于 0 且小于 1 的值。',
  'solver/several-train-nets':
    'net、net_param、train_net、train_net_param 之中只能有一个指定训练网络。`{first}` 已经指定：请删去一个。',
  'solver/stage-count': '`stagelr` 有 {rates} 个值，`stageiter` 有 {iterations} 个。每个阶段两者各要一个。',
  'solver/stepsize': '策略 {policy} 需要大于 0 的 `stepsize`，为 {found} 时 Caffe 停止。',
  'solver/stepsize-zero': '策略 {policy} 要除以 `stepsize`，而它是 0。请设为大于 0。',
  'solver/test-interval':
    '有测试的求解器需要大于 0 的 `test_interval`，为 {interval} 时 Caffe 停止：请写明每隔多少次迭代测试一次。',
  'solver/test-iter-missing': '每个测试网络都要有 test_iter：应有 {expected}，现有 {found}。请补上缺少的。',
  'solver/test-iter-surplus':
    '每个测试网络都要有 test_iter：应有 {expected}，现有 {found}；除此之外只有 `net` 或 `net_param` 还能测试。',
  'solver/test-state-count': 'test_state 要么不写，要么每个测试网络一条：应有 {expected}，现有 {found}。',
  'solver/type-and-solver-type': 'solver_type 是 `type` 的旧写法，两者都写时 Caffe 停止：请删去 `solver_type: {old}`。',
  'solver/unknown-momentum-policy': '未知的动量策略（Unknown momentum policy）：{policy}。这个 Caffe 有 {policies}。',
  'solver/unknown-policy': '未知的学习率策略（Unknown learning rate policy）：{policy}。Caffe 有 {policies}。',
  'solver/unknown-regularization':
    '未知的正则化类型（Unknown regularization type）：{type}。Caffe 能建立求解器，但在第一次更新有衰减的权重时停止：请用 L1 或 L2。',
  'solver/unknown-type': '未知的求解器类型（Unknown solver type）：{type}。Caffe 有 {types}；区分大小写。',
};
