/**
 * The one door to the engine: `analyze(text, options)`. Everything the editor, the command line and other programs
 * show is asked of its result.
 */
import type { Dialect } from './dialects/dialect';
import type { StateAnalysis } from './infer/types';
import type { Names, NetState } from './net/model';
import type { World } from './net/rules';
import type { Problem, Span } from './problems';
import type { Message } from './schema/message';
import type { Tree } from './text/tree';

/** `other`: neither a Caffe net nor a solver; only its syntax is checked. */
export type FileKind = 'net' | 'solver' | 'other';

export interface AnalyzeOptions {
  readonly dialect: Dialect;
  /** Default: told from the content. */
  readonly kind?: FileKind;
  readonly world?: Partial<World>;
  /** Only these states; default: those that the file serves. */
  readonly states?: readonly NetState[];
}

/** A path that the text names, e.g. `mean_file`, `source`, a solver's `net`. */
export interface FileReference {
  readonly path: string;
  /** The field that names it. */
  readonly field: string;
  readonly span: Span;
}

export interface Analysis {
  readonly text: string;
  readonly kind: FileKind;
  readonly dialect: Dialect;
  readonly tree: Tree;
  /** The bound NetParameter or SolverParameter; undefined for `other`. */
  readonly message: Message | undefined;
  /** The states that the file serves, or those asked for; never empty for a net. */
  readonly states: readonly NetState[];
  /** Computed once and kept. A state that is not among `states` can be asked for too. Only for nets. */
  readonly state: (state: NetState) => StateAnalysis;
  readonly names: Names;
  /** All of the file, over `states`, merged by code and span, in the order of the text. */
  readonly problems: readonly Problem[];
  /** Those of the text and its fields alone, which hold in every state. */
  readonly textProblems: readonly Problem[];
  /** All that hold in one state, `textProblems` among them, in the order of the text. */
  readonly problemsIn: (state: NetState) => readonly Problem[];
  readonly references: readonly FileReference[];
}
