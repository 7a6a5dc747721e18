/** The choice of another filler to compare with, and the button that writes it to the text. */
import { fillIn } from '#core/messages/fill-in';
import { spellChoice, type FillerChoice } from '#core/weights/alternatives';
import type { AlternativeView } from '#protocol/weights';
import { button, make } from '../page';
import { choiceLabel, choiceName } from './format';
import { words } from './words';

export interface Comparison {
  readonly element: HTMLElement;
  /**
   * Offers alternatives for a blob; the current choice is kept if it is among them. An empty list if no filler can be written.
   */
  readonly offer: (blob: number, list: readonly AlternativeView[]) => void;
  /** Undefined if none is chosen, or the choice belongs to another blob. */
  readonly chosen: (blob: number) => AlternativeView | undefined;
}

export function comparison(changed: () => void, write: (choice: FillerChoice) => void): Comparison {
  const select = make('select', { id: 'other' });
  const writeButton = button(words.write, { class: 'primary' }, () => {
    const choice = selected()?.choice;
    if (choice) write(choice);
  });
  const close = button(
    '×',
    { class: 'sign', title: words.closeComparison, 'aria-label': words.closeComparison },
    () => {
      select.value = '';
      update();
    },
  );
  const element = make(
    'section',
    { class: 'comparison' },
    make('label', { for: 'other' }, words.whatIf),
    select,
    writeButton,
    close,
  );
  let offered: readonly AlternativeView[] = [];
  let offeredFor = -1;
  const selected = (): AlternativeView | undefined =>
    offered.find(({ choice }) => spellChoice(choice) === select.value);
  const update = (): void => {
    showButtons();
    changed();
  };
  const showButtons = (): void => {
    const view = selected();
    writeButton.hidden = close.hidden = view === undefined;
    writeButton.title = view ? fillIn(words.writeLong, { choice: choiceName(view) }) : '';
  };
  select.addEventListener('change', update);
  return {
    element,
    chosen: (blob) => (blob === offeredFor ? selected() : undefined),
    offer: (blob, list) => {
      const kept = select.value;
      const none = make('option', { value: '' }, words.compare);
      select.replaceChildren(
        none,
        ...list.map((view) => make('option', { value: spellChoice(view.choice) }, choiceLabel(view))),
      );
      offered = list;
      offeredFor = blob;
      select.value = list.some(({ choice }) => spellChoice(choice) === kept) ? kept : '';
      element.hidden = list.length === 0;
      showButtons();
    },
  };
}
