/** The values of one blob: a picture and a histogram. */
import { thousands } from '#core/cost/format';
import { fillIn } from '#core/messages/fill-in';
import { shown } from '#core/messages/shown';
import type { LoadedStatistics } from '#protocol/model';
import { make, onResize } from '../page';
import { formatShape } from '../values/format';
import { showHistogram, topOf, type HistogramData } from '../values/histogram';
import { kernelPicture } from '../values/kernels';
import type { LoadedValues } from '../values/loaded';
import { rangeOfLoaded, withMargin } from '../values/range';
import { isBroken, type RowBlob } from './rows';
import { words } from './words';

export interface Details {
  readonly element: HTMLElement;
  /** `isMean`: colours are around the middle of the values instead of around 0. */
  readonly show: (blob: RowBlob, title: string, isMean: boolean) => Promise<void>;
  /** The role of a blob is known once a net is. */
  readonly rename: (title: string) => void;
  readonly hide: () => void;
  readonly repaint: () => void;
}

const bins = 96;

export function details(values: LoadedValues): Details {
  const heading = make('h2');
  const facts = make('p', { class: 'quiet' });
  const said = make('p', { role: 'status' });
  const chart = make('div', { class: 'histogram' });
  let blob: RowBlob | undefined;
  let data: HistogramData | undefined;
  let turn = 0;
  const picture = kernelPicture(async (region) => {
    const mine = turn;
    const found = blob ? await values.region(blob.number, region) : null;
    return mine === turn ? found : null;
  });
  const content = make('div', { class: 'blob-values' }, picture.element, chart);
  const element = make('section', { class: 'details' }, heading, facts, said, content);

  const say = (text: string, hasContent: boolean): void => {
    said.textContent = text;
    said.hidden = text === '';
    content.hidden = !hasContent;
  };
  const paintChart = (): void => {
    if (data && !content.hidden) showHistogram(chart, data);
  };
  const repaint = (): void => {
    paintChart();
    if (!content.hidden) picture.repaint();
  };
  onResize(element, repaint);

  async function show(next: RowBlob, title: string, isMean: boolean): Promise<void> {
    const mine = ++turn;
    blob = next;
    data = undefined;
    heading.textContent = shown(title);
    const args = { shape: formatShape(next.shape.slice(0, 33)), values: thousands(next.count) };
    facts.textContent = fillIn(words.blobFacts, args);
    if (next.count === 0) return say(words.empty, false);
    say(words.reading, false);
    // The range does not matter for statistics.
    const first = await values.figures({ blob: next.number, from: -1, to: 1, bins: 1 });
    if (mine !== turn) return;
    if (!first) return say(words.notRead, false);
    const { statistics } = first;
    if (statistics.count === 0) return say(fillIn(words.noFinite, { count: thousands(next.count) }), false);
    const range = withMargin(rangeOfLoaded(statistics));
    say(isBroken(statistics) ? wrongWords(statistics) : '', true);
    const shape = next.fits ? next.shape : [next.count];
    void picture.show({ name: `${title} ${args.shape}`, shape, ...coloursOf(statistics, isMean) });
    const figures = await values.figures({ blob: next.number, ...range, bins });
    if (mine !== turn || !figures) return;
    const counts = Uint32Array.from(figures.counts);
    const drawn = { range, counts, expected: undefined, zerosLeftOut: 0, bars: '' };
    data = { ...drawn, top: topOf(drawn) };
    paintChart();
  }

  return {
    element,
    show,
    rename: (title) => (heading.textContent = shown(title)),
    hide: () => {
      turn++;
      blob = undefined;
      heading.textContent = facts.textContent = '';
      say(words.choose, false);
    },
    repaint,
  };
}

function wrongWords({ nan, infinite }: LoadedStatistics): string {
  return fillIn(words.wrongValues, { nan: thousands(nan), infinite: thousands(infinite) });
}

/** As for loaded weights beside initial ones: half of the range gets the full colour, since most values are near 0. */
function coloursOf(statistics: LoadedStatistics, isMean: boolean): { readonly centre: number; readonly reach: number } {
  const { min, max } = statistics;
  if (isMean && max > min) return { centre: (min + max) / 2, reach: (max - min) / 2 };
  const { from, to } = withMargin(rangeOfLoaded(statistics));
  return { centre: 0, reach: 0.5 * Math.max(Math.abs(from), Math.abs(to)) };
}
