import { fileProblems } from '../../problems/file';
import { onnxProblems } from '../../problems/onnx';
import { weightsProblems } from '../../problems/weights';
import type { Fixes } from './fixer';

/** Problems in files other than the text can't be fixed in the text. */
export const outsideFixes = Object.fromEntries(
  [...Object.keys(fileProblems), ...Object.keys(onnxProblems), ...Object.keys(weightsProblems)].map((code) => [
    code,
    'elsewhere',
  ]),
) as Fixes<keyof typeof fileProblems | keyof typeof onnxProblems | keyof typeof weightsProblems>;
