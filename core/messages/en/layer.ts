import type { layerCodes } from '../../codes/layer';

export const layer: Record<keyof typeof layerCodes, string> = {
};
