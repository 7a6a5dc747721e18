/** A Caffe as a value: its schema, layers and fillers. Forks extend another dialect. */
import type { FillerRule, LayerRule, Registry, SolverRules } from '../net/rules';
import type { RawFork } from '../schema/raw';
import type { ForkNames, OtherCaffes, Schema } from '../schema/types';
import type { Tree } from '../text/tree';

export interface Dialect {
  /** The name in `--schema` and in settings: `bvlc`, `ssd`, …; for a union `rfcn+ceil-mode`. */
  readonly id: string;
  /** The name to display: "BVLC Caffe". */
  readonly label: string;
  readonly schema: Schema;
  readonly layers: Registry<LayerRule>;
  readonly fillers: Registry<FillerRule>;
  readonly solver: SolverRules;
  /** Names that other Caffes have, so that the report of an unknown name can say which Caffe has it. */
  readonly forks: ForkNames;
  /**
   * Present where the dialect is a guess, not given by the user: names that it lacks may belong to another Caffe and
   * are no error.
   */
  readonly others?: OtherCaffes;
  /** Where the dialect is a guess: other Caffes with the same names, for one of which the text may be as well. */
  readonly alternatives?: readonly OtherLayers[];
  /** A user's own Caffe may have layers that its proto does not declare. */
  readonly open?: true;
  /** The parts added to BVLC Caffe, in order of precedence: for dialects that extend this one. */
  readonly parts: readonly Part[];
}

/** A fork's schema differences, with the rules that belong to them. */
export interface Part {
  readonly id: string;
  readonly fork: RawFork;
  readonly rules: ForkRules;
}

/** A fork's own rules; names without one are as in BVLC Caffe, or known by name only. */
export interface ForkRules {
  readonly layers?: readonly LayerRule[];
  /** Adjusts every layer's rule, BVLC's included. */
  readonly each?: (rule: LayerRule) => LayerRule;
  readonly fillers?: readonly FillerRule[];
  readonly solver?: SolverRules;
  /** They count where the fork is a guess. */
  readonly alternatives?: readonly Alternative[];
  /** Its proto is not known for certain: names that it lacks are no errors, even if the user selects it. */
  readonly documented?: true;
}

/** Another Caffe with the names of a fork. */
export interface Alternative {
  /** The layers for which it has other rules. */
  readonly layers: readonly LayerRule[];
  /** Each `Message.field` that it lacks: a text with one of them is not for it. */
  readonly lacks?: readonly string[];
}

/** The layers of a guessed dialect as in another Caffe with the same names. */
export interface OtherLayers {
  readonly layers: Registry<LayerRule>;
  readonly lacks: readonly string[];
}

/** The dialect of a file, and why it was chosen. */
export interface Choice {
  readonly dialect: Dialect;
  readonly reason: Reason;
  /** Other Caffes that the text may be for as likely. What they accept is no error. */
  readonly rivals?: readonly Dialect[];
}

export type Reason =
  /** Given explicitly: by a comment in the file, a setting, or an option. */
  | { readonly kind: 'asked' }
  /** BVLC Caffe has every name of the file, or no fork has more of them. */
  | { readonly kind: 'plain' }
  /** The file has these names, which BVLC Caffe lacks. */
  | { readonly kind: 'names'; readonly names: readonly string[] }
  /** For a solver: the nets that it names are for this Caffe. */
  | { readonly kind: 'nets' };

/** Chooses by the text; `named` is what a comment of the file asks for. */
export type Chooser = (tree: Tree, named: string | undefined) => Choice;
