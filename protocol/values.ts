/** Values of a blob, from a weights file or drawn, as they are sent to the pages that show them. */
import type { LoadedStatistics } from '#core/weight-files/loaded-values';
import type { Region } from '#core/weights/region';

/** Of the values in the weights file. */
export interface LoadedFigures {
  readonly statistics: LoadedStatistics;
  readonly counts: readonly number[];
}

/** Which figures of a blob's loaded values the page asks for. */
export interface FiguresAsked {
  readonly blob: number;
  readonly from: number;
  readonly to: number;
  readonly bins: number;
}

/** The initial values that the first picture of a blob needs. */
export interface FirstValues {
  readonly seed: number;
  readonly region: Region;
  /** Float32 values, little-endian, in base64. */
  readonly values: string;
}

/** Answers to requests for values, by their ids; null if the file cannot be read. */
export type FromValues =
  | { readonly kind: 'loaded-figures'; readonly id: number; readonly figures: LoadedFigures | null }
  /** Float32 values, little-endian, in base64: JSON has no NaN. */
  | { readonly kind: 'loaded-values'; readonly id: number; readonly values: string | null };

export type AskValues =
  | { readonly kind: 'loaded-figures'; readonly id: number; readonly asked: FiguresAsked }
  | { readonly kind: 'loaded-values'; readonly id: number; readonly asked: Region & { readonly blob: number } };
