/** The server's inlay hints: the shape after each top, the scale after each filler. */
import { LSPPlugin } from '@codemirror/lsp-client';
import { StateEffect, StateField, type Extension, type Text } from '@codemirror/state';
import { Decoration, EditorView, ViewPlugin, WidgetType, type DecorationSet, type ViewUpdate } from '@codemirror/view';
import type { InlayHint } from 'vscode-languageserver-types';
import { make } from '#webview/page';
import { offsetAt, positionAt } from './actions';

/** In ms after an edit or a movement. */
const pause = 150;

const show = StateEffect.define<DecorationSet>();
/** Asks for the hints again. */
export const hintsChanged = StateEffect.define<null>();

const hints = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (shown, { changes, effects }) =>
    effects.reduce((now, effect) => (effect.is(show) ? effect.value : now), shown.map(changes)),
  provide: (field) => EditorView.decorations.from(field),
});

class Hint extends WidgetType {
  constructor(readonly label: string) {
    super();
  }
  override eq({ label }: Hint): boolean {
    return label === this.label;
  }
  toDOM(): HTMLElement {
    return make('span', { class: 'cm-hint' }, this.label);
  }
}

const asking = ViewPlugin.fromClass(
  class {
    private timer: ReturnType<typeof setTimeout> | undefined;
    constructor(private readonly view: EditorView) {
      this.later();
    }
    update({ docChanged, viewportChanged, transactions }: ViewUpdate): void {
      const isAsked = transactions.some(({ effects }) => effects.some((effect) => effect.is(hintsChanged)));
      if (docChanged || viewportChanged || isAsked) this.later();
    }
    destroy(): void {
      clearTimeout(this.timer);
    }
    private later(): void {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.ask(), pause);
    }
    private async ask(): Promise<void> {
      const plugin = LSPPlugin.get(this.view);
      if (!plugin) return;
      const { doc } = this.view.state;
      const { from, to } = this.view.viewport;
      plugin.client.sync();
      const found = await plugin.client
        .request<object, readonly InlayHint[] | null>('textDocument/inlayHint', {
          textDocument: { uri: plugin.uri },
          range: { start: positionAt(doc, from), end: positionAt(doc, to) },
        })
        // The server has ended, which the page shows.
        .catch(() => null);
      // Another text asks again.
      if (this.view.state.doc.eq(doc)) this.view.dispatch({ effects: show.of(drawn(doc, found ?? [])) });
    }
  },
);

function drawn(doc: Text, found: readonly InlayHint[]): DecorationSet {
  const all = found.map(({ position, label }) => {
    const text = typeof label === 'string' ? label : label.map(({ value }) => value).join('');
    return Decoration.widget({ widget: new Hint(text), side: 1 }).range(offsetAt(doc, position));
  });
  return Decoration.set(all, true);
}

export const inlayHints: Extension = [hints, asking];
