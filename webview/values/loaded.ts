/** Values of a weights file: the server reads them, in parts. */
import type { Region } from '#core/weights/region';
import type { AskValues, FiguresAsked, FromValues, LoadedFigures } from '#protocol/values';

export interface LoadedValues {
  /** Null if there are none, or the file can't be read. */
  readonly figures: (asked: FiguresAsked) => Promise<LoadedFigures | null>;
  readonly region: (blob: number, region: Region) => Promise<Float32Array | null>;
  /** Takes the client's answers. */
  readonly receive: (message: FromValues) => void;
}

export function loadedValues(post: (message: AskValues) => void): LoadedValues {
  const figures = new Map<number, (found: LoadedFigures | null) => void>();
  const values = new Map<number, (found: Float32Array | null) => void>();
  let last = 0;
  return {
    figures: (asked) =>
      new Promise((resolve) => {
        const id = ++last;
        figures.set(id, resolve);
        post({ kind: 'loaded-figures', id, asked });
      }),
    region: (blob, region) =>
      new Promise((resolve) => {
        const id = ++last;
        values.set(id, resolve);
        post({ kind: 'loaded-values', id, asked: { blob, ...region } });
      }),
    receive: (message) => {
      const { id } = message;
      if (message.kind === 'loaded-figures') {
        figures.get(id)?.(message.figures);
        figures.delete(id);
      } else {
        values.get(id)?.(message.values === null ? null : floatsOf(message.values));
        values.delete(id);
      }
    },
  };
}

/** See `FromValues`. */
export function floatsOf(base64: string): Float32Array {
  const text = atob(base64);
  const view = new DataView(new ArrayBuffer(text.length));
  const floats = new Float32Array(text.length >> 2);
  // Loops, since calling back for each byte takes ten times as long in a page that has just been loaded.
  for (let at = 0; at < text.length; at++) view.setUint8(at, text.charCodeAt(at));
  for (let i = 0; i < floats.length; i++) floats[i] = view.getFloat32(4 * i, true);
  return floats;
}
