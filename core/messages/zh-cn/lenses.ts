import type { lensTitles as english } from '../en/lenses';

export const lensTitles: Readonly<Record<keyof typeof english, string>> = { previewWeights: '预览权重' };
