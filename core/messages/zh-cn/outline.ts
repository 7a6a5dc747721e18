import type { outline as english } from '../en/outline';

export const outline: Readonly<Record<keyof typeof english, string>> = {
  group: '{count} 层',
  fold: '{prefix} · {count} 层',
  'group-shape': '{count} 层  {shape}',
};
