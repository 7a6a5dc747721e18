/** What the table shows of a weights file: a row for each blob, and one for each layer without blobs. */
import type { LoadedStatistics, ModelAnswer, ModelBlobView, ModelLayerView, ModelPairing } from '#protocol/model';

export interface Row {
  /** Index of the layer in the file. */
  readonly layer: number;
  readonly name: string;
  readonly type: string;
  /** True for the first row of its layer. */
  readonly isFirst: boolean;
  /** Undefined for a layer without blobs. */
  readonly blob: RowBlob | undefined;
}

export interface RowBlob extends ModelBlobView {
  /** Over all layers, from 0. */
  readonly number: number;
  /** Within its layer, from 0. */
  readonly index: number;
}

type Read = Exclude<ModelAnswer, { kind: 'problem' }>;

export function rowsOf({ layers }: Pick<Read, 'layers'>): readonly Row[] {
  let number = 0;
  return layers.flatMap(({ name, type, blobs }, layer): readonly Row[] =>
    blobs.length === 0
      ? [{ layer, name, type, isFirst: true, blob: undefined }]
      : blobs.map((blob, index) => {
          const own = { ...blob, number: number++, index };
          return { layer, name, type, isFirst: index === 0, blob: own };
        }),
  );
}

/** Rows of layers whose name or type contains the text, with or without layers that have no blobs. */
export function filtered(rows: readonly Row[], text: string, onlyBlobs: boolean): readonly Row[] {
  const wanted = text.trim().toLowerCase();
  return rows.filter(
    ({ name, type, blob }) =>
      (!onlyBlobs || blob !== undefined) &&
      (wanted === '' || name.toLowerCase().includes(wanted) || type.toLowerCase().includes(wanted)),
  );
}

export interface Totals {
  readonly layers: number;
  readonly withBlobs: number;
  readonly blobs: number;
  /** Number of values. */
  readonly values: number;
}

export function totalsOf(layers: readonly ModelLayerView[]): Totals {
  const blobs = layers.flatMap((layer) => layer.blobs);
  return {
    layers: layers.length,
    withBlobs: layers.filter((layer) => layer.blobs.length > 0).length,
    blobs: blobs.length,
    values: blobs.reduce((sum, { count }) => sum + count, 0),
  };
}

/** How a row fits the net that the file is compared with. */
export type Fit =
  | { readonly kind: 'fits' | 'unknown' | 'ignored' }
  /** Caffe aborts. */
  | { readonly kind: 'shape'; readonly expected: readonly (number | null)[] }
  | { readonly kind: 'blobs'; readonly expected: number }
  | { readonly kind: 'values' | 'axes' };

/** Undefined where there is nothing to say: a layer without blobs in both. */
export function fitOf({ layer, blob, isFirst }: Row, { layers }: Pick<ModelPairing, 'layers'>): Fit | undefined {
  const found = layers[layer];
  if (!found) return blob ? { kind: 'ignored' } : undefined;
  const { pairing, blobs } = found;
  if (pairing?.kind === 'blob-count' && isFirst) return { kind: 'blobs', expected: pairing.expected };
  const own = blob && blobs[blob.index];
  if (!blob || !own) return undefined;
  if (own.fits === false) return { kind: 'shape', expected: own.expected ?? [] };
  if (pairing?.kind === 'axes') return { kind: 'axes' };
  if (!blob.fits) return { kind: 'values' };
  return { kind: own.fits === null ? 'unknown' : 'fits' };
}

/** True where Caffe would abort. */
export function isWrong(fit: Fit | undefined): boolean {
  return fit !== undefined && !['fits', 'unknown', 'ignored'].includes(fit.kind);
}

/** Numbers of layers of the file with blobs: loaded, rejected, not in the net, of unknown shape there. */
export interface FitCounts {
  readonly loaded: number;
  readonly wrong: number;
  readonly ignored: number;
  readonly unknown: number;
}

export function fitCounts(rows: readonly Row[], pairing: Pick<ModelPairing, 'layers'>): FitCounts {
  const kinds = new Map<number, keyof FitCounts>();
  const rank: readonly (keyof FitCounts)[] = ['loaded', 'unknown', 'ignored', 'wrong'];
  for (const row of rows) {
    const fit = fitOf(row, pairing);
    if (!fit) continue;
    const kind = isWrong(fit) ? 'wrong' : fit.kind === 'ignored' || fit.kind === 'unknown' ? fit.kind : 'loaded';
    const known = kinds.get(row.layer);
    if (known === undefined || rank.indexOf(kind) > rank.indexOf(known)) kinds.set(row.layer, kind);
  }
  const all = [...kinds.values()];
  const count = (wanted: keyof FitCounts): number => all.filter((kind) => kind === wanted).length;
  return { loaded: count('loaded'), wrong: count('wrong'), ignored: count('ignored'), unknown: count('unknown') };
}

/** The names of blobs in the net, such as `weight`; else their index. */
export function roleOf({ layer, blob }: Row, pairing: Pick<ModelPairing, 'layers'> | null): string {
  if (!blob) return '';
  return pairing?.layers[layer]?.blobs[blob.index]?.role ?? String(blob.index);
}

/** Whether statistics show that training failed. */
export function isBroken({ nan, infinite }: Pick<LoadedStatistics, 'nan' | 'infinite'>): boolean {
  return nan + infinite > 0;
}
