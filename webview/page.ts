/** The page's connection to VS Code, and helpers to create elements. */
import { prose } from '#core/messages/shown';
import type { Numbered } from '#protocol/page';
import type { PageName, Pages } from '#protocol/pages';

interface Host<Name extends PageName> {
  readonly postMessage: (message: Pages[Name]['from']) => void;
  readonly getState: () => Pages[Name]['state'] | undefined;
  readonly setState: (state: Pages[Name]['state']) => void;
}

declare function acquireVsCodeApi(): unknown;

/** Connects to VS Code; may be called only once per page. */
export function host<Name extends PageName>(receive: (message: Pages[Name]['to']) => void): Host<Name> {
  // For measurements: the time before this mark is VS Code's own.
  performance.mark('prototxtLens.page');
  let received = 0;
  window.addEventListener('message', ({ data: { number, message } }: MessageEvent<Numbered<Pages[Name]['to']>>) => {
    if (number <= received) return;
    received = number;
    receive(message);
  });
  const made = acquireVsCodeApi() as Host<Name>;
  // The client then sends the messages that it has sent before the page was loaded.
  window.addEventListener('load', () => setTimeout(() => made.postMessage({ kind: 'ready', received })));
  return made;
}

/**
 * Starts the page's worker. Its script is inlined in the page, since a page may only start workers from its own origin or a
 * blob.
 */
export function startWorker(): Worker {
  const url = URL.createObjectURL(
    new Blob([document.getElementById('worker')?.textContent ?? ''], { type: 'text/javascript' }),
  );
  const worker = new Worker(url);
  URL.revokeObjectURL(url);
  return worker;
}

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;
type Child = Node | string;

/** Attributes that a person reads; some others are keys. */
const readAttributes: ReadonlySet<string> = new Set(['title', 'aria-label', 'aria-description', 'placeholder']);

/** Creates an element. Attributes with `true` have no value; those with `false` or undefined are omitted. Texts are cut: see `prose`. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    const text = value === true ? '' : String(value);
    element.setAttribute(name, readAttributes.has(name) ? prose(text) : text);
  }
  element.append(...children.map((child) => (typeof child === 'string' ? prose(child) : child)));
  return element;
}

/** A button with a short text or symbol; a symbol needs a title in `attributes`. */
export function button(face: Child, attributes: Attributes, press: () => void): HTMLButtonElement {
  const made = make('button', { type: 'button', ...attributes }, face);
  made.addEventListener('click', press);
  return made;
}

/** Set while something is drawn that does not belong to the editor. */
let colours: Readonly<Record<string, string>> | undefined;

/** Draws with these colours instead of those of the theme, which are named in the same way. */
export function withColours<Drawn>(instead: Readonly<Record<string, string>>, draw: () => Drawn): Drawn {
  colours = instead;
  try {
    return draw();
  } finally {
    colours = undefined;
  }
}

/** The value of a theme colour, for drawing on a canvas. */
export function themeColour(name: string, fallback: string): string {
  if (colours) return colours[name] ?? fallback;
  const value = getComputedStyle(document.body).getPropertyValue(`--vscode-${name}`).trim();
  return value === '' ? fallback : value;
}

/** Calls back when the user switches the theme. */
export function onThemeChange(changed: () => void): void {
  new MutationObserver(changed).observe(document.body, {
    attributes: true,
    attributeFilter: ['class', 'data-vscode-theme-id'],
  });
}

/** Calls back when the element's width has changed, after its layout. */
export function onResize(element: HTMLElement, changed: () => void): void {
  let width = 0;
  new ResizeObserver(([entry]) => {
    const now = Math.round(entry?.contentRect.width ?? 0);
    if (now === width) return;
    const first = width === 0;
    width = now;
    if (!first) changed();
  }).observe(element);
}
