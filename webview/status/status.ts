/** What a page shows in place of figures, or above those that it has: what is missing, with buttons that provide it. */
import { fillIn } from '#core/messages/fill-in';
import type { Lack } from '#protocol/lacks';
import type { Lacks, FromAnyPage } from '#protocol/page';
import { button, make } from '../page';
import { markedParts } from './marked';
import { words } from './words';

export interface Status {
  readonly element: HTMLElement;
  readonly receive: (lacks: Lacks) => void;
  /**
   * `answer`: the page's content for a document; null if the server has none. Returns true where the page has something to show
   * for the document that was asked for last.
   */
  readonly show: (content: { readonly uri: string; readonly answer: unknown } | undefined) => boolean;
  /** Shown while figures of the same document are computed again. */
  readonly computing: () => void;
  /** Shows what else is missing, in place of the content. The hint is for nets that lack nothing else. */
  readonly say: (what: string, hint: string, ...buttons: readonly HTMLElement[]) => void;
}

export function status(post: (message: FromAnyPage) => void): Status {
  const element = make('section', { class: 'status', role: 'status' });
  let last: Lacks | undefined;

  /** `whole`: there is nothing else on the page. */
  function fill(place: 'whole' | 'above', ...children: readonly HTMLElement[]): void {
    element.hidden = children.length === 0;
    element.classList.toggle('empty', place === 'whole');
    element.replaceChildren(...children);
  }
  const wait = (what: string): void => fill('whole', make('p', { class: 'wait' }, what));

  wait(words.reading);
  return {
    element,
    receive: (lacks) => (last = lacks),
    show: (content) => {
      const lacks = last?.lacks ?? [];
      const shown = lacks.map((lack) => elementOf(lack, post));
      const isAll = lacks.some(({ kind }) => kind === 'net' || kind === 'layers');
      const isOfAnother = !content || (last && last.uri !== content.uri);
      if (isAll) fill('whole', ...shown);
      else if (isOfAnother) wait(last ? words.computing : words.reading);
      else if (content.answer === null) fill('whole', make('p', {}, words.notOpen), ...shown);
      else fill('above', ...shown);
      return !isAll && !isOfAnother && content.answer !== null;
    },
    computing: () => fill('above', make('p', { class: 'wait' }, words.computing)),
    say: (what, hint, ...buttons) => {
      const lacks = (last?.lacks ?? []).map((lack) => elementOf(lack, post));
      const own = [make('p', {}, what), ...(lacks.length > 0 ? [] : [make('p', { class: 'quiet' }, hint)])];
      fill('whole', ...own, ...(buttons.length > 0 ? [make('div', { class: 'row' }, ...buttons)] : []), ...lacks);
    },
  };
}

type Way = readonly [label: string, message: FromAnyPage];

function elementOf(lack: Lack, post: (message: FromAnyPage) => void): HTMLElement {
  const ways = waysOf(lack).map(([label, message]) => button(label, {}, () => post(message)));
  return make(
    'div',
    { class: 'lack', 'data-lack': lack.kind },
    make('p', {}, ...markedParts(sentenceOf(lack)).map(({ text, isCode }) => (isCode ? make('code', {}, text) : text))),
    make('div', { class: 'row' }, ...ways),
  );
}

function sentenceOf(lack: Lack): string {
  return lack.kind === 'net'
    ? words[lack.file]
    : fillIn(words[lack.kind], { ...lack, message: { said: 'message' in lack ? lack.message : '' } });
}

function waysOf(lack: Lack): readonly Way[] {
  switch (lack.kind) {
    case 'net':
      return [
        [words.newNet, { kind: 'remedy', remedy: { kind: 'new-net' } }],
        [words.openFile, { kind: 'remedy', remedy: { kind: 'open-file' } }],
      ];
    case 'layers':
      return [[words.chooseState, { kind: 'remedy', remedy: { kind: 'state' } }]];
    case 'records':
      return [
        ...lack.shapes.map((shape): Way => {
          const label = fillIn(words.setDatum, { shape: shape.replaceAll('x', '×') });
          return [label, { kind: 'remedy', remedy: { kind: 'datum', shape } }];
        }),
        [words.otherDatum, { kind: 'remedy', remedy: { kind: 'datum', shape: null } }],
      ];
    case 'type':
      return [[words.chooseSchema, { kind: 'remedy', remedy: { kind: 'schema' } }], shapeWay(lack), showWay(lack)];
    case 'shape':
      return [shapeWay(lack), showWay(lack)];
    case 'error':
      return [showWay(lack)];
  }
}

type OfLayer = Extract<Lack, { readonly line: number }>;

function shapeWay({ line }: OfLayer): Way {
  return [words.setShape, { kind: 'remedy', remedy: { kind: 'shape', line } }];
}

function showWay({ layer, line }: OfLayer): Way {
  return [fillIn(words.show, { layer }), { kind: 'reveal', line }];
}
