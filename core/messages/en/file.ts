import type { fileCodes } from '../../codes/file';

export const file: Record<keyof typeof fileCodes, string> = {
  'file/unreadable': '{path} can\'t be read: {reason}.',
};
