import type { solverCodes } from '../../codes/solver';

export const solver: Record<keyof typeof solverCodes, string> = {
};
