import { fileCodes } from '../../codes/file';
import { weightsCodes } from '../../codes/weights';
import type { Fixes } from './fixer';

/** What is said of files is not mended in the text. */
export const outsideFixes = Object.fromEntries(
  [...Object.keys(fileCodes), ...Object.keys(weightsCodes)].map((code) => [code, 'elsewhere']),
) as Fixes<keyof typeof fileCodes | keyof typeof weightsCodes>;
