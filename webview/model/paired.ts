/** How the file fits a net: which net, and how many layers Caffe loads, rejects and ignores. */
import { fillIn } from '#core/messages/fill-in';
import type { ModelNets, ModelPairing } from '#protocol/model';
import { button, make } from '../page';
import { fitCounts, type Row } from './rows';
import { words } from './words';

export interface PairedEvents {
  /** A URI. */
  readonly pair: (net: string) => void;
  readonly choose: () => void;
  readonly reveal: (line: number) => void;
}

export interface Paired {
  readonly element: HTMLElement;
  readonly show: (nets: ModelNets, rows: readonly Row[]) => void;
}

/** How many missing layers are named. */
const mostNamed = 12;

export function paired(on: PairedEvents): Paired {
  const select = make('select', { id: 'net' });
  const other = button(words.otherNet, { title: words.otherNetLong }, on.choose);
  const label = make('label', { for: 'net' }, words.net);
  const said = make('p', { class: 'said' });
  const missing = make('p', { class: 'said' });
  const element = make(
    'section',
    { class: 'paired' },
    make('div', { class: 'row' }, label, select, other, said),
    missing,
  );
  select.addEventListener('change', () => on.pair(select.value));
  return {
    element,
    show: ({ beside, paired: found, isRestricted }, rows) => {
      const nets = found && !beside.some(({ uri }) => uri === found.uri) ? [found, ...beside] : beside;
      select.replaceChildren(...nets.map(({ uri, name }) => make('option', { value: uri }, name)));
      if (found) select.value = found.uri;
      select.hidden = nets.length === 0;
      label.hidden = other.hidden = isRestricted;
      const parts = isRestricted ? [words.restricted] : found ? sentences(found, rows) : [words.noNet];
      said.replaceChildren(...parts.map((part) => (typeof part === 'string' ? make('span', {}, part) : part)));
      const absent = found?.missing ?? [];
      missing.hidden = absent.length === 0;
      missing.replaceChildren(
        fillIn(words.missing, { count: absent.length }),
        ...absent
          .slice(0, mostNamed)
          .flatMap(({ name, line }) => [
            button(name === '' ? words.noName : name, { class: 'link', title: words.goToNet }, () => on.reveal(line)),
            ' ',
          ]),
        absent.length > mostNamed ? fillIn(words.more, { count: absent.length - mostNamed }) : '',
      );
    },
  };
}

function sentences(found: ModelPairing, rows: readonly Row[]): readonly HTMLElement[] {
  if (found.state === '') return [make('span', {}, words.noLayers)];
  const counts = fitCounts(rows, found);
  return [
    make('span', { class: 'badge', title: words.stateLong }, found.state),
    ...(['loaded', 'wrong', 'unknown', 'ignored'] as const)
      .filter((kind) => counts[kind] > 0 || kind === 'loaded')
      .map((kind) => make('span', { class: kind }, fillIn(words[kind], { count: counts[kind] }))),
  ];
}
