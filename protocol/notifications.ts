/** Notifications of the server beyond LSP. */

/** To a client that has panels: settings, or files beside a net, changed, so what panels show may have changed. No params. */
export const changed = 'prototxt/changed';

/** How much of the file at `to` is written, from 0 to 1. */
export const exportProgress = 'prototxt/weights/exportProgress';

export interface ExportProgress {
  readonly to: string;
  readonly share: number;
}
