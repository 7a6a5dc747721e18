import type { englishPhrases } from '../../problems';
import type { Sentences } from '../sentences';

export const phrases: Sentences<typeof englishPhrases> = {
  'at-least': '至少 {blobs}',
  'at-most': '至多 {blobs}',
  bottoms: '{count} 个 bottom',
  'colon-before-list': '各值之前的“:”',
  'comma-or-bracket': '“,”或“]”',
  decimal: '十进制数',
  either: '{first} 或 {second}',
  'end-of-file': '文件末尾',
  exactly: '恰好 {blobs}',
  'from-to': '{min} 到 {blobs}',
  integer: '整数',
  'no-bottoms': '0 个 bottom',
  'no-tops': '0 个 top',
  'one-bottom': '1 个 bottom',
  'one-of': '{values} 之一',
  'one-top': '1 个 top',
  'quoted-string': '带引号的字符串',
  'top-per-bottom': '每个 bottom 一个 top',
  tops: '{count} 个 top',
  'tops-for-bottoms': '{tops} 个（bottom 有 {bottoms} 个）',
  'true-or-false': 'true 或 false',
  'unsigned-integer': '不小于 0 的整数',
};
