/** The controls at the top: layer, blob, seed, and whether the page follows the cursor. */
import { fillIn } from '#core/messages/fill-in';
import type { WeightsAnswer } from '#protocol/weights';
import { button, make } from '../page';
import type { Chosen } from '#protocol/weights-choice';
import { titleOf } from './format';
import { words } from './words';

export interface HeaderEvents {
  readonly layer: (name: string) => void;
  readonly role: (role: string) => void;
  /** Undefined resets to the default seed. */
  readonly seed: (seed: number | undefined) => void;
  readonly follow: (on: boolean) => void;
  readonly export: () => void;
}

export interface Header {
  readonly element: HTMLElement;
  readonly show: (answer: WeightsAnswer, chosen: Chosen | undefined, seed: SeedInUse) => void;
  readonly follow: (on: boolean) => void;
}

export interface SeedInUse {
  readonly value: number;
  /** The default seed. */
  readonly usual: number;
  readonly solver: string | undefined;
}

const largestSeed = 0xffffffff;

export function header(on: HeaderEvents): Header {
  const layers = make('select', { 'aria-label': words.layer });
  const step = (by: number): void => {
    layers.selectedIndex = Math.max(0, Math.min(layers.options.length - 1, layers.selectedIndex + by));
    on.layer(layers.value);
  };
  const back = button('‹', { class: 'sign', title: words.previousLayer, 'aria-label': words.previousLayer }, () =>
    step(-1),
  );
  const forth = button('›', { class: 'sign', title: words.nextLayer, 'aria-label': words.nextLayer }, () => step(1));
  const roles = make('div', { class: 'roles', role: 'radiogroup', 'aria-label': words.blobs });
  const follow = make('input', { type: 'checkbox', id: 'follow' });
  const seed = make('input', { type: 'number', id: 'seed', min: 0, max: largestSeed, step: 1, title: words.seedLong });
  const origin = make('span', { class: 'quiet' });
  const reset = button('', { class: 'link' }, () => on.seed(undefined));
  const roll = button(words.reroll, { title: words.rerollLong }, () =>
    on.seed(Math.floor(Math.random() * (largestSeed + 1))),
  );
  const save = button(words.export, { class: 'export', title: words.exportLong }, () => on.export());
  const element = make(
    'header',
    { class: 'top' },
    make(
      'div',
      { class: 'row' },
      make('div', { class: 'steps' }, back, layers, forth),
      roles,
      make('label', { class: 'check', title: words.followLong }, follow, words.follow),
    ),
    make('div', { class: 'row' }, make('label', { for: 'seed' }, words.seed), seed, roll, reset, origin, save),
  );
  let shownLayers = '';

  layers.addEventListener('change', () => on.layer(layers.value));
  follow.addEventListener('change', () => on.follow(follow.checked));
  seed.addEventListener('change', () => {
    const typed = Number(seed.value);
    on.seed(seed.value !== '' && Number.isInteger(typed) && typed >= 0 && typed <= largestSeed ? typed : undefined);
  });

  return {
    element,
    follow: (checked) => (follow.checked = checked),
    show: (answer, chosen, { value, usual, solver }) => {
      // Rebuilding would close an open list while the user types in the editor.
      const key = JSON.stringify(answer.layers.map(titleOf));
      if (key !== shownLayers)
        layers.replaceChildren(...answer.layers.map((layer) => make('option', { value: layer.name }, titleOf(layer))));
      shownLayers = key;
      layers.selectedIndex = chosen?.index ?? -1;
      back.disabled = !chosen || chosen.index === 0;
      forth.disabled = !chosen || chosen.index === answer.layers.length - 1;
      showRoles(roles, chosen, on.role);
      if (document.activeElement !== seed || Number(seed.value) !== value) seed.value = String(value);
      reset.hidden = value === usual;
      reset.textContent = fillIn(words.resetSeed, { seed: usual });
      origin.hidden = value !== usual;
      origin.textContent = solver === undefined ? words.seedUsual : fillIn(words.seedOfSolver, { solver });
      save.disabled = !chosen;
    },
  };
}

/** Rebuilt only if the blobs changed, to keep the focus. */
function showRoles(place: HTMLElement, chosen: Chosen | undefined, choose: (role: string) => void): void {
  const names = chosen?.layer.blobs.map(({ role }) => role) ?? [];
  const shown = [...place.querySelectorAll('input')];
  if (names.join() !== shown.map(({ value }) => value).join()) {
    place.replaceChildren(
      ...names.map((name) => {
        const input = make('input', { type: 'radio', name: 'role', value: name });
        input.addEventListener('change', () => choose(name));
        return make('label', {}, input, make('span', {}, name));
      }),
    );
  }
  for (const input of place.querySelectorAll('input')) input.checked = input.value === chosen?.blob.role;
}
