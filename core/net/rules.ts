/**
 * The interfaces of layers and fillers. A layer type is one object in one file of `core/layers`, a filler type one in
 * `core/fillers`. Registries of them are values that are passed in, so that forks and a user's own layers can be added
 * at run time.
 */
import type { Problem, Span } from '../problems';
import type { Message } from '../schema/message';
import type { LayerFacts } from '../schema/raw';
import type { CostInput, Window } from './cost';
import type { Distribution } from './distribution';
import type { BackwardRule, Expected, ExpectedRule, LoweringInput, LoweringRule } from './graph';
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

/** Numbers of bottoms or tops that Caffe allows: `{min: 1, max: 1}` for exactly one; `max` absent for no limit. */
export interface Count {
  readonly min?: number;
  readonly max?: number;
}

export interface Arity {
  readonly bottoms: Count;
  readonly tops: Count;
  /** `EqualNumBottomTopBlobs`: as many tops as bottoms. */
  readonly paired?: true;
  /** `AutoTopBlobs`: Caffe adds missing tops up to this number (losses). */
  readonly automaticTops?: number;
}

/** Facts from outside the text; absent ones are unknown. */
export interface World {
  /**
   * C×H×W of one record of a data layer that has no shape of its own (from a comment in the file, a setting, or an
   * option).
   */
  readonly datum: readonly number[] | undefined;
  /** Shape of the blob in a `mean_file`, by the path as written. */
  readonly meanShape: (path: string) => readonly number[] | undefined;
  /** Shapes of tops from comments in a layer, for tops of otherwise unknown shape. */
  readonly topShapes?: (layer: Span) => readonly Shape[];
}

export interface SetUpInput {
  readonly layer: Layer;
  /**
   * The layer's own parameter message (`rule.param`), empty where it is not written; LayerParameter itself if the rule
   * has none.
   */
  readonly param: Message;
  readonly bottoms: readonly Shape[];
  readonly state: NetState;
  readonly world: World;
  /** `blobs { … }` written in the layer; empty for most. No filler runs where there are some. */
  readonly written: readonly WrittenBlob[];
}

/** A learnable blob whose values are in the text. */
export interface WrittenBlob {
  /** Null where it can't be read, or Caffe rejects it. */
  readonly shape: Shape;
  /** float32; null where they can't be read, or their number does not match the shape. */
  readonly values: readonly number[] | null;
  /** The span for a problem with its shape. */
  readonly span: Span;
}

/** The source of a learnable or internal blob's initial values. */
export type Start =
  /** A filler runs on it. `filler` is the FillerParameter as written, or an empty one that stands for the defaults. */
  | {
      readonly kind: 'filler';
      readonly filler: Message /** Caffe's own choice where no filler is written, e.g. PReLU's 0.25. */;
      readonly preset?: Preset;
    }
  /** The layer sets it itself. */
  | { readonly kind: 'value'; readonly value: number }
  /** The text holds its values: see `WrittenBlob`. */
  | { readonly kind: 'written'; readonly values: readonly number[] | null };

/** The filler that the layer uses where the file gives none. */
export interface Preset {
  readonly type: string;
  readonly value: number;
}

/** Random draws of a layer at set-up, in order, besides filling each blob once. */
export interface Draws {
  /** Random words taken before any filler runs. */
  readonly words?: number;
  /** After each blob is filled: this many rounds that fill these blobs, by index, again. The first values are kept. */
  readonly again?: { readonly blobs: readonly number[]; readonly times: number };
}

export interface ParamBlob {
  /** The name in hovers: `weight`, `bias`, `slope`, `mean`… */
  readonly role: string;
  /**
   * The field of the layer's parameter message that fills it (`weight_filler`), for hover and hints; absent if there is
   * none.
   */
  readonly fillerField?: string;
  readonly shape: Shape;
  readonly start: Start;
  /** The learning rate multiplier that the layer itself sets, e.g. 0 for BatchNorm's statistics. */
  readonly lrMult?: number;
  /** Multipliers that the layer sets whatever the file's `param` says. */
  readonly rates?: { readonly lrMult: number; readonly decayMult: number };
  /** Present where the layer's connections differ from Caffe's fan_in and fan_out. */
  readonly connections?: Connections;
}

/**
 * The number of inputs that one output depends on through a blob, and of outputs that one input contributes to; a mean
 * where that differs by position.
 */
export interface Connections {
  readonly in: number | null;
  readonly out: number | null;
}

/** A field that has no effect because of another, as written in the text: `operation: MAX`. */
export interface DeadField {
  readonly field: string;
  readonly cause: string;
}

export interface SetUpResult {
  /** One per top; null for what can't be known. */
  readonly tops: readonly Shape[];
  readonly params: readonly ParamBlob[];
  /** Tops that a filler fills (DummyData): not learnable, but shown like blobs. */
  readonly fills?: readonly ParamBlob[];
  /** Set where the number of blobs can't be known (a Python layer makes its own). */
  readonly openParams?: true;
  /** Absent where only its fillers draw; null where the number of draws can't be known. */
  readonly draws?: Draws | null;
  readonly problems: readonly Problem[];
}

/**
 * One layer type. The doc comment of the object gives its formula and the source of each quirk; `summary` is shown in
 * hovers. An absent fact is not modelled, never "unchanged".
 */
export interface LayerRule {
  readonly type: string;
  /** One or two sentences and the shape formula, in Markdown, for hover. */
  readonly summary: string;
  /** The field of LayerParameter that configures it, e.g. `convolution_param`. */
  readonly param?: string;
  /** Other fields of LayerParameter that it reads, e.g. `transform_param`, `loss_param`. */
  readonly alsoReads?: readonly string[];
  /** For a type that is known from public headers and protos only; what else it reads is not known. */
  readonly facts?: LayerFacts;
  /** What completion inserts for such a layer; absent where its type and blobs suffice. */
  readonly skeleton?: Skeleton;
  readonly arity: Arity;
  /**
   * Where the numbers depend on the parameters (a second top for max pooling, say); `arity` is then the widest range.
   */
  readonly arityFor?: (param: Message) => Arity;
  /**
   * True for a fork's layer that is the same in every Caffe with this type: wrong numbers of bottoms or tops are
   * errors, and do not indicate another Caffe.
   */
  readonly sameEverywhere?: true;
  /** True for layers that make data and so have no bottoms: they determine which states a file serves. */
  readonly source?: true;
  /** True where `setUp` depends on the state; all other results hold in every state with the same layers. */
  readonly readsState?: true;
  /** Written fields of `param` that have no effect because of others, where Caffe does not reject them. */
  readonly deadFields?: (input: Pick<SetUpInput, 'param' | 'layer'>) => readonly DeadField[];
  /** Bottoms for which the layer aborts when asked for a gradient: by index, from the end if negative. */
  readonly noGradient?: readonly number[] | 'any';
  /** True where a top needs a gradient only if the bottom of its index does, or is the same blob. */
  readonly gradientByBottom?: true;
  /** True where it passes on one half of a symmetric input, and outputs 0 for the other. */
  readonly rectifies?: (param: Message) => boolean;
  /** Where the slope of the activation is below a tenth of its maximum. */
  readonly saturates?: Saturation;
  /** True where it divides by running statistics, which are 0 before training. */
  readonly dividesByStatistics?: (input: Pick<LoweringInput, 'layer' | 'param' | 'state'>) => boolean;
  /**
   * Multiply–accumulates of one forward pass (see `core/layers/shared/macs`); null where a shape that they depend on is
   * unknown.
   */
  readonly macs?: (input: CostInput) => Dim;
  /** Which values of the bottoms its values see; null where that is not known. */
  readonly window?: (input: CostInput) => Window | null;
  /** What is silently wrong where its top is its bottom, or a later layer changes its top in place. */
  readonly inPlace?: InPlace;
  /** True where the tops share the bottom's memory under another name. */
  readonly sharesBottom?: true;
  /** True where every top equals the bottom: readers of the top read the bottom. */
  readonly copies?: true;
  /** True where it makes its own blobs even if `blobs` are written in it. */
  readonly dropsWritten?: true;
  /** True where `setUp` itself checks the blobs written in it, so that those it accepts fit. */
  readonly checksWritten?: true;
  /**
   * Shapes, learnable blobs and every condition that Caffe checks at set-up, in one function since Caffe interleaves
   * them.
   */
  readonly setUp: (input: SetUpInput) => SetUpResult;
  /** The moments of its tops from those of its bottoms, and the gradients of its bottoms from those of its tops. */
  readonly moments?: MomentsRule;
  /** True where it sets up its tops at set-up only, not again in each Forward. */
  readonly setsUpOnce?: true;
  /**
   * The items of its bottoms that it passes on, where that depends on values; undefined where these are not known.
   * `filled`: what its bottoms are filled with.
   */
  readonly passedItems?: (
    filled: readonly (Expected | undefined)[],
    bottoms: readonly Shape[],
  ) => readonly number[] | undefined;
  /** What it computes in Forward, as ONNX operators. */
  readonly onnx?: LoweringRule;
  /**
   * What it computes in Backward, where that is not the gradient of `onnx`, or is computed by another formula that
   * rounds differently.
   */
  readonly backward?: BackwardRule;
  /**
   * True where Backward reads copies that Forward has made rather than the bottoms and tops, which layers in place may
   * have changed since.
   */
  readonly keepsCopies?: true;
  /**
   * Present where Backward finds the gradient of an item by the shape of its top, which is another one by then if a layer
   * in place has changed it: its gradients in that case, from the memory of the tops (`lastTops`). True: not modelled.
   */
  readonly readsTopShape?: true | BackwardRule;
  /** Bottoms that get no gradient, besides those of `noGradient`, for which the layer aborts. */
  readonly passesNone?: readonly number[];
  /** Tops whose gradient Backward does not read, by the shapes of all tops. */
  readonly ignoresGradient?: (tops: readonly (readonly number[])[]) => readonly number[];
  /** The number of classes K of a loss that is ln K where all classes are equally probable; null where it is another. */
  readonly classes?: (input: Pick<SetUpInput, 'layer' | 'param' | 'bottoms'>) => Dim;
  /** What its bottoms must hold, where not any numbers will do. */
  readonly expects?: ExpectedRule;
  /** True for layers of learned filters: a forecast of the gradient starts at the top of the last one. */
  readonly startsGradient?: true;
}

/** An activation saturates where its input is beyond `input`, and so its output outside of `outputs`. */
export interface Saturation {
  /** |x|. */
  readonly input: number;
  readonly outputs: readonly [low: number, high: number];
}

/** What an editor inserts for a new layer of the type. */
export interface Skeleton {
  /** The name of the first such layer: `conv1`, `data`. Default: the type in lower case. */
  readonly name?: string;
  /** The names of bottoms after the first, where they are conventional: `label`. */
  readonly bottoms?: readonly string[];
  /** The names of the tops, where they differ from the layer's name. */
  readonly tops?: readonly string[];
  /**
   * The contents of `param`, one field a line: fields that Caffe requires and those that are always written. `${1:64}`
   * is the first placeholder, `${1|MAX,AVE|}` one with choices.
   */
  readonly body?: string;
  /** Fields beside `param`, in the same form. */
  readonly beside?: string;
  /** True where the top is usually the bottom. */
  readonly inPlace?: true;
}

/** The result of a filler for a blob. Numbers are float32 values, as Caffe computes them. */
export interface Filled {
  /** Undefined where the shape is not known well enough. */
  readonly distribution: Distribution | undefined;
  /** The n of the formula, for fillers that scale by it; null for others. */
  readonly n: Dim;
  /** Mean and standard deviation of the distribution (of the exact values, for bilinear); null if unknown. */
  readonly mean: number | null;
  readonly std: number | null;
  /** The formula with this blob's numbers, in plain text, e.g. `s = √(3 / 363) = 0.0909091`; empty if there is none. */
  readonly formula: string;
  readonly problems: readonly Problem[];
}

export interface FillInput {
  readonly filler: Message;
  readonly shape: Shape;
  readonly fanIn: Dim;
  readonly fanOut: Dim;
  /** The span for problems that no written field causes. */
  readonly span: Span;
}

export interface FillerRule {
  readonly type: string;
  /** For hover: the distribution, with its formula, in Markdown. */
  readonly summary: string;
  /** Fields of FillerParameter, besides `type`, that it reads; all others have no effect. */
  readonly reads: readonly string[];
  readonly fill: (input: FillInput) => Filled;
  /** The distribution in terms that other frameworks share; absent, or undefined for this filler, where they have none. */
  readonly initializer?: (filler: Message) => Initializer | undefined;
}

export type Initializer =
  | {
      /** Mean 0, and a variance of `scale` / n; `mode` names n as Keras does, where `fan_avg` is (fan_in + fan_out) / 2. */
      readonly kind: 'scaling';
      readonly scale: 1 | 2;
      readonly mode: 'fan_in' | 'fan_out' | 'fan_avg';
      readonly distribution: 'uniform' | 'normal';
    }
  | { readonly kind: 'normal'; readonly mean: number; readonly std: number };

/** One learning-rate policy. The doc comment of the object gives its formula and its arithmetic. */
export interface LearningPolicy {
  /** The value of `lr_policy`. */
  readonly type: string;
  /** The fields that it reads, besides `base_lr`. */
  readonly reads: readonly string[];
  /** The conditions that Caffe checks when it computes a rate. */
  readonly check: (solver: Message) => readonly Problem[];
  /**
   * The rate of an iteration, counted from 0, as a float32. `from`: the first iteration that uses the policy. Null:
   * depends on the training.
   */
  readonly rate: (solver: Message, iteration: number, from: number) => number | null;
  /** A formula in `i`, the iteration, in plain text. */
  readonly formula: (solver: Message) => string;
  /**
   * Iterations at which the rate changes by a step, in order; at most `most`. Absent where it changes continuously, or
   * never.
   */
  readonly changes?: (solver: Message, range: { readonly from: number; readonly most: number }) => readonly number[];
}

/** What is specific to the solver of a Caffe. */
export interface SolverRules {
  readonly policies: Registry<LearningPolicy>;
  /** Rates of the first iterations, which use no policy. */
  readonly warmUp?: WarmUp;
  /** Lower bound of all rates. */
  readonly least?: { readonly field: string; readonly of: (solver: Message) => number };
  /** True where all fields about tests are accepted in a solver without `test_net`. */
  readonly testsOnlyTestNets?: true;
  /** Its conditions besides those of its policies. */
  readonly check?: (solver: Message) => readonly Problem[];
}

export interface WarmUp {
  readonly reads: readonly string[];
  /** Number of warm-up iterations; 0 where the solver has none. */
  readonly iterations: (solver: Message) => number;
  readonly rate: (solver: Message, iteration: number) => number;
  readonly formula: (solver: Message) => string;
}
