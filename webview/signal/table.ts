/** The forecast as a table, with one row per layer. */
import { fillIn } from '#core/messages/fill-in';
import type { SignalAnswer, SignalScenario } from '#protocol/signal';
import { button, make } from '../page';
import { digits, ratio } from './format';
import { words } from './words';

export function tableOf(
  answer: SignalAnswer,
  cursor: number | undefined,
  reveal: (layer: number) => void,
): HTMLElement {
  const { measured } = answer;
  const shown = answer.scenarios.find(({ name }) => name === answer.main);
  const titles = [
    words.layer,
    words.type,
    words.meanOf,
    words.secondMoment,
    ...(measured ? [words.measuredMoment] : []),
    words.keepsForward,
    words.gradient,
    ...(measured ? [words.measuredGradient] : []),
    words.keepsBack,
  ];
  const rows = answer.layers.map(({ name, type }, i) =>
    make(
      'tr',
      { class: i === cursor ? 'current' : undefined, 'aria-current': i === cursor ? 'true' : undefined },
      make(
        'th',
        { scope: 'row' },
        button(name === '' ? '–' : name, { class: 'link', title: fillIn(words.layerTitle, { name, type }) }, () =>
          reveal(i),
        ),
      ),
      make('td', { class: 'type' }, type),
      ...(shown ? cellsOf(answer, shown, i) : []).map((cell) => make('td', {}, cell)),
    ),
  );
  return make(
    'table',
    { class: 'facts', 'aria-label': words.tableLabel },
    make('thead', {}, make('tr', {}, ...titles.map((title) => make('th', { scope: 'col' }, title)))),
    make('tbody', {}, ...rows),
  );
}

function cellsOf(
  { layers, source, measured }: SignalAnswer,
  { mean, forward, back }: SignalScenario,
  i: number,
): readonly string[] {
  const maker = layers[i]?.from[0];
  const before = maker === undefined ? undefined : { forward: forward[maker], back: back[maker] };
  const own = measured?.forward[i];
  return [
    digits(mean[i]),
    digits(forward[i]),
    ...(measured ? [digits(typeof own === 'number' ? own * source.secondMoment : null)] : []),
    digits(ratio(forward[i], before?.forward)),
    digits(back[i]),
    ...(measured ? [digits(measured.back[i])] : []),
    digits(ratio(before?.back, back[i])),
  ];
}
