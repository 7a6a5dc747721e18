/** What is known of a blob before drawing, and whether the values are exactly Caffe's. */
import { thousands } from '#core/cost/format';
import { shown } from '#core/messages/shown';
import { fillIn } from '#core/messages/fill-in';
import { count } from '#core/net/shape';
import { drawsRandomly } from '#core/weights/fill';
import type { BlobView } from '#core/weights/view';
import type { PairingView } from '#protocol/weights';
import { button, make } from '../page';
import type { Chosen } from '#protocol/weights-choice';
import { formatShape } from '../values/format';
import { words } from './words';

export interface Summary {
  readonly element: HTMLElement;
  readonly show: (chosen: Chosen, state: string, seed: number, pairing: PairingView | undefined) => void;
  /** The layer after which Caffe's exact values are unknown; undefined if all are known. */
  readonly unsure: (layer: string | undefined) => void;
}

export function summary(reveal: () => void, pair: () => void): Summary {
  const name = button('', { class: 'title', title: words.revealLayer }, reveal);
  const type = make('span', { class: 'quiet' });
  const badge = make('span', { class: 'badge', title: words.stateLong });
  const facts = make('dl', { class: 'blob' });
  const origin = make('p', { class: 'origin' });
  const paired = make('span');
  const file = button(words.pair, { class: 'link', title: words.pairLong }, pair);
  const pairing = make('p', { class: 'pairing' }, paired, file);
  const element = make(
    'section',
    { class: 'summary' },
    make('div', { class: 'heading' }, make('h1', {}, name, type), badge),
    facts,
    origin,
    pairing,
  );
  let seedShown = 0;
  let draws = false;
  return {
    element,
    show: ({ index, layer, blob }, state, seed, model) => {
      badge.textContent = shown(state);
      const said = model?.layers[index];
      paired.textContent = [model?.problem ?? said?.sentence, model?.ignored]
        .filter((sentence) => sentence !== undefined)
        .join(' ');
      paired.hidden = paired.textContent === '';
      paired.className = model?.problem !== undefined || said?.stops ? 'stops' : 'quiet';
      file.textContent = model ? words.pairAnother : words.pair;
      name.textContent = layer.name === '' ? words.noName : shown(layer.name);
      type.textContent = shown(layer.type);
      facts.replaceChildren(
        ...factsOf(blob).map(([term, text, hint]) =>
          make('div', { title: hint }, make('dt', { class: hint && 'explained' }, term), make('dd', {}, text)),
        ),
      );
      seedShown = seed;
      draws = blob.distribution !== undefined && drawsRandomly(blob.distribution);
      origin.className = 'origin sure';
      origin.title = draws ? fillIn(words.exactLong, { seed }) : '';
      origin.textContent = draws
        ? fillIn(said?.isLoaded ? words.exactInitial : words.exact, { seed })
        : words.sameForAll;
      origin.hidden = blob.distribution === undefined;
      if (blob.missingField !== undefined)
        origin.append(` ${fillIn(words.defaultFiller, { field: blob.missingField })}`);
      if (blob.sharedWith !== undefined) origin.append(` ${fillIn(words.shared, { layer: blob.sharedWith })}`);
    },
    unsure: (layer) => {
      if (!draws) return;
      origin.className = layer === undefined ? 'origin sure' : 'origin unsure';
      origin.title = fillIn(layer === undefined ? words.exactLong : words.unsureLong, {
        seed: seedShown,
        layer: layer ?? '',
      });
      if (layer !== undefined) origin.textContent = `${words.unsure} ${fillIn(words.unsureLong, { layer })}`;
    },
  };
}

/** The origin of values that do not come from a filler. */
export function originOf(distribution: BlobView['distribution']): string {
  return distribution?.kind === 'written' ? words.writtenInFile : words.setByLayer;
}

/** Name, value, and an explanation if needed. */
type Fact = readonly [string, string, string?];

function factsOf({ shape, filler, fanIn, fanOut, formula, distribution }: BlobView): readonly Fact[] {
  const number = count(shape);
  const facts: Fact[] = [
    [
      words.filler,
      fillIn(formula === '' ? words.fillerAlone : words.fillerFormula, {
        filler: filler ?? originOf(distribution),
        formula,
      }),
    ],
    [words.shape, formatShape(shape)],
  ];
  if (number !== null) facts.push([words.values, thousands(number)]);
  // A vector has a fan_in and fan_out too, but they have no meaning.
  if ((shape?.length ?? 0) > 1 && fanIn !== null && fanOut !== null)
    facts.push([words.fanIn, thousands(fanIn), words.fanInLong], [words.fanOut, thousands(fanOut), words.fanOutLong]);
  return facts;
}
