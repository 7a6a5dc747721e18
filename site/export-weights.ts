/** Files of the initial weights: the server writes them in memory, and the browser saves them. */
import { fillIn } from '#core/messages/fill-in';
import type { WeightFormat } from '#core/weight-files/write-weights';
import { choose, say, type Choice } from './dialogs';
import { saveFile } from './saving';
import type { Server } from './server';
import { words } from './words';

/** What the panel shows. */
export interface Shown {
  readonly layer: string;
  /** The index among the layer's blobs. */
  readonly blob: number;
  readonly role: string;
  readonly seed: number;
  /** Renders the page's content as a file, without bytes if nothing is drawn. */
  readonly page: (what: 'png' | 'csv') => Promise<Uint8Array>;
}

type Wanted =
  | { readonly what: 'png' | 'csv' }
  | { readonly what: WeightFormat; readonly layer?: string; readonly blob?: number };

export async function exportWeights(server: Server, uri: string, net: string, shown: Shown): Promise<void> {
  const problem = await server.request('prototxt/weights/exportable', { uri });
  const wanted = await choose<Wanted>(words.export, [...(problem === null ? weightsOf(shown) : []), ...pagesOf()]);
  if (!wanted) return;
  const layer = shown.layer.replace(/[^\w.-]+/g, '_');
  const ofLayer = 'layer' in wanted || isPage(wanted) ? `.${layer}` : '';
  const name = `${net}${ofLayer}.${wanted.what}`;
  if (isPage(wanted)) {
    const bytes = await shown.page(wanted.what);
    return bytes.length > 0 ? saveFile(name, bytes) : say(words.nothingDrawn);
  }
  const { what: format, ...part } = wanted;
  // The server writes to this URI; the page saves what it writes.
  const to = `save:/${encodeURIComponent(name)}`;
  const answer = await server.request('prototxt/weights/export', { uri, to, format, ...part, seed: shown.seed });
  if (answer?.kind !== 'written') say(answer?.kind === 'problem' ? answer.message : words.notWritten);
}

/** The name of a file that the server has written. */
export function nameOfSaved(uri: string): string {
  return decodeURIComponent(uri.replace(/^.*\//, ''));
}

function isPage(wanted: Wanted): wanted is Extract<Wanted, { readonly what: 'png' | 'csv' }> {
  return wanted.what === 'png' || wanted.what === 'csv';
}

function weightsOf({ layer, blob, role }: Shown): readonly Choice<Wanted>[] {
  return [
    { label: words.wholeModel, value: { what: 'caffemodel' } },
    { label: words.wholeNpz, value: { what: 'npz' } },
    { label: fillIn(words.layerNpz, { layer }), value: { what: 'npz', layer } },
    { label: fillIn(words.blobNpy, { layer, role }), value: { what: 'npy', layer, blob } },
  ];
}

function pagesOf(): readonly Choice<Wanted>[] {
  return [
    { label: words.asPicture, value: { what: 'png' } },
    { label: words.asCsv, value: { what: 'csv' } },
  ];
}
