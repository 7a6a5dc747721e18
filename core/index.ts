/**
 * The engine as a library: `analyze(text, { dialect: bvlc })`, or `{ dialect: chooseDialect }` to detect the Caffe, and
 * the types of its results. It runs in Node, in a browser and in a worker.
 */
export { analyze, type Analysis, type AnalyzeOptions } from './analysis/analysis';
export type { FileReference } from './analysis/references';
export type { FileKind } from './dialects/kind';
export { chooseDialect } from './dialects/choose-dialect';
export { dialectIds, dialectOf } from './dialects';
export { bvlc } from './dialects/bvlc';
export type { Chooser, Dialect } from './dialects/dialect';
export { infoOf, type Code, type CodeInfo, type Severity } from './problems';
export { messageOf, relatedMessageOf } from './messages/render';
export type { Argument, Arguments, Problem, Related, Span } from './problems';
export type { NetState } from './net/model';
export type { Shape } from './net/shape';
export type { StateAnalysis, Weight } from './infer/types';
export { runToEnd, type Steps } from './steps';
export { fastEngine } from './random/wasm-engine';
export { drawNet, type DrawnBlob, type NetDraw } from './weights/draw';
