import type { schemaProblems } from '../../problems/schema';
import type { Sentences } from '../sentences';

export const schema: Sentences<typeof schemaProblems> = {
  'schema/unknown-field': '{message} 没有字段 {name}。',
  'schema/fork-field': '{dialect} 没有字段 {name}，{forks} 有。请选择这样的 schema，或删去此字段。',
  'schema/fork-enum-value': '{dialect} 的 {name} 没有值 {found}，{forks} 有。请选择这样的 schema，或用其他值。',
  'schema/placeholder': '{found} 是模板占位符：其值按未知处理。',
  'schema/broken-proto': '无法使用此 proto：{reason}。修好之前，网络沿用其上一个有效版本（如有）。',
  'schema/unread-field': '不读取此字段：{reason}。请按 BVLC 定义其类型，才会检查。',
  'schema/misplaced-field': '{name} 不是 {message} 的字段。请移到 {place}。',
  'schema/other-caffe':
    '其他 Caffe（{owners}）的名称：{names}。使用它们的层不作检查。请用 `# prototxt: schema=…` 指明你的 proto。',
  'schema/unlikely-value': '已知含 {name} 的 Caffe（{owners}）都拒绝这个值。请检查其类型，以及它能否重复。',
  'schema/unknown-name':
    '未知的{what} “{name}”：没有已知的 Caffe 有它。请更正，或用 `# prototxt: schema=…` 指明你的 proto。',
  'schema/unknown-names': '没有已知的 Caffe 有这 {count} 个名称：{names}。请用 `# prototxt: schema=…` 指明你的 proto。',
  'schema/unknown-name-here': '未知的{what} “{name}”。',
  'schema/unknown-extension': '{message} 没有扩展 {name}。',
  'schema/expected-type': '{name} 需要 {expected}，这里是 {found}。',
  'schema/out-of-range': '{found} 超出 {name}（{type}）的范围。',
  'schema/unknown-enum-value': '{name} 没有值 {found}。可用 {values}。',
  'schema/set-twice': '{name} 写了两次，但只能有一个值。请删去一个。',
  'schema/not-repeated': '{name} 只能有一个值，不能是列表。请删去括号，或只留一个值。',
  'schema/missing-required': '{message} 必须有 {name}。请加上。',
};
