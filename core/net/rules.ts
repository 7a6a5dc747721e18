/**
 * The contracts of layers and fillers. A layer type is one object in one file of `core/layers`, a filler type one in
 * `core/fillers`; registries of them are values, passed in, so that forks and a user's own layers arrive at run time.
 */
import type { Problem, Span } from '../problems';
import type { Message } from '../schema/message';
import type { LayerFacts } from '../schema/raw';
import type { CostInput, Window } from './cost';
import type { Distribution } from './distribution';
import type { ExpectedRule, LoweringRule } from './graph';
import type { InPlace } from './in-place';
import type { Layer, NetState } from './model';
import type { Dim, Shape } from './shape';
import type { MomentsRule } from './signal';

export interface Registry<Rule> {
  get(type: string): Rule | undefined;
  /** All types, sorted, for completion and "did you mean". */
  readonly types: readonly string[];
}

export function registry<Rule extends { readonly type: string }>(rules: readonly Rule[]): Registry<Rule> {
  const byType = new Map(rules.map((rule) => [rule.type, rule]));
  return { get: (type) => byType.get(type), types: [...byType.keys()].sort() };
}

/** How many bottoms and tops Caffe allows: `{min: 1, max: 1}` for exactly one; `max` absent for no limit. */
export interface Count {
  readonly min?: number;
  readonly max?: number;
}

export interface Arity {
  readonly bottoms: Count;
  readonly tops: Count;
  /** `EqualNumBottomTopBlobs`: as many tops as bottoms. */
  readonly paired?: true;
  /** `AutoTopBlobs`: tops that the file leaves out are made up to this number (losses). */
  readonly automaticTops?: number;
}

/** What the world beyond the text says; unknown where absent. */
export interface World {
  /** C×H×W of one record of a data layer that names no shape (comment in the file, setting, or option). */
  readonly datum: readonly number[] | undefined;
  /** Shape of the blob in a `mean_file`, by the path as written. */
  readonly meanShape: (path: string) => readonly number[] | undefined;
  /** Shapes that comments in a layer tell of its tops, for those that are unknown else. */
  readonly topShapes?: (layer: Span) => readonly Shape[];
}

export interface SetUpInput {
  readonly layer: Layer;
  /** The layer's own parameter message (`rule.param`), empty where it is not written; the LayerParameter if the rule has none. */
  readonly param: Message;
  readonly bottoms: readonly Shape[];
  readonly state: NetState;
  readonly world: World;
  /** `blobs { … }` that stand in the layer; none in most. No filler runs where there are some. */
  readonly written: readonly WrittenBlob[];
}

/** A learnable blob that the text itself holds. */
export interface WrittenBlob {
  /** Null where it can't be read, or Caffe refuses it. */
  readonly shape: Shape;
  /** float32; null where they can't be read, or are not as many as the shape says. */
  readonly values: readonly number[] | null;
  /** Where to show a problem with its shape. */
  readonly span: Span;
}

/** What a learnable or internal blob starts as. */
export type Start =
  /** A filler runs on it. `filler` is the FillerParameter as written, or an empty one standing for the defaults. */
  | {
      readonly kind: 'filler';
      readonly filler: Message /** Caffe's own choice where no filler is written, e.g. PReLU's 0.25. */;
      readonly preset?: Preset;
    }
  /** The layer sets it itself. */
  | { readonly kind: 'value'; readonly value: number }
  /** The text holds its values: see `WrittenBlob`. */
  | { readonly kind: 'written'; readonly values: readonly number[] | null };

/** A filler that the layer makes up when the file gives none. */
export interface Preset {
  readonly type: string;
  readonly value: number;
}

/** What a layer draws at set-up beside filling each blob once, in order. */
export interface Draws {
  /** Random words taken before any filler runs. */
  readonly words?: number;
  /** What follows once each blob is filled: so many rounds that fill these blobs, by index, again. The first values stay. */
  readonly again?: { readonly blobs: readonly number[]; readonly times: number };
}

export interface ParamBlob {
  /** What hover calls it: `weight`, `bias`, `slope`, `mean`… */
  readonly role: string;
  /** The field of the layer's parameter message that fills it (`weight_filler`), for hover and hints; absent if none. */
  readonly fillerField?: string;
  readonly shape: Shape;
  readonly start: Start;
  /** The learning rate multiplier that the layer itself sets, e.g. 0 for BatchNorm's statistics. */
  readonly lrMult?: number;
  /** Multipliers that the layer sets whatever the file's `param` says. */
  readonly rates?: { readonly lrMult: number; readonly decayMult: number };
  /** Present where the layer is not connected as Caffe's fan_in and fan_out say. */
  readonly connections?: Connections;
}

/** How many inputs one output is made from through a blob, and how many outputs one input goes into; a mean where that differs by place. */
export interface Connections {
  readonly in: number | null;
  readonly out: number | null;
}

/** A field that has no effect because of another, spelt as in the text: `operation: MAX`. */
export interface DeadField {
  readonly field: string;
  readonly cause: string;
}

export interface SetUpResult {
  /** One a top; null for what can't be known. */
  readonly tops: readonly Shape[];
  readonly params: readonly ParamBlob[];
  /** Tops that a filler fills (DummyData): no learnable blobs, but shown alike. */
  readonly fills?: readonly ParamBlob[];
  /** Set where the number of blobs can't be known (a Python layer makes its own). */
  readonly openParams?: true;
  /** Absent where it draws nothing but its fillers; null where the number of draws can't be known. */
  readonly draws?: Draws | null;
  readonly problems: readonly Problem[];
}

/**
 * One layer type. The doc comment above the object states its formula and the source of each quirk; `summary` is what a
 * hover shows of it. A fact that is absent is not modelled, never "unchanged".
 */
export interface LayerRule {
  readonly type: string;
  /** One or two sentences and the shape formula, in Markdown, for hover. */
  readonly summary: string;
  /** The field of LayerParameter that configures it, e.g. `convolution_param`. */
  readonly param?: string;
  /** Other fields of LayerParameter that it reads, e.g. `transform_param`, `loss_param`. */
  readonly alsoReads?: readonly string[];
  /** For a type of which only public headers and protos are known: what else it reads is not. */
  readonly facts?: LayerFacts;
  /** How a person begins such a layer; absent where its type and blobs are enough. */
  readonly skeleton?: Skeleton;
  readonly arity: Arity;
  /** Where the counts depend on the parameters (a second top for max pooling, say); `arity` is then the widest. */
  readonly arityFor?: (param: Message) => Arity;
  /** True for a fork's layer that every Caffe with this type has alike: wrong counts are errors, and no sign of another Caffe. */
  readonly sameEverywhere?: true;
  /** True for layers that make data and so have no bottoms: they decide which states a file serves. */
  readonly source?: true;
  /** True where `setUp` looks at the state; the results of all others hold in every state that has the same layers. */
  readonly readsState?: true;
  /** Written fields of `param` that others make dead, where Caffe does not refuse them. */
  readonly deadFields?: (input: Pick<SetUpInput, 'param' | 'layer'>) => readonly DeadField[];
  /** Bottoms that it stops Caffe for when a gradient is asked of it there: by index, from the end if negative. */
  readonly noGradient?: readonly number[] | 'any';
  /** True where it passes on one half of a symmetric input, and 0 for the other. */
  readonly rectifies?: (param: Message) => boolean;
  /** The size of x beyond which a neuron's slope is below a tenth of its largest. */
  readonly bends?: number;
  /** Multiply–accumulates of one forward pass (see `core/layers/shared/macs`); null where a shape that they take is unknown. */
  readonly macs?: (input: CostInput) => Dim;
  /** What its values see of the bottoms; null where that is not known. */
  readonly window?: (input: CostInput) => Window | null;
  /** What goes wrong, without a word, where its top is its bottom, or is changed in place behind it. */
  readonly inPlace?: InPlace;
  /** True where the tops are the bottom's own memory under another name. */
  readonly sharesBottom?: true;
  /** True where every top is the bottom as it is: who reads the top reads the bottom. */
  readonly copies?: true;
  /** True where it makes its own blobs whatever `blobs` stand in it. */
  readonly dropsWritten?: true;
  /** True where `setUp` checks the blobs that stand in it, and what it takes, it can work with. */
  readonly checksWritten?: true;
  /** Shapes, learnable blobs and every condition that Caffe checks at set-up, which it interleaves. */
  readonly setUp: (input: SetUpInput) => SetUpResult;
  /** What it makes of the moments of its bottoms, and of the gradients of its tops. */
  readonly moments?: MomentsRule;
  /** What it computes in Forward, as ONNX operators. */
  readonly onnx?: LoweringRule;
  /** What its bottoms must hold, where not any number will do. */
  readonly expects?: ExpectedRule;
  /** True for layers of learned filters: a forecast of the gradient begins at the top of the last one. */
  readonly startsGradient?: true;
}

/** What an editor writes where a layer of the type is wanted. */
export interface Skeleton {
  /** What the first such layer is called: `conv1`, `data`. Default: the type in lower case. */
  readonly name?: string;
  /** What the bottoms after the first are called, in layers that know: `label`. */
  readonly bottoms?: readonly string[];
  /** What the tops are called, where it is not as the layer. */
  readonly tops?: readonly string[];
  /**
   * What goes into `param`, a field a line: what Caffe demands and what nobody leaves out. `${1:64}` is the first place to
   * fill in, `${1|MAX,AVE|}` one with a choice.
   */
  readonly body?: string;
  /** What stands beside `param`, in the same way. */
  readonly beside?: string;
  /** True where the top is usually the bottom. */
  readonly inPlace?: true;
}

/** What a filler makes of a blob. Numbers are float32 values, as Caffe computes them. */
export interface Filled {
  /** Undefined where the shape does not say enough. */
  readonly distribution: Distribution | undefined;
  /** The n of the formula, for the fillers that scale by it; null elsewhere. */
  readonly n: Dim;
  /** Mean and standard deviation of the distribution (of the exact values, for bilinear); null if unknown. */
  readonly mean: number | null;
  readonly std: number | null;
  /** The formula with this blob's numbers in it, in plain text, e.g. `s = √(3 / 363) = 0.0909091`; empty if there is none. */
  readonly formula: string;
  readonly problems: readonly Problem[];
}

export interface FillInput {
  readonly filler: Message;
  readonly shape: Shape;
  readonly fanIn: Dim;
  readonly fanOut: Dim;
  /** Where to show a problem that no written field causes. */
  readonly span: Span;
}

export interface FillerRule {
  readonly type: string;
  /** For hover: what it draws, with the formula, in Markdown. */
  readonly summary: string;
  /** Fields of FillerParameter, beside `type`, that it reads; all others are dead when it runs. */
  readonly reads: readonly string[];
  readonly fill: (input: FillInput) => Filled;
}

/** One learning-rate policy. The doc comment above the object states its formula and its arithmetic. */
export interface LearningPolicy {
  /** As `lr_policy` names it. */
  readonly type: string;
  /** The fields that it reads, beside `base_lr`. */
  readonly reads: readonly string[];
  /** What Caffe checks as it computes a rate. */
  readonly check: (solver: Message) => readonly Problem[];
  /** The rate of an iteration, counted from 0, as a float32. `from`: the first iteration that asks the policy. Null: training decides. */
  readonly rate: (solver: Message, iteration: number, from: number) => number | null;
  /** Over `i`, the iteration, in plain text. */
  readonly formula: (solver: Message) => string;
  /** Iterations at which the rate changes by a step, in order; at most `most`. Absent where it changes all along, or never. */
  readonly changes?: (solver: Message, range: { readonly from: number; readonly most: number }) => readonly number[];
}

/** What a Caffe's solver has of its own. */
export interface SolverRules {
  readonly policies: Registry<LearningPolicy>;
  /** Rates of the first iterations, in which no policy is asked. */
  readonly warmUp?: WarmUp;
  /** No rate is below it. */
  readonly least?: { readonly field: string; readonly of: (solver: Message) => number };
  /** What it checks beside its policies. */
  readonly check?: (solver: Message) => readonly Problem[];
}

export interface WarmUp {
  readonly reads: readonly string[];
  /** How many iterations it takes; 0 where the solver has none. */
  readonly iterations: (solver: Message) => number;
  readonly rate: (solver: Message, iteration: number) => number;
  readonly formula: (solver: Message) => string;
}
