/** The facts about a kind of problem. Its arguments are the names in braces of its sentences; see `braces.ts`. */

/**
 * `error`: Caffe would reject the file. The milder severities are defined in ARCHITECTURE.md under "Words with one
 * meaning".
 */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** How, and how often, the problems of a code are shown. */
export interface CodeInfo {
  readonly severity: Severity;
  /** How an editor may render it besides the severity: text without effect is faded. */
  readonly tag?: 'unnecessary' | 'deprecated';
  /** Reported only at its first place in a file: once per code, or once per `name` or `type` that it is about. */
  readonly once?: 'code' | 'name';
}

export interface ProblemKind extends CodeInfo {
  /** What is wrong, with the numbers of this net. */
  readonly says: string;
  /** What to do about it. */
  readonly help?: string;
  /** Caffe's own words, where people search for them. They are the same in every language. */
  readonly caffe?: string;
  /** Arguments that no sentence shows, such as those that only a fix reads. */
  readonly also?: readonly string[];
}
