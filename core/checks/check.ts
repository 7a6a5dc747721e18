/** The interfaces of advice: nets that Caffe accepts but that are seldom what the author meant. */
import type { InferredLayer, Weight } from '../infer/types';
import type { Code, Problem } from '../problems';
import type { Steps } from '../steps';
import type { NetFacts } from './facts';

/** Advice on a net as a whole. */
export interface NetCheck {
  readonly kind: 'net';
  readonly code: Code;
  /**
   * Steps that compute what takes long in one state; after them `find` is quick. Undefined, or absent, where `find`
   * always is.
   */
  readonly steps?: (facts: NetFacts) => Steps<unknown> | undefined;
  /** The problems of one state; `all` holds the facts of every state analyzed, including this one. */
  readonly find: (facts: NetFacts, all: readonly NetFacts[]) => readonly Problem[];
}

/** Advice on the initial values of one blob. Reported where the blob learns; hover shows it everywhere. */
export interface WeightCheck {
  readonly kind: 'weight';
  readonly code: Code;
  readonly look: (weight: Weight, inferred: InferredLayer, facts: NetFacts) => Problem | undefined;
}

export type Check = NetCheck | WeightCheck;
