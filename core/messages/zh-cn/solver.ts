import type { solverProblems } from '../../problems/solver';
import type { Sentences } from '../sentences';

export const solver: Sentences<typeof solverProblems> = {
  'solver/average-loss': '`average_loss`（{iterations}）必须为 1 或更大。请写出求平均的迭代次数。',
  'solver/dead-field': '有 `{cause}` 时 `{name}` 不起作用。请删去它。',
  'solver/gamma': '策略 {policy} 要求 `gamma`（{found}）不小于 0。请写出 `gamma`，或换一个 `lr_policy`。',
  'solver/momentum': '{type} 不支持动量，现为 {momentum}。请删去 `momentum`，或换一种求解器。',
  'solver/net-not-found': '在此文件旁、上级文件夹和工作区中都找不到 {path}。Caffe 从启动时所在的文件夹查找它。',
  'solver/no-policy': '求解器没有 `lr_policy`。请加上其中之一：{policies}。',
  'solver/no-train-net': '求解器没有训练网络。请加上 `net`、`net_param`、`train_net` 或 `train_net_param`。',
  'solver/no-file': '`{name}` 为空，Caffe 没有可读的网络。请在 `{name}` 中写出网络的路径。',
  'solver/rms-decay': '`rms_decay`（{decay}）必须不小于 0 且小于 1。请用如 0.98 的数。',
  'solver/several-train-nets':
    '`{first}` 已经指定训练网络。`net`、`net_param`、`train_net`、`train_net_param` 只能留一个。',
  'solver/stepsize': '策略 {policy} 要求 `stepsize`（{found}）大于 0。请写出 `stepsize`，或换一个 `lr_policy`。',
  'solver/test-interval': '有测试的求解器要求 `test_interval`（{interval}）大于 0。请写出两次测试之间的迭代次数。',
  'solver/test-iter-missing': '{expected} 个测试网络写了 {found} 个 `test_iter`。请为每个测试网络写一个。',
  'solver/test-iter-surplus':
    '{expected} 个测试网络写了 {found} 个 `test_iter`。请删去多余的，或加上也可测试的 `net` 或 `net_param`。',
  'solver/test-state-count': '{expected} 个测试网络写了 {found} 个 `test_state`。请每个测试网络写一个，或都不写。',
  'solver/type-and-solver-type': '`type` 与已弃用的 `solver_type: {old}` 不能并用。请删去 `solver_type: {old}`。',
  'solver/unknown-policy': '未知的学习率策略 {policy}。可用 {policies}。',
  'solver/unknown-regularization': '未知的正则化类型 {type}：Caffe 在第一次更新有衰减的权重时中止。请用 L1 或 L2。',
  'solver/unknown-type': '未知的求解器类型 {type}。可用 {types}；区分大小写。',
  'solver/min-lr': '`min_lr`（{found}）必须 {relation} {bound}。请修改它或 `base_lr`。',
  'solver/stage-count': '`stagelr` 有 {rates} 个值，`stageiter` 有 {iterations} 个。每个阶段两者各要一个。',
  'solver/stepsize-zero': '策略 {policy} 要除以 `stepsize`，而它是 0。请设为大于 0。',
  'solver/unknown-momentum-policy': '未知的动量策略 {policy}。可用 {policies}。',
};
