/** What is known of a code beside its sentence. */

/** `error`: Caffe would refuse the file. Everything milder is defined in ARCHITECTURE.md under "Words with one meaning". */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

export interface CodeInfo {
  readonly severity: Severity;
  /** How an editor may draw it, beside the severity: text that has no effect fades. */
  readonly tag?: 'unnecessary' | 'deprecated';
  /** Said at its first place in a file only: of the whole code, or of each `name` or `type` that it is about. */
  readonly once?: 'code' | 'name';
}

export const error: CodeInfo = { severity: 'error' };
export const warning: CodeInfo = { severity: 'warning' };
export const information: CodeInfo = { severity: 'information' };
/** What works, and is seldom meant: said once a file. */
export const advice: CodeInfo = { severity: 'information', once: 'code' };
/** A name that this Caffe lacks, and so refuses, and another has. */
export const foreign: CodeInfo = { severity: 'error', once: 'name' };
/** A name that nobody here has seen. */
export const unlisted: CodeInfo = { severity: 'information', once: 'name' };
export const hint: CodeInfo = { severity: 'hint' };
/** Text without effect. */
export const dead: CodeInfo = { severity: 'hint', tag: 'unnecessary' };
