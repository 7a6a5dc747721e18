/** The chart of ridges in the page: what is under the mouse, keys, and the layer at the cursor. */
import { make } from '../page';
import { readingOf } from './reading';
import { cursorMarks, draw, lookedMark, type Drawing, type Shown } from './ridge-drawing';
import { moved, placeAt, type Place } from './ridge-layout';

export interface Chart {
  readonly element: HTMLElement;
  readonly draw: (shown: Shown) => void;
  /** Moves the mark of the layer at the cursor, and scrolls there. */
  readonly markCursor: (layer: number | undefined) => void;
  /** Another net comes. */
  readonly forget: () => void;
}

export function ridgeChart(reveal: (layer: number) => void): Chart {
  const place = make('div', { class: 'ridges' });
  const reading = make('div', { class: 'reading', 'aria-live': 'polite' });
  const element = make('section', { class: 'chart' }, place, reading);
  let shown: Shown | undefined;
  let drawing: Drawing | undefined;
  let looked: Place | undefined;

  const look = (next: Place | undefined): void => {
    looked = next;
    if (!shown || !drawing) return;
    drawing.above.replaceChildren(...(next ? [lookedMark(drawing.layout, next)] : []));
    const row = next && shown.rows[next.row];
    reading.replaceChildren(...(row ? readingOf(row, shown.nets, next.net) : []));
  };
  place.addEventListener('pointermove', (event) => look(at(event)));
  place.addEventListener('pointerleave', () => look(undefined));
  place.addEventListener('click', (event) => revealRow(at(event)));
  place.addEventListener('keydown', (event) => {
    if (!shown || shown.rows.length === 0) return;
    const next = moved(event.key, looked, shown.rows, shown.nets.length, shown.cursor);
    if (event.key === 'Enter') revealRow(looked);
    else if (!next) return;
    else look(next);
    event.preventDefault();
  });

  function revealRow(of: Place | undefined): void {
    const row = of && shown?.rows[of.row];
    if (row) reveal(row.layer);
  }

  function at({ clientX, clientY }: MouseEvent): Place | undefined {
    if (!shown || !drawing) return undefined;
    const { left, top } = drawing.picture.getBoundingClientRect();
    return placeAt(drawing.layout, shown.rows.length, shown.nets.length, clientX - left, clientY - top);
  }

  return {
    element,
    draw: (next) => {
      shown = next;
      const focused = place.contains(document.activeElement);
      drawing = draw(next, Math.max(320, place.clientWidth));
      place.replaceChildren(drawing.picture);
      if (focused) drawing.picture.focus();
      drawing.below.replaceChildren(...cursorMarks(next, drawing.layout));
      look(looked && looked.row < next.rows.length && looked.net < next.nets.length ? looked : undefined);
    },
    forget: () => look(undefined),
    markCursor: (layer) => {
      if (!shown || !drawing) return;
      shown = { ...shown, cursor: layer };
      drawing.below.replaceChildren(...cursorMarks(shown, drawing.layout));
      drawing.below.querySelector('rect')?.scrollIntoView({ block: 'nearest' });
    },
  };
}
