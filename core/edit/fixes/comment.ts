/** What mends a comment that speaks to Prototxt Lens. */
import type { commentCodes } from '../../codes/comment';
import { suggested, type Fixes } from './fixer';

export const commentFixes: Fixes<keyof typeof commentCodes> = {
  'comment/not-understood': 'author',
  'comment/unknown-code': suggested,
};
