/** One filler of a blob: its picture, histogram and statistics, and the progress of drawing. */
import { thousands } from '#core/cost/format';
import { showMeasured } from '#core/numbers';
import { shown } from '#core/messages/shown';
import { fillIn } from '#core/messages/fill-in';
import type { Filling } from '#core/net/distribution';
import type { Statistics } from '#core/weights/statistics';
import { theoryOf, type Theory } from '#core/weights/theory';
import { button, make, onResize } from '../page';
import type { Engine } from './engine';
import { factsTable } from './facts';
import { showHistogram, topOf, type HistogramData } from '../values/histogram';
import { kernelPicture } from '../values/kernels';
import type { Range } from '../values/range';
import type { Drawn, Side } from './worker-messages';
import { expectedCounts } from './spread';
import { words } from './words';

export interface SideView {
  readonly element: HTMLElement;
  readonly show: (sheet: Sheet) => Promise<void>;
  /** Cancels drawing and forgets the content. */
  readonly leave: () => void;
  /** The count that its histogram must reach; 0 without one. */
  readonly top: () => number;
  /** Repaints after a change of theme; a change of width is detected. */
  readonly repaint: () => void;
  /** Repaints the histogram, after a change of the common count. */
  readonly rescale: () => void;
  /** Undefined until something has been drawn. */
  readonly shown: () => Shown | undefined;
}

/** The displayed content, for exports. */
export interface Shown {
  readonly heading: string;
  readonly formula: string;
  readonly kernels: HTMLCanvasElement;
  readonly chart: SVGSVGElement | undefined;
  readonly histogram: HistogramData;
  readonly statistics: Statistics;
  readonly theory: Theory | undefined;
}

/** What is to be drawn, and the theory that it is compared with. */
export interface Sheet {
  /** Changes if the values or their presentation change. */
  readonly key: string;
  readonly heading: string;
  readonly formula: string;
  /** An accessible name for the picture. */
  readonly name: string;
  readonly blob: number;
  readonly shape: readonly number[];
  readonly count: number;
  /** Undefined for values from a file, which have no theory. */
  readonly distribution: Filling | undefined;
  /** True if the distribution is an alternative to that of the net. */
  readonly instead: boolean;
  readonly mean: number | null;
  readonly std: number | null;
  /** The ranges of both sides combined, so that they can be compared. */
  readonly range: Range;
  readonly reach: number;
  /** Called once drawing is complete. */
  readonly drawn: (drawn: Drawn) => void;
}

const bins = 96;

/** The name of a performance mark, for measurements. */
export const figuresShown = 'prototxtLens.figures';

/**
 * `commonTop`: the count that all compared histograms reach. `scaled` is called if this side may have changed it, and returns true if
 * all visible histograms were repainted.
 */
// oxlint-disable-next-line max-lines-per-function -- a view is one state that all its handlers share
export function sideView(
  engine: Engine,
  side: Side,
  { commonTop, scaled }: { readonly commonTop: () => number; readonly scaled: () => boolean },
): SideView {
  const heading = make('h2');
  const formula = make('code', { class: 'formula' });
  const picture = kernelPicture((region) => engine.region(side, region));
  const chart = make('div', { class: 'histogram' });
  const figures = make('div', { class: 'figures' });
  const alike = make('p', { class: 'alike' });
  const progress = make('progress', { max: 100 });
  const progressText = make('span');
  const waiting = make(
    'div',
    { class: 'waiting', role: 'status' },
    progress,
    progressText,
    button(words.cancel, { class: 'link' }, () => cancel()),
  );
  const again = make(
    'div',
    { class: 'waiting' },
    make('span', {}, words.cancelled),
    button(words.drawAgain, { class: 'link' }, () => drawAgain()),
  );
  const body = make('div', { class: 'body' }, picture.element, make('div', { class: 'numbers' }, chart, figures));
  const element = make('article', { class: 'side' }, make('header', {}, heading, formula), alike, waiting, again, body);
  let sheet: Sheet | undefined;
  let data: Omit<HistogramData, 'top'> | undefined;
  let chartPicture: SVGSVGElement | undefined;
  let judged: Pick<Shown, 'statistics' | 'theory'> | undefined;
  let turn = 0;

  const shows = (parts: {
    readonly alike?: true;
    readonly waiting?: true;
    readonly again?: true;
    readonly body?: true;
  }): void => {
    alike.hidden = !parts.alike;
    waiting.hidden = !parts.waiting;
    again.hidden = !parts.again;
    body.hidden = !parts.body;
  };
  const cancel = (): void => {
    turn++;
    engine.cancel(side);
    shows({ again: true });
  };
  const leave = (): void => {
    turn++;
    engine.cancel(side);
    sheet = undefined;
  };
  const drawAgain = (): void => {
    const cancelled = sheet;
    leave();
    if (cancelled) void show(cancelled);
  };

  async function show(wanted: Sheet): Promise<void> {
    const { distribution, count } = wanted;
    heading.textContent = shown(wanted.heading);
    formula.textContent = wanted.formula;
    formula.hidden = wanted.formula === '';
    // Even if it was cancelled: then only the user starts it again.
    if (wanted.key === sheet?.key) return;
    const another = wanted.name !== sheet?.name;
    sheet = wanted;
    const mine = ++turn;
    if (distribution?.kind === 'constant') {
      engine.cancel(side);
      alike.textContent = fillIn(words.allAlike, { count: thousands(count), value: showMeasured(distribution.value) });
      return shows({ alike: true });
    }
    tell(0);
    const sparse = distribution?.kind === 'sparseNormal';
    const expected = distribution && expectedCounts(distribution, count, wanted.range, bins);
    const chartOf = (counts: Uint32Array, zerosLeftOut: number): Omit<HistogramData, 'top'> => ({
      bars: side === 'loaded' ? words.loaded : words.legendDrawn,
      range: wanted.range,
      counts,
      expected,
      zerosLeftOut,
    });
    // Earlier values of this blob are shown until the new ones are ready; for another blob, the theory is shown first.
    const fresh = another || body.hidden || !data;
    shows({ waiting: true, body: true });
    const drawing = engine.draw({
      side,
      blob: wanted.blob,
      instead: wanted.instead ? distribution : undefined,
      range: wanted.range,
      bins,
      progress: tell,
    });
    void picture.show({ name: wanted.name, shape: wanted.shape, reach: wanted.reach });
    if (fresh) {
      judged = undefined;
      chart.replaceChildren();
      figures.replaceChildren();
      // Deferred, so that a picture that is already available is painted first.
      setTimeout(() => {
        if (mine === turn && !judged) showData(chartOf(new Uint32Array(bins), 0));
      });
    }
    const drawn = await drawing;
    if (!drawn || mine !== turn) return;
    shows({ body: true });
    showData(chartOf(drawn.counts, sparse ? drawn.statistics.zeros : 0));
    const theory = distribution && theoryOf(distribution, { mean: wanted.mean, std: wanted.std, count });
    judged = { statistics: drawn.statistics, theory };
    figures.replaceChildren(factsTable(drawn.statistics, theory));
    wanted.drawn(drawn);
    performance.mark(figuresShown);
  }

  function showData(next: Omit<HistogramData, 'top'>): void {
    data = next;
    if (!scaled() || element.hidden) rescale();
  }

  function rescale(): void {
    if (data && !body.hidden) chartPicture = showHistogram(chart, { ...data, top: commonTop() });
  }

  function top(): number {
    return data && element.isConnected && !element.hidden && !body.hidden ? topOf(data) : 0;
  }

  function tell(share: number): void {
    const percent = Math.round(100 * share);
    progress.value = percent;
    progressText.textContent = fillIn(words.drawing, { percent });
  }

  function repaint(): void {
    rescale();
    if (data && !body.hidden) picture.repaint();
  }
  onResize(element, repaint);

  return {
    element,
    show,
    leave,
    repaint,
    rescale,
    top,
    shown: () => {
      if (!element.isConnected || element.hidden || body.hidden || !sheet || !data || !judged) return undefined;
      return {
        heading: sheet.heading,
        formula: sheet.formula,
        kernels: picture.canvas,
        chart: chartPicture,
        histogram: { ...data, top: commonTop() },
        ...judged,
      };
    },
  };
}
