import { fileProblems } from '../../problems/file';
import { onnxProblems } from '../../problems/onnx';
import { weightsProblems } from '../../problems/weights';
import type { Fixes } from './fixer';

/** What is said of files is not mended in the text. */
export const outsideFixes = Object.fromEntries(
  [...Object.keys(fileProblems), ...Object.keys(onnxProblems), ...Object.keys(weightsProblems)].map((code) => [
    code,
    'elsewhere',
  ]),
) as Fixes<keyof typeof fileProblems | keyof typeof onnxProblems | keyof typeof weightsProblems>;
