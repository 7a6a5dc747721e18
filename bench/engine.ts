/** What is measured of the engine itself. */
import { analyze, type Analysis } from '#core/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { parse } from '#core/text/parser';
import type { Tree } from '#core/text/tree';

/** Text to tree, with positions and recovery. */
export function toTree(text: string): Tree {
  return parse(text).tree;
}

/** Text to every problem and every shape in each state that the file serves. */
export function toAnalysis(text: string): Analysis {
  const analysis = analyze(text, { dialect: bvlc });
  void analysis.problems;
  return analysis;
}
