/** The tabs: which panel is beside the text, or on a narrow screen whether the text or a panel is shown. */
import type { PageName } from '#protocol/pages';
import { button, make } from '#webview/page';
import { choiceOf, keepChoice } from './storage';
import { words } from './words';

/** Pages that show a net; weights files are not opened here. */
type Panel = Exclude<PageName, 'model'>;
type View = 'text' | Panel;

export interface Views {
  readonly element: HTMLElement;
  readonly show: (view: View) => void;
  readonly panel: () => Panel;
}

/** A screen for one view at a time: a phone, mostly for reading. */
export const narrow = matchMedia('(max-width: 760px)');

const views: readonly View[] = ['text', 'net', 'weights', 'signal', 'run'];

/** `changed` hears which panel is shown; `body` has the view as `data-view`, by which the style sheet shows the text. */
export function createViews(changed: (panel: Panel) => void): Views {
  let panel: Panel = 'net';
  let view: View = 'net';
  const tabs = views.map((each) =>
    button(words[each], { role: 'tab', id: `tab-${each}`, 'aria-controls': `view-${each}` }, () => show(each)),
  );
  const element = make('nav', { class: 'views', role: 'tablist', 'aria-label': words.views }, ...tabs);

  function show(next: View): void {
    view = next;
    if (next !== 'text') panel = next;
    update();
    changed(panel);
  }

  /** On a wide screen the text is always there, beside the panel. */
  function update(): void {
    document.body.dataset['view'] = view;
    const selected = narrow.matches ? view : panel;
    views.forEach((each, i) => tabs[i]?.setAttribute('aria-selected', String(each === selected)));
  }

  narrow.addEventListener('change', update);
  element.addEventListener('keydown', ({ key }) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
    const at = tabs.findIndex((tab) => tab === document.activeElement);
    if (step === undefined || at < 0) return;
    const seen = tabs.filter(({ offsetParent }) => offsetParent !== null);
    const tab = tabs[at];
    seen.at((seen.findIndex((each) => each === tab) + step) % seen.length)?.focus();
  });
  return { element, show, panel: () => panel };
}

/** Of the width of the page. */
const [least, most] = [0.2, 0.75];

/** The line between the text and the panels, which can be dragged or moved by arrow keys. */
export function splitter(): HTMLElement {
  const element = make('div', {
    class: 'splitter',
    role: 'separator',
    tabindex: 0,
    'aria-orientation': 'vertical',
    'aria-label': words.resize,
  });
  let share = Number(choiceOf('split') ?? 0.44);
  const place = (next: number): void => {
    share = Math.min(most, Math.max(least, Number.isFinite(next) ? next : least));
    document.body.style.setProperty('--split', `${(100 * share).toFixed(2)}%`);
    element.setAttribute('aria-valuenow', String(Math.round(100 * share)));
  };
  const keep = (): void => keepChoice('split', share.toFixed(4));
  element.addEventListener('pointerdown', (event) => {
    element.setPointerCapture(event.pointerId);
    document.body.classList.add('resizing');
  });
  element.addEventListener('pointermove', ({ clientX, pointerId }) => {
    if (element.hasPointerCapture(pointerId)) place(clientX / window.innerWidth);
  });
  element.addEventListener('lostpointercapture', () => {
    document.body.classList.remove('resizing');
    keep();
  });
  element.addEventListener('keydown', ({ key }) => {
    const step = { ArrowRight: 0.02, ArrowLeft: -0.02 }[key];
    if (step === undefined) return;
    place(share + step);
    keep();
  });
  place(share);
  return element;
}
