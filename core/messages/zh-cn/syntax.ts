import type { syntaxProblems } from '../../problems/syntax';
import type { Sentences } from '../sentences';

export const syntax: Sentences<typeof syntaxProblems> = {
  'syntax/expected-name': '此处应为字段名，却是 {found}。',
  'syntax/expected-value': '此处应为 {name} 的值，却是 {found}。',
  'syntax/expected-colon': '{name} 之后应为“:”和值，却是 {found}。',
  'syntax/expected-bracket': '{name} 之后应为“{”，却是 {found}。',
  'syntax/expected-token': '此处应为 {expected}，却是 {found}。',
  'syntax/unclosed': '{found} 之前应有 {closer}：上面有括号没有闭合。',
  'syntax/unexpected-close': '{found} 没有可闭合的括号。请删去它，或补上左括号。',
  'syntax/number-then-letter': '{found} 与前面的数字之间必须分隔开。请在它之前插入一个空格。',
  'syntax/name-then-point': '名称与以小数点开头的数字之间必须有空格。请在二者之间插入 `: `。',
  'syntax/bad-number': '{found} 不是文本格式中的数字。',
  'syntax/string-not-closed': '这个字符串在本行没有闭合。请在末尾加上 {quote}。',
  'syntax/string-not-opened': '{found} 以引号结尾，开头却没有引号。请在它前面加上 {quote}。',
  'syntax/quote-in-string': '这个引号过早地结束了字符串。请删去它，或在它前面加反斜杠。',
  'syntax/bad-escape': '{found} 不是文本格式中的转义序列。反斜杠请写作 `\\\\`。',
  'syntax/control-character': '不允许控制字符，这里是 U+{code}。请删去。',
  'syntax/non-ascii': '{found}（U+{code}）只能出现在字符串或注释中。',
  'syntax/byte-order-mark': '文件以字节顺序标记（BOM）开头，Caffe 拒绝。请存为不带 BOM 的 UTF-8。',
  'syntax/too-deep': '嵌套超过 {limit} 层，其中的内容不作检查。',
  'syntax/too-many-problems': '问题多于 {limit} 个，其余不再列出。',
};
