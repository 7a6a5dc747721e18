/** Fixes of comments that address Prototxt Lens. */
import type { commentProblems } from '../../problems/comment';
import { suggested, type Fixes } from './fixer';

export const commentFixes: Fixes<keyof typeof commentProblems> = {
  'comment/broken-target': 'elsewhere',
  'comment/not-understood': 'author',
  'comment/unknown-code': suggested,
  'comment/unknown-target': suggested,
};
