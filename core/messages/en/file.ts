import type { fileCodes } from '../../codes/file';

export const file: Record<keyof typeof fileCodes, string> = {
  'file/unreadable': "{path} can't be read: {reason}.",
  'file/too-large':
    'This text has {length} characters, and texts of more than {limit} are not looked at: Caffe may refuse it or not. Split the net, if a person is to read it.',
};
