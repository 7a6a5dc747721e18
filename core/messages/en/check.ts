import type { checkCodes } from '../../codes/check';

export const check: Record<keyof typeof checkCodes, string> = {
};
