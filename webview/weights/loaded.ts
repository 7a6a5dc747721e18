/** The values that the net loads from its weights file: the server reads them, in parts. */
import type { FiguresAsked, FromWeightsPage, LoadedFigures, ToWeightsPage } from '#protocol/weights';
import type { Engine } from './engine';

export interface LoadedEngine extends Engine {
  /** Null if there are none, or the file can't be read. */
  readonly figures: (asked: FiguresAsked) => Promise<LoadedFigures | null>;
  /** Takes the client's answers; false for other messages. */
  readonly receive: (message: ToWeightsPage) => boolean;
}

export function loadedEngine(post: (message: FromWeightsPage) => void): LoadedEngine {
  const figures = new Map<number, (found: LoadedFigures | null) => void>();
  const values = new Map<number, (found: Float32Array | null) => void>();
  let last = 0;
  /** The blob that is drawn, and the number of its draw: answers for an earlier one are dropped. */
  let current = { blob: -1, turn: 0 };
  const figuresOf = (asked: FiguresAsked): Promise<LoadedFigures | null> =>
    new Promise((resolve) => {
      const id = ++last;
      figures.set(id, resolve);
      post({ kind: 'loaded-figures', id, asked });
    });
  return {
    figures: figuresOf,
    plan: () => undefined,
    draw: async ({ blob, range, bins }) => {
      const { turn } = (current = { blob, turn: current.turn + 1 });
      const found = await figuresOf({ blob, ...range, bins });
      if (turn !== current.turn) return null;
      return found
        ? { statistics: found.statistics, counts: Uint32Array.from(found.counts), unsure: undefined }
        : undefined;
    },
    region: async (_, part) => {
      const { blob, turn } = current;
      const found = await new Promise<Float32Array | null>((resolve) => {
        const id = ++last;
        values.set(id, resolve);
        post({ kind: 'loaded-values', id, asked: { blob, ...part } });
      });
      return turn === current.turn ? found : null;
    },
    cancel: () => (current = { blob: -1, turn: current.turn + 1 }),
    receive: (message) => {
      if (message.kind === 'loaded-figures') {
        figures.get(message.id)?.(message.figures);
        return figures.delete(message.id);
      }
      if (message.kind === 'loaded-values') {
        values.get(message.id)?.(message.values && Float32Array.from(message.values));
        return values.delete(message.id);
      }
      return false;
    },
  };
}
