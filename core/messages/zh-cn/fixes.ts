import type { fixTitles as english } from '../en/fixes';

export const fixTitles: Readonly<Record<keyof typeof english, string>> = {
  'replace': '替换为 {suggestion}',
  'remove-field': '删去 {name}',
  'remove-dead-fields': '删去此文件中所有不起作用的字段（{count}）',
  'add': '加上 {fields}',
  'add-colon': '加上冒号',
  'add-brackets': '补上缺少的 {brackets}',
  'add-quote': '闭合字符串',
  'add-quotes': '给 {value} 加上引号',
  'add-space': '加一个空格',
  'escape': '转义反斜杠',
  'everywhere': '对此文件中全部 {count} 处同样处理',
  'fill': '用 {type} 填充 {field}',
  'fix-all': '改正此文件中所有只有一种正确改法的问题（{count}）',
  'remove-quotes': '去掉 {value} 的引号',
  'remove-text': '删去 {found}',
  'rename-top': '把这个 top 及其读取处改名为 {name}',
  'swap': '交换 {first} 与 {second}',
  'upgrade': '升级为如今的格式',
  'write-datum': '写出记录的形状：# prototxt: datum {datum}',
};
