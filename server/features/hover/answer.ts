import type { Analysis } from '#core/analysis/analysis';
import type { StateAnalysis } from '#core/infer/types';
import type { Language } from '#core/messages/language';
import type { Markdown } from '#core/messages/shown';
import type { NetState } from '#core/net/model';
import type { Span } from '#core/problems/index';
import type { Located } from '#core/schema/locate';
import type { PairedModel } from '#project/models';
import type { KeptRun } from '../../runs';

export interface HoverAnswer extends Markdown {
  /** The range that the hover is about. */
  readonly span: Span;
}

export interface HoverOptions {
  /** Undefined if the document is not a net. */
  readonly state?: NetState;
  readonly language: Language;
  readonly solver?: SolverRates;
  /** The weights file that the net starts from. */
  readonly model?: PairedModel;
  /** The net's last run. */
  readonly run?: KeptRun;
}

export interface SolverRates {
  /** The solver's file name. */
  readonly name: string;
  readonly baseLr: number;
  readonly weightDecay: number;
}

/** The input of every finder. */
export interface HoverContext {
  readonly analysis: Analysis;
  readonly offset: number;
  readonly located: Located;
  /** The analysis of the shown state; undefined for a solver. */
  readonly state: StateAnalysis | undefined;
  readonly options: HoverOptions;
}

/** Undefined if the finder does not apply. */
export type Finder = (context: HoverContext) => HoverAnswer | undefined;
