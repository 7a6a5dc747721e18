import type { Analysis } from '#core/analysis/analysis';
import type { StateAnalysis } from '#core/infer/types';
import type { Language } from '#core/messages/language';
import type { NetState } from '#core/net/model';
import type { Span } from '#core/problems/index';
import type { Located } from '#core/schema/locate';
import type { PairedModel } from '#project/models';

export interface HoverAnswer {
  readonly markdown: string;
  /** The text that it speaks of. */
  readonly span: Span;
}

export interface HoverOptions {
  /** Undefined for what is no net. */
  readonly state?: NetState;
  readonly language: Language;
  readonly solver?: SolverRates;
  /** The file of weights that the net starts from. */
  readonly model?: PairedModel;
}

export interface SolverRates {
  /** The solver file's name. */
  readonly name: string;
  readonly baseLr: number;
  readonly weightDecay: number;
}

/** What each finder is asked with. */
export interface HoverContext {
  readonly analysis: Analysis;
  readonly offset: number;
  readonly located: Located;
  /** The chosen state's net; undefined for a solver. */
  readonly state: StateAnalysis | undefined;
  readonly options: HoverOptions;
}

/** Undefined: not mine. */
export type Finder = (context: HoverContext) => HoverAnswer | undefined;
