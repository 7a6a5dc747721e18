/** What a document lacks for the figures of a panel, and how a person can provide it. */

export type Lack =
  /** The document is not a net with layers. */
  | { readonly kind: 'net'; readonly file: 'empty' | 'solver' | 'other' }
  /** No layer is in the state that is shown. */
  | { readonly kind: 'layers'; readonly state: string }
  /** A data layer reads records of unknown shape. `shapes`: such as `3x256x256`, the most likely first. */
  | (OfLayer & { readonly kind: 'records'; readonly shapes: readonly string[] })
  /** The Caffe that the net is read with does not have the layer's type. */
  | (OfLayer & { readonly kind: 'type'; readonly type: string; readonly schema: string })
  /** The shape of the layer's first top is not in the text. */
  | (OfLayer & { readonly kind: 'shape'; readonly type: string })
  /** Caffe rejects the layer. */
  | (OfLayer & { readonly kind: 'error'; readonly message: string });

interface OfLayer {
  readonly layer: string;
  /** First line of the layer, zero-based. */
  readonly line: number;
}

/** What a button of a page asks the client to do. */
export type Remedy =
  /** Writes the shape of the records into the text; null: the person enters it. */
  | { readonly kind: 'datum'; readonly shape: string | null }
  /** Writes the shape of a layer's first top, which the person enters. */
  | { readonly kind: 'shape'; readonly line: number }
  | { readonly kind: 'state' | 'schema' | 'run' | 'new-net' | 'open-file' };

/** A comment to write into the text. `line`: the first line of the layer, zero-based. */
export type WrittenShape =
  | { readonly kind: 'datum'; readonly shape: string }
  | { readonly kind: 'shape'; readonly shape: string; readonly line: number };
