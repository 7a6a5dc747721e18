/** The top of the page: the product, what can be opened and shared, language and theme. */
import { button, make } from '#webview/page';
import { examples } from './examples';
import type { Net } from './links';
import { chosenTheme, languageInUse, languages, themes, type LanguageId, type Theme } from './look';
import { words } from './words';

export interface Wishes {
  readonly open: (net: Net) => void;
  readonly pick: () => void;
  readonly share: () => void;
  readonly save: () => void;
  readonly language: (language: LanguageId) => void;
  readonly theme: (theme: Theme) => void;
}

export interface Header {
  readonly element: HTMLElement;
  /** Opens the list of examples. */
  readonly focusExamples: () => void;
}

const namesOfLanguages: Readonly<Record<LanguageId, string>> = { en: 'English', 'zh-cn': '简体中文' };

export function header(wishes: Wishes): Header {
  const example = make(
    'select',
    { class: 'examples', title: words.examplesLong, 'aria-label': words.examples },
    make('option', { value: '' }, words.examples),
    ...examples.map(({ title }, i) => make('option', { value: i }, title)),
    make('option', { value: 'empty' }, words.emptyNet),
  );
  example.addEventListener('change', () => {
    const chosen = examples[Number(example.value)];
    wishes.open(example.value === 'empty' || !chosen ? { name: 'net.prototxt', text: '' } : chosen);
    // It is a menu: it keeps no choice.
    example.value = '';
  });
  const language = select(words.language, languages, namesOfLanguages, languageInUse(), wishes.language);
  const theme = select(words.theme, themes, words, chosenTheme(), wishes.theme);
  return {
    element: make(
      'header',
      { class: 'site' },
      make(
        'div',
        { class: 'brand' },
        make('img', { src: 'icon.png', alt: '', width: 22, height: 22 }),
        make('h1', {}, 'Prototxt Lens'),
        make('p', { class: 'quiet' }, words.about),
      ),
      make(
        'div',
        { class: 'row' },
        example,
        button(words.open, { title: words.openLong }, wishes.pick),
        button(words.save, { title: words.saveLong }, wishes.save),
        button(words.copyLink, { title: words.copyLinkLong, class: 'primary' }, wishes.share),
      ),
      make('div', { class: 'row choices-of-look' }, language, theme),
    ),
    focusExamples: () => example.focus(),
  };
}

function select<Id extends string>(
  label: string,
  ids: readonly Id[],
  names: Readonly<Record<Id, string>>,
  now: Id,
  chosen: (id: Id) => void,
): HTMLSelectElement {
  const element = make(
    'select',
    { title: label, 'aria-label': label },
    ...ids.map((id) => make('option', { value: id }, names[id])),
  );
  element.value = now;
  element.addEventListener('change', () => chosen(element.value as Id));
  return element;
}
