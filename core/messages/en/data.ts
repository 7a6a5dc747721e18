import type { dataCodes } from '../../codes/data';

export const data: Record<keyof typeof dataCodes, string> = {
  'data/unknown-record-shape': 'The shape of the records of {layer} is not in the file.',
};
