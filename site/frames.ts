/** The extension's pages in frames: messages in both directions, as VS Code passes them on. */
import type { Numbered } from '#protocol/page';
import type { PageName, Pages } from '#protocol/pages';
import { make } from '#webview/page';

export interface Frame<Name extends PageName> {
  readonly element: HTMLIFrameElement;
  /** Can be called at once: the page receives the message when it is ready. */
  readonly post: (message: Pages[Name]['to']) => void;
}

export function createFrame<Name extends PageName>(
  name: Name,
  title: string,
  receive: (message: Pages[Name]['from']) => void,
): Frame<Name> {
  const element = make('iframe', { src: `${name}.html`, title, name, id: `view-${name}`, role: 'tabpanel' });
  let last = 0;
  /** Messages until the page reports what it has received. */
  let pending: readonly Numbered<Pages[Name]['to']>[] | undefined = [];
  const send = (numbered: Numbered<Pages[Name]['to']>): void =>
    element.contentWindow?.postMessage(numbered, location.origin);
  window.addEventListener(
    'message',
    ({ source, origin, data }: MessageEvent<{ readonly message: Pages[Name]['from'] }>) => {
      if (source !== element.contentWindow || origin !== location.origin) return;
      const { message } = data;
      if (message.kind === 'ready') {
        const { received } = message;
        pending?.filter(({ number }) => number > received).forEach(send);
        pending = undefined;
      }
      receive(message);
    },
  );
  return {
    element,
    post: (message) => {
      const numbered = { number: ++last, message };
      if (pending) pending = [...pending, numbered];
      else send(numbered);
    },
  };
}
