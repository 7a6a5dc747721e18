/** The server's notifications beyond LSP. */
import type { ModelStatistics } from './model';
import type { NetRidges } from './run';

/** To a client with panels: settings or files beside a net changed, so panels may be out of date. No params. */
export const changed = 'prototxt/changed';

/** Which share of the layers of all nets have run, from 0 to 1, and what those gave that have run since. */
export const runProgress = 'prototxt/run/progress';

export interface RunProgress {
  readonly uri: string;
  readonly done: number;
  readonly coming: NetRidges | null;
}

/** Statistics of the blobs of a weights file, as they are computed. */
export const modelStatistics = 'prototxt/model/statistics/some';

export interface SomeStatistics extends ModelStatistics {
  readonly uri: string;
}

/** The share of the file at `to` that has been written, from 0 to 1. */
export const exportProgress = 'prototxt/weights/exportProgress';

export interface ExportProgress {
  readonly to: string;
  readonly share: number;
}
