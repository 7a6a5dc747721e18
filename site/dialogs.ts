/** Questions and messages to the person, above the page. */
import { fillIn } from '#core/messages/fill-in';
import { button, make } from '#webview/page';
import { words } from './words';

/** Asks for a line of text; undefined if the person cancelled. */
export function ask(prompt: string, example: string, isValid: (text: string) => boolean): Promise<string | undefined> {
  const input = make('input', { type: 'text', value: example, 'aria-label': prompt });
  const hint = make('p', { class: 'quiet' }, fillIn(words.forExample, { example }));
  hint.hidden = true;
  return dialog<string>(prompt, (close) => {
    const accept = (): void => {
      hint.hidden = isValid(input.value.trim());
      if (hint.hidden) close(input.value.trim());
    };
    input.addEventListener('keydown', ({ key }) => {
      if (key === 'Enter') accept();
    });
    return [input, hint, make('div', { class: 'row' }, button(words.ok, { class: 'primary' }, accept))];
  });
}

export interface Choice<Value> {
  readonly label: string;
  readonly value: Value;
}

/** Undefined if the person cancelled. */
export function choose<Value>(prompt: string, choices: readonly Choice<Value>[]): Promise<Value | undefined> {
  return dialog<Value>(prompt, (close) => [
    make('div', { class: 'choices' }, ...choices.map(({ label, value }) => button(label, {}, () => close(value)))),
  ]);
}

function dialog<Value>(
  title: string,
  contents: (close: (value: Value) => void) => readonly HTMLElement[],
): Promise<Value | undefined> {
  return new Promise((resolve) => {
    let result: Value | undefined;
    const element = make('dialog', { 'aria-label': title });
    const cancel = button(words.cancel, { class: 'cancel' }, () => element.close());
    element.append(
      make('h2', {}, title),
      ...contents((value) => {
        result = value;
        element.close();
      }),
      cancel,
    );
    element.addEventListener('close', () => {
      element.remove();
      resolve(result);
    });
    document.body.append(element);
    element.showModal();
  });
}

/** In ms. */
const shownFor = 8000;

/** Shows a message for some seconds, or until it is closed; another message replaces it. */
export function say(message: string, way?: { readonly label: string; readonly take: () => void }): void {
  document.querySelector('.notice')?.remove();
  const close = (): void => notice.remove();
  const take = way && button(way.label, { class: 'primary' }, () => (close(), way.take()));
  const notice = make(
    'div',
    { class: 'notice', role: 'status' },
    make('p', {}, message),
    ...(take ? [take] : []),
    button('×', { class: 'sign', title: words.close }, close),
  );
  document.body.append(notice);
  setTimeout(close, shownFor);
}
