/** What is measured of the engine itself. */
import { analyze, type Analysis, type AnalyzeOptions } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { parse } from '#core/text/parser';
import type { Tree } from '#core/text/tree';

/** Text to tree, with positions and recovery. */
export function toTree(text: string): Tree {
  return parse(text).tree;
}

/** Text to every problem and every shape in each state that the file serves. */
export function toAnalysis(text: string, depth: AnalyzeOptions['depth'] = 'quick'): Analysis {
  const analysis = analyze(text, { dialect: bvlc, depth });
  void analysis.problems;
  return analysis;
}
