/** The page's side of VS Code, and the few lines that make elements. */

interface Host<From, State> {
  readonly postMessage: (message: From) => void;
  readonly getState: () => State | undefined;
  readonly setState: (state: State) => void;
}

declare function acquireVsCodeApi(): unknown;

/** May be called once a page. */
export function host<To, From, State>(receive: (message: To) => void): Host<From, State> {
  window.addEventListener('message', ({ data }: MessageEvent<To>) => receive(data));
  return acquireVsCodeApi() as Host<From, State>;
}

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;
type Child = Node | string;

/** An element with attributes (`true` for a bare one, `false` and undefined for none) and children. */
export function make<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, attributes: Attributes = {}, ...children: readonly Child[]): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children);
  return element;
}

/** The value of a colour of the theme, for what is drawn on a canvas. */
export function themeColour(name: string, fallback: string): string {
  const value = getComputedStyle(document.body).getPropertyValue(`--vscode-${name}`).trim();
  return value === '' ? fallback : value;
}

/** Calls back when the person chooses another theme. */
export function onThemeChange(changed: () => void): void {
  new MutationObserver(changed).observe(document.body, { attributes: true, attributeFilter: ['class', 'data-vscode-theme-id'] });
}
