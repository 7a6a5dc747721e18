import type { commentCodes } from '../../codes/comment';

export const comment: Record<keyof typeof commentCodes, string> = {
  'comment/not-understood':
    'Nothing here is understood. After `# prototxt:` comes `datum CxHxW`, `weights FILE`, `schema=NAME`, or `phase=TRAIN` or `phase=TEST` with `stage=` and `level=`.',
  'comment/unknown-code': 'There is no problem called {name}, so nothing is taken back.',
};
