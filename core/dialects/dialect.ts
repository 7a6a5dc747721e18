/** A Caffe as a value: its schema, its layers, its fillers. Forks are made by extending another dialect. */
import type { FillerRule, LayerRule, Registry, SolverRules } from '../net/rules';
import type { RawFork } from '../schema/raw';
import type { ForkNames, OtherCaffes, Schema } from '../schema/types';
import type { Tree } from '../text/tree';

export interface Dialect {
  /** As `--schema` and the settings name it: `bvlc`, `ssd`, …; of a union `rfcn+ceil-mode`. */
  readonly id: string;
  /** As a person reads it: "BVLC Caffe". */
  readonly label: string;
  readonly schema: Schema;
  readonly layers: Registry<LayerRule>;
  readonly fillers: Registry<FillerRule>;
  readonly solver: SolverRules;
  /** Names that other Caffes have, so that an unknown name can say whose it is. */
  readonly forks: ForkNames;
  /** Present where nobody said which Caffe the file is for: what this one lacks may be another's, and is no error then. */
  readonly others?: OtherCaffes;
  /** A user's own Caffe may have layers that its proto does not tell. */
  readonly open?: true;
  /** What it is made of beyond BVLC Caffe, the first before the others: for those that extend it. */
  readonly parts: readonly Part[];
}

/** A fork's differences with the rules that go with them. */
export interface Part {
  readonly id: string;
  readonly fork: RawFork;
  readonly rules: ForkRules;
}

/** What a fork does in its own way; what is not here is as in BVLC Caffe, or known by name only. */
export interface ForkRules {
  readonly layers?: readonly LayerRule[];
  /** What it asks of every layer, BVLC's too. */
  readonly each?: (rule: LayerRule) => LayerRule;
  readonly fillers?: readonly FillerRule[];
  readonly solver?: SolverRules;
}

/** The dialect of a file, and why it is this one. */
export interface Choice {
  readonly dialect: Dialect;
  readonly reason: Reason;
}

export type Reason =
  /** Somebody said so: a comment in the file, a setting, an option. */
  | { readonly kind: 'asked' }
  /** BVLC Caffe has every name of the file, or no fork has more of them. */
  | { readonly kind: 'plain' }
  /** It has these names, which BVLC Caffe lacks. */
  | { readonly kind: 'names'; readonly names: readonly string[] };

/** Chooses by the text; `named` is what a comment of the file asks for. */
export type Chooser = (tree: Tree, named: string | undefined) => Choice;
