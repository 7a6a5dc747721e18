import type { portabilityWords } from '../en/portability';

export const portability: Readonly<Record<keyof typeof portabilityWords, string>> = {
  taken: '是',
  type: '仅类型',
  'left-out': '省去',
  lost: '忽略 {fields}',
  rewrite: '需改写',
  limit: '超出限制',
  unsupported: '否',
};
