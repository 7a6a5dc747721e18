/** The controls at the top: what to run, and how to show it. */
import { fillIn } from '#core/messages/fill-in';
import { whatIfs, type WhatIf } from '#core/onnx/what-if';
import type { InputChoice, RunChoice, RunFile, RunShown } from '#protocol/run';
import { button, make } from '../page';
import type { Heights, Values } from './densities';
import { words } from './words';

export interface ControlEvents {
  readonly start: () => void;
  readonly cancel: () => void;
  readonly chooseInput: () => void;
  readonly changed: () => void;
  readonly save: (what: RunFile) => void;
  readonly copy: () => void;
}

export interface Controls {
  readonly element: HTMLElement;
  /** What the person chose. */
  readonly choice: () => RunChoice;
  readonly shown: () => RunShown;
  readonly takeInput: (input: InputChoice) => void;
  /** `progress`: of the run that goes on; undefined where none does. */
  readonly update: (now: {
    readonly progress: number | undefined;
    readonly seed: number | undefined;
    readonly hasRun: boolean;
    /** What `undefined` means. */
    readonly suited: { readonly values: Values; readonly heights: Heights };
    readonly onlyWeights: boolean;
    /** Gradients can be shown. */
    readonly hasBack: boolean;
  }) => void;
  readonly say: (sentence: string) => void;
  /** Another net comes: what was chosen for the values of the last one need not suit its own. */
  readonly forget: () => void;
}

const files: readonly RunFile[] = ['png', 'svg', 'csv'];

export function controls(
  on: ControlEvents,
  kept: { readonly choice: RunChoice; readonly shown: RunShown } | undefined,
): Controls {
  const asked = askedControls(on, kept?.choice);
  let weightsChosen = kept?.shown.onlyWeights;
  let valuesChosen = kept?.shown.values;
  let heightsChosen = kept?.shown.heights;
  const {
    view,
    of,
    values,
    heights,
    onlyWeights,
    element: showing,
  } = shownControls(on, kept?.shown, () => {
    // What suits activations need not suit gradients.
    [valuesChosen, heightsChosen] = [undefined, undefined];
    on.changed();
  });
  const run = button(words.run, { class: 'primary' }, on.start);
  const bar = make('progress', { max: 1, 'aria-label': words.title });
  const share = make('span', { class: 'quiet', role: 'status' });
  const progressing = make('div', { class: 'row' }, bar, button(words.cancel, {}, on.cancel), share);
  const told = make('span', { class: 'quiet', role: 'status' });
  onlyWeights.addEventListener('change', () => {
    weightsChosen = onlyWeights.checked;
    on.changed();
  });
  values.addEventListener('change', () => {
    valuesChosen = values.value === 'log' ? 'log' : 'linear';
    on.changed();
  });
  heights.addEventListener('change', () => {
    heightsChosen = (['common', 'log', 'own'] as const).find((each) => each === heights.value);
    on.changed();
  });
  showing.append(savesOf(on), told);
  return {
    element: make(
      'header',
      { class: 'top' },
      make('div', { class: 'row' }, ...asked.elements, run, progressing),
      asked.others,
      showing,
    ),
    choice: asked.choice,
    shown: () => ({
      view: view(),
      of: of.chosen(),
      values: valuesChosen,
      heights: heightsChosen,
      onlyWeights: weightsChosen,
    }),
    takeInput: asked.takeInput,
    update: ({ progress, seed, hasRun, suited, onlyWeights: only, hasBack }) => {
      asked.seed.placeholder = String(seed ?? '');
      run.disabled = progress !== undefined;
      progressing.hidden = progress === undefined;
      bar.value = progress ?? 0;
      share.textContent = fillIn(words.running, { percent: Math.round(100 * (progress ?? 0)) });
      showing.hidden = !hasRun;
      values.value = valuesChosen ?? suited.values;
      heights.value = heightsChosen ?? suited.heights;
      onlyWeights.checked = weightsChosen ?? only;
      for (const control of showing.querySelectorAll('.of-ridges'))
        (control as HTMLElement).hidden = view() === 'table';
      of.element.hidden = !hasBack;
    },
    forget: () => ([valuesChosen, heightsChosen, weightsChosen] = [undefined, undefined, undefined]),
    say: (sentence) => {
      told.textContent = sentence;
      setTimeout(() => (told.textContent = ''), 2000);
    },
  };
}

/** What to run. */
function askedControls(on: ControlEvents, kept: RunChoice | undefined) {
  const seed = make('input', { type: 'number', min: 0, step: 1, title: words.seedLong });
  const batch = make('input', {
    type: 'number',
    min: 1,
    step: 1,
    title: words.batchLong,
    placeholder: words.asWritten,
  });
  const input = make('select', { title: words.inputLong });
  let given = kept?.input ?? null;
  const showInput = (): void => {
    const names = [words.inputNoise, ...(given ? [given.name] : []), words.inputFile];
    input.replaceChildren(
      ...names.map((name, i) => make('option', { value: i === names.length - 1 ? 'file' : i }, name)),
    );
    input.selectedIndex = given ? 1 : 0;
  };
  showInput();
  input.addEventListener('change', () => {
    if (input.value === 'file') {
      showInput();
      return on.chooseInput();
    }
    if (input.selectedIndex === 0) given = null;
    showInput();
    on.changed();
  });
  for (const [control, value] of [
    [seed, kept?.seed],
    [batch, kept?.batch],
  ] as const) {
    control.value = String(value ?? '');
    control.addEventListener('change', on.changed);
    control.addEventListener('keydown', ({ key }) => {
      if (key === 'Enter') on.start();
    });
  }
  const boxes = whatIfs.map((name) => {
    const box = make('input', { type: 'checkbox', value: name, checked: kept?.whatIfs.includes(name) === true });
    box.addEventListener('change', on.changed);
    return { name, box, label: make('label', { title: words[`${name}Long`] }, box, words[name]) };
  });
  const chosen = (): readonly WhatIf[] => boxes.filter(({ box }) => box.checked).map(({ name }) => name);
  const whole = ({ value }: HTMLInputElement, least: number): number | null => {
    const number = Number(value);
    return value !== '' && Number.isInteger(number) && number >= least ? number : null;
  };
  return {
    seed,
    elements: [
      make('label', { class: 'row' }, words.seed, seed),
      make('label', { class: 'row' }, words.batch, batch),
      make('label', { class: 'row' }, words.input, input),
    ],
    others: make(
      'div',
      { class: 'row wide', role: 'group', 'aria-label': words.beside },
      make('span', { class: 'quiet', title: words.besideLong }, words.beside),
      ...boxes.map(({ label }) => label),
    ),
    choice: (): RunChoice => ({ seed: whole(seed, 0), batch: whole(batch, 1), whatIfs: chosen(), input: given }),
    takeInput: (file: InputChoice): void => {
      given = file;
      showInput();
    },
  };
}

/** How to show it. */
function shownControls(on: ControlEvents, kept: RunShown | undefined, ofChanged: () => void) {
  const view = tabs(
    words.view,
    [
      ['ridges', words.ridges],
      ['table', words.table],
    ],
    kept?.view ?? 'ridges',
    on.changed,
  );
  const of = tabs(
    words.of,
    [
      ['activations', words.activations],
      ['gradients', words.gradients],
      ['weights', words.weights],
    ],
    kept?.of ?? 'activations',
    ofChanged,
  );
  const values = selectOf({ linear: words.valuesLinear, log: words.valuesLog }, kept?.values ?? 'linear');
  const heights = selectOf(
    { common: words.heightsCommon, log: words.heightsLog, own: words.heightsOwn },
    kept?.heights ?? 'common',
  );
  const onlyWeights = make('input', { type: 'checkbox' });
  const element = make(
    'div',
    { class: 'row wide showing' },
    view.element,
    of.element,
    make('label', { class: 'row of-ridges' }, words.values, values),
    make('label', { class: 'row of-ridges', title: words.heightsLong }, words.heights, heights),
    make('label', { class: 'of-ridges', title: words.onlyWeightsLong }, onlyWeights, words.onlyWeights),
  );
  return {
    element,
    values,
    heights,
    onlyWeights,
    view: view.chosen,
    of,
  };
}

interface Tabs<Name extends string> {
  readonly element: HTMLElement;
  readonly chosen: () => Name;
}

function tabs<Name extends string>(
  label: string,
  names: readonly (readonly [name: Name, text: string])[],
  first: Name,
  changed: () => void,
): Tabs<Name> {
  let chosen = first;
  const element = make(
    'div',
    { class: 'roles', role: 'radiogroup', 'aria-label': label },
    ...names.map(([name, text]) => {
      const choice = make('input', { type: 'radio', name: label, value: name, checked: name === first });
      choice.addEventListener('change', () => {
        chosen = name;
        changed();
      });
      return make('label', {}, choice, make('span', {}, text));
    }),
  );
  return { element, chosen: () => chosen };
}

function selectOf(options: Readonly<Record<string, string>>, chosen: string): HTMLSelectElement {
  const element = make(
    'select',
    {},
    ...Object.entries(options).map(([value, name]) => make('option', { value }, name)),
  );
  element.value = chosen;
  return element;
}

function savesOf(on: ControlEvents): HTMLElement {
  return make(
    'div',
    { class: 'saves row' },
    make('span', { class: 'quiet' }, words.save),
    ...files.map((what) =>
      button(what.toUpperCase(), { 'aria-label': `${words.save} ${what.toUpperCase()}` }, () => on.save(what)),
    ),
    button(words.copyCsv, {}, on.copy),
  );
}
