/** Messages between the page and its worker. */
import type { Graph } from './graph';
import type { Layout } from './layout';

export interface ToWorker {
  readonly id: number;
  readonly graph: Graph;
}

export interface FromWorker {
  readonly id: number;
  readonly layout: Layout;
  /** The time that the layout took, in ms. */
  readonly took: number;
}
