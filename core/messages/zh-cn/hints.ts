import type { hints as english } from '../en/hints';

export const hints: Readonly<Record<keyof typeof english, string>> = {
  shape: '`{name}`：{shape}  \n{summary}',
  line: '{role} {shape}：{value}',
};
