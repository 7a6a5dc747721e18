/** The extension's panels beside the text. One is shown at a time; it follows edits, the cursor and changes of the server. */
import type { PageName, Pages } from '#protocol/pages';
import { make } from '#webview/page';
import { createFrame } from './frames';
import { applyLook } from './look';

export interface PanelKind<Name extends PageName> {
  readonly name: Name;
  readonly title: string;
  /** The message with the current content. */
  readonly content: (uri: string, file: string) => Promise<Pages[Name]['to']>;
  /** Handles the messages specific to this page; `post` answers them. */
  readonly receive: (message: Pages[Name]['from'], post: (message: Pages[Name]['to']) => void) => void;
}

export interface Panel {
  readonly name: PageName;
  readonly element: HTMLIFrameElement;
  /** The content may have changed: it is read now, or when the panel is shown. */
  readonly refresh: () => void;
  readonly show: (on: boolean) => void;
  readonly moved: (line: number) => void;
}

/** What is open in the editor, and what all panels ask of it. */
export interface Source {
  readonly uri: () => string;
  readonly file: () => string;
  readonly line: () => number;
  readonly lacks: (uri: string) => Promise<Pages[PageName]['to']>;
  readonly reveal: (line: number) => void;
  readonly remedy: (remedy: Extract<Pages[PageName]['from'], { readonly kind: 'remedy' }>['remedy']) => void;
  /** A request failed: the server is gone, or crashed in it. */
  readonly failed: (error: unknown) => void;
}

export function createPanel<Name extends PageName>(kind: PanelKind<Name>, source: Source): Panel {
  let isShown = false;
  let isStale = true;
  /** Counts requests: only the newest is answered to the page. */
  let asked = 0;
  const { element, post } = createFrame(kind.name, kind.title, receive);
  element.addEventListener('load', () => element.contentDocument && applyLook(element.contentDocument));

  function receive(message: Pages[Name]['from']): void {
    switch (message.kind) {
      case 'ready':
      // There is one text, so a panel always follows it.
      case 'follow':
        return;
      case 'reveal':
        return source.reveal(message.line);
      case 'remedy':
        return source.remedy(message.remedy);
      default:
        kind.receive(message, post);
    }
  }

  async function read(): Promise<void> {
    const turn = ++asked;
    isStale = false;
    try {
      const uri = source.uri();
      const lacks = await source.lacks(uri);
      if (turn !== asked) return;
      post(lacks);
      const content = await kind.content(uri, source.file());
      if (turn !== asked) return;
      post(content);
      post({ kind: 'cursor', line: source.line() });
    } catch (error) {
      source.failed(error);
    }
  }

  return {
    name: kind.name,
    element,
    refresh: () => {
      isStale = true;
      if (isShown) void read();
    },
    show: (on) => {
      isShown = on;
      element.classList.toggle('shown', on);
      if (on && isStale) void read();
      else if (on) post({ kind: 'cursor', line: source.line() });
    },
    moved: (line) => {
      if (isShown) post({ kind: 'cursor', line });
    },
  };
}

/** Their frames lie over each other, at full size: a page that is hidden by other means loses its layout. */
export function frameStack(): HTMLElement {
  return make('div', { class: 'frames' });
}
