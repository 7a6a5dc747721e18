/** What is known of a code beside its sentence. */

/** `error`: Caffe would refuse the file. Everything milder is defined in ARCHITECTURE.md under "Words with one meaning". */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

export interface CodeInfo {
  readonly severity: Severity;
  /** How an editor may draw it, beside the severity: text that has no effect fades. */
  readonly tag?: 'unnecessary' | 'deprecated';
}

export const error: CodeInfo = { severity: 'error' };
export const warning: CodeInfo = { severity: 'warning' };
export const information: CodeInfo = { severity: 'information' };
export const hint: CodeInfo = { severity: 'hint' };
/** Text without effect. */
export const dead: CodeInfo = { severity: 'hint', tag: 'unnecessary' };
