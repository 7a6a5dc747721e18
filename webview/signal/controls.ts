/** The controls at the top: the input, which lines are shown, chart or table, and exports. */
import { fillIn } from '#core/messages/fill-in';
import type { SourceChoice } from '#core/signal/source';
import { button, make } from '../page';
import { svg } from '../svg';
import { digits } from './format';
import type { Line, LineName } from './lines';
import type { SignalFile, SignalPageState } from '#protocol/signal';
import { words } from './words';

export interface ControlEvents {
  readonly input: (input: SourceChoice) => void;
  readonly line: (name: LineName, on: boolean) => void;
  readonly view: (view: SignalPageState['view']) => void;
  readonly save: (what: SignalFile) => void;
  /** Takes the current net as the baseline for later edits. */
  readonly keep: () => void;
  readonly onlyWeights: (on: boolean) => void;
}

export interface Controls {
  readonly element: HTMLElement;
  readonly show: (lines: readonly Line[], hidden: ReadonlySet<string>, second: number, onlyWeights: boolean) => void;
}

const kinds = ['standard', 'transform', 'typed'] as const;
const files: readonly SignalFile[] = ['png', 'svg', 'csv'];

export function controls(
  on: ControlEvents,
  start: { readonly input: SourceChoice; readonly view: SignalPageState['view'] },
): Controls {
  const names = { standard: words.inputStandard, transform: words.inputTransform, typed: words.inputTyped };
  const input = make(
    'select',
    { id: 'input', title: words.inputLong },
    ...kinds.map((kind) => make('option', { value: kind }, names[kind])),
  );
  const mean = make('input', { type: 'number', step: 'any', value: 0, 'aria-label': words.mean, title: words.mean });
  const std = make('input', {
    type: 'number',
    step: 'any',
    min: 0,
    value: 1,
    'aria-label': words.std,
    title: words.std,
  });
  const now = make('span', { class: 'quiet' });
  const legend = make('div', { class: 'legend', role: 'group', 'aria-label': words.lines });
  const views = make(
    'div',
    { class: 'roles', role: 'radiogroup', 'aria-label': words.view },
    ...(['chart', 'table'] as const).map((view) => {
      const choice = make('input', { type: 'radio', name: 'view', value: view, checked: view === start.view });
      choice.addEventListener('change', () => on.view(view));
      return make('label', {}, choice, make('span', {}, words[view]));
    }),
  );
  const saves = make(
    'div',
    { class: 'saves row' },
    make('span', { class: 'quiet' }, words.save),
    ...files.map((what) =>
      button(what.toUpperCase(), { 'aria-label': `${words.save} ${what.toUpperCase()}` }, () => on.save(what)),
    ),
  );
  const keep = button(words.keep, { class: 'link', title: words.keepLong }, () => on.keep());

  const only = make('input', { type: 'checkbox' });
  only.addEventListener('change', () => on.onlyWeights(only.checked));

  const chosen = (): SourceChoice => {
    const kind = kinds[input.selectedIndex] ?? 'standard';
    if (kind !== 'typed') return { kind };
    return { kind, mean: Number(mean.value) || 0, std: Math.abs(Number(std.value)) || 0 };
  };
  const changed = (): void => {
    mean.hidden = std.hidden = chosen().kind !== 'typed';
    on.input(chosen());
  };
  input.selectedIndex = kinds.indexOf(start.input.kind);
  if (start.input.kind === 'typed') [mean.value, std.value] = [String(start.input.mean), String(start.input.std)];
  mean.hidden = std.hidden = start.input.kind !== 'typed';
  for (const control of [input, mean, std]) control.addEventListener('change', changed);

  return {
    element: make(
      'header',
      { class: 'top' },
      make('div', { class: 'row' }, make('label', { for: 'input' }, words.input), input, mean, std, now),
      make('div', { class: 'row' }, views, make('label', { title: words.onlyWeightsLong }, only, words.onlyWeights)),
      saves,
      make('div', { class: 'row wide' }, legend, keep),
    ),
    show: (lines, hidden, second, onlyWeights) => {
      only.checked = onlyWeights;
      now.textContent = second === 1 ? '' : fillIn(words.inputNow, { second: digits(second) });
      // Rebuilt only if the lines changed, to keep the focus.
      if (
        [...legend.querySelectorAll('input')].map(({ value }) => value).join() !== lines.map(({ name }) => name).join()
      )
        legend.replaceChildren(...lines.map((line) => entry(line, on)));
      legend.querySelectorAll('input').forEach((box) => (box.checked = !hidden.has(box.value)));
      legend.querySelectorAll('path').forEach((sample, i) => sample.setAttribute('stroke', lines[i]?.colour ?? ''));
    },
  };
}

function entry({ name, label, colour, dash, width }: Line, on: ControlEvents): HTMLElement {
  const box = make('input', { type: 'checkbox', value: name });
  box.addEventListener('change', () => on.line(name, box.checked));
  const path = svg('path', {
    d: 'M0 5H30',
    stroke: colour,
    'stroke-width': width,
    'stroke-dasharray': dash === '' ? 'none' : dash,
  });
  return make('label', {}, box, svg('svg', { width: 30, height: 10, 'aria-hidden': 'true' }, path), label);
}
