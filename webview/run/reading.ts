/** What is said of the ridge under the mouse, and of the same layer in the other nets. */
import { fillIn } from '#core/messages/fill-in';
import type { Ridge, RunNet } from '#protocol/run';
import { make } from '../page';
import { digits } from './rows';
import type { RidgeRow } from './rows-of-ridges';
import { words } from './words';

export function readingOf(
  { name, type, top, cells, findings }: RidgeRow,
  nets: readonly { readonly net: RunNet }[],
  net: number,
): readonly HTMLElement[] {
  const title = fillIn(top === '' ? words.rowTitle : words.rowTitleTop, { name, type, top });
  const cell = cells[net];
  const label = words[nets[net]?.net ?? 'asIs'];
  const others = nets.flatMap(({ net: other }, i) => {
    const std = cells[i]?.std;
    return i === net || std === undefined ? [] : [fillIn(words.stdIn, { std: digits(std), net: words[other] })];
  });
  return [
    make('strong', {}, title),
    make(
      'span',
      {},
      cell ? fillIn(words.figures, { ...figuresOf(cell), net: label }) : fillIn(words.notRun, { net: label }),
    ),
    ...(others.length > 0 ? [make('span', { class: 'quiet' }, others.join('; '))] : []),
    ...findings.map(({ text, isSerious }) => make('span', { class: isSerious ? 'finding' : 'quiet' }, text)),
  ];
}

function figuresOf({
  mean,
  std,
  min,
  max,
  zeros,
  n,
}: Ridge): Readonly<Record<'mean' | 'std' | 'min' | 'max' | 'zeros', string>> {
  const shareOfZeros = n === 0 ? 0 : (100 * zeros) / n;
  return {
    mean: digits(mean),
    std: digits(std),
    min: digits(min),
    max: digits(max),
    zeros: digits(Number(shareOfZeros.toPrecision(3))),
  };
}
