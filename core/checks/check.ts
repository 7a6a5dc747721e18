/** The contracts of advice. Nothing here stops Caffe: it is what works and is seldom meant. */
import type { InferredLayer, Weight } from '../infer/types';
import type { Code, Problem } from '../problems';
import type { Steps } from '../steps';
import type { NetFacts } from './facts';

/** Advice on a net as a whole. */
export interface NetCheck {
  readonly kind: 'net';
  readonly code: Code;
  /** What it takes long to find out in one state, where it does: steps after which `find` is quick. Default: `find` always is. */
  readonly steps?: (facts: NetFacts) => Steps<unknown> | undefined;
  /** In one state; `all` is every state looked at, this one among them. */
  readonly find: (facts: NetFacts, all: readonly NetFacts[]) => readonly Problem[];
}

/** Advice on what one blob starts as. It is reported where the blob learns; hover says it everywhere. */
export interface WeightCheck {
  readonly kind: 'weight';
  readonly code: Code;
  readonly look: (weight: Weight, inferred: InferredLayer, facts: NetFacts) => Problem | undefined;
}

export type Check = NetCheck | WeightCheck;
