/** The measured entry points of the engine. */
import { analyze, type Analysis, type AnalyzeOptions } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { parse } from '#core/text/parser';
import type { Tree } from '#core/text/tree';

/** Parses a text to a tree with positions, with error recovery. */
export function toTree(text: string): Tree {
  return parse(text).tree;
}

/** Analyzes a text: all problems, and all shapes in each state that the file is meant for. */
export function toAnalysis(text: string, depth: AnalyzeOptions['depth'] = 'quick'): Analysis {
  const analysis = analyze(text, { dialect: bvlc, depth });
  void analysis.problems;
  return analysis;
}
