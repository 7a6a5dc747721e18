import type { completionWords as english } from '../en/completion';

export const completionWords: Readonly<Record<keyof typeof english, string>> = { layer: '层', filler: 'filler', default: '默认' };
