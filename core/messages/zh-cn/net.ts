import type { netProblems } from '../../problems/net';
import type { Sentences } from '../sentences';

export const net: Sentences<typeof netProblems> = {
  'net/unknown-layer-type': '未知的层类型 {type}。类型区分大小写，如 "InnerProduct"。',
  'net/fork-layer-type': '{dialect} 没有层类型 {type}，{forks} 有。请选择该 schema；在此之前其 top 按未知处理。',
  'net/unlisted-layer-type':
    '{dialect} 有层类型 {type}，但其 top 的形状未知。请在该层中加注释，如 `# shape: 1x256x14x14`。',
  'net/missing-layer-type': '此层没有类型。请加上 `type: "…"`。',
  'net/duplicate-layer-name': '另有一层也叫“{name}”，而训练好的权重按层名复制。请给其中一层改名。',
  'net/drift':
    '{layer} 的 {role} 在此为 {shape}，在 {file} 中为 {other}。训练好的权重按层名复制：请使二者一致，或给其中一层改名。',
  'net/unknown-bottom': '层“{layer}”之前没有层产生其 bottom“{name}”。',
  'net/duplicate-top': '{other} 已经产生 top“{name}”。请给此 top 另取名称。',
  'net/bottom-count': '{type} 需要 {expected}，现有 {found}。',
  'net/top-count': '{type} 产生 {expected}，现有 {found}。',
  'net/too-many-params': '{layer} 有 {blobs} 个可学习的 blob，却写了 {found} 个 `param`。请删去多余的。',
  'net/in-place-of-shared':
    '{layer} 不能原地运算：有 {readers} 个层或损失读取 {other} 的“{name}”。请给此 top 另取名称。',
  'net/copy-name-taken': 'Caffe 把“{name}”拆分给多个读取者，而名称“{copy}”已被占用。请给其中一个 blob 改名。',
  'net/include-and-exclude': '{layer} 同时有 `include` 和 `exclude` 规则。请删去一种。',
  'net/loss-weight-count':
    '{layer} 有 {expected} 个 top，却写了 {found} 个 `loss_weight`。请每个 top 写一个，或都不写。',
  'net/propagate-down-count':
    '{layer} 有 {expected} 个 bottom，却写了 {found} 个 `propagate_down`。请每个 bottom 写一个，或都不写。',
  'net/shared-shape':
    '共享的 param“{name}”在其拥有者“{owner}”中为 {ownerShape}，在“{layer}”中为 {shape}。请换个名称；若个数一致，用 `share_mode: PERMISSIVE`。',
  'net/shared-count': '共享的 param“{name}”在“{owner}”中有 {ownerCount} 个值，在“{layer}”中有 {count} 个。请换个名称。',
  'net/shared-lr-mult': '共享的 param“{name}”的 `lr_mult` 在此为 {found}，在 {owner} 中为 {expected}。请使二者一致。',
  'net/shared-decay-mult':
    '共享的 param“{name}”的 `decay_mult` 在此为 {found}，在 {owner} 中为 {expected}。请使二者一致。',
  'net/layer-and-layers':
    '网络同时有 `layer`（{layer}）和旧格式的 `layers`（{layers}）。请把所有层升级为当前格式 `layer`。',
  'net/unknown-v0-type': '最旧格式中未知的层类型 {type}。可用 {types}。',
  'net/padding-reader-type': '{type} 不能读取 padding 层的 blob“{name}”，只有 conv 和 pool 可以。请改读其他 blob。',
  'net/padding-reader-bottoms': '{type} 读取补过边的“{name}”，只能有 1 个 bottom，现有 {found} 个。请删去其他 bottom。',
  'net/padding-blobs': 'padding 层必须有 1 个 bottom 和 1 个 top，现有 {bottoms} 个和 {tops} 个。请删去其余。',
  'net/input-without-shape':
    '输入“{name}”没有形状：{inputs} 个输入，却只有 {shapes} 个 `input_shape`。请每个输入写一个。',
  'net/input-dim-count':
    '输入“{name}”缺少维数：{inputs} 个输入应有 {expected} 个 `input_dim`，现有 {dims} 个。请每个写四个，否则 Caffe 读取未定义的内存。',
  'net/input-count': '此 Caffe 对 {inputs} 个输入需要 {expected} 个 `{name}`，现有 {found} 个。请增减。',
  'net/input-shape-and-dim': '在此 Caffe 中 `input_shape` 与已弃用的 `input_dim` 不能并用。请删去一种。',
  'net/v0-field-ignored': '`{name}` 不起作用：Caffe 升级层类型 {type} 时丢弃它。请删去它。',
  'net/v1-in-v0': '此层缺少其他层都有的最旧格式的内层 `layer { … }`。请把其字段放入 `layer { … }`，或升级所有层。',
  'net/old-format': '此网络为旧格式，Caffe 每次读取都要升级它。请升级为当前格式。',
  'net/out-of-state': '在 {state} 下此层不属于网络。',
  'net/rejected-in-state':
    '在 {state} 中 Caffe 会拒绝此网络，首先在这里。如果网络用于此状态，请单独检查 {state} 以查看原因。',
};
