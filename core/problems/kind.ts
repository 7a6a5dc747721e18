/** What is known of a kind of problem. Its arguments are the names in braces of its sentences, see `braces.ts`. */

/** `error`: Caffe would reject the file. Everything milder is defined in ARCHITECTURE.md under "Words with one meaning". */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** What a code says of how and how often its problems are shown. */
export interface CodeInfo {
  readonly severity: Severity;
  /** How an editor may draw it, beside the severity: text that has no effect fades. */
  readonly tag?: 'unnecessary' | 'deprecated';
  /** Reported at its first place in a file only: once per code, or once per `name` or `type` that it is about. */
  readonly once?: 'code' | 'name';
}

export interface ProblemKind extends CodeInfo {
  /** What is wrong, with the numbers of this net. */
  readonly says: string;
  /** What to do about it. */
  readonly help?: string;
  /** Caffe's own words, where people search for them. They are the same in every language. */
  readonly caffe?: string;
  /** Arguments that no sentence shows, e.g. what only a fix reads. */
  readonly also?: readonly string[];
}
