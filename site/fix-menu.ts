/** The menu of fixes and refactorings at the cursor: Ctrl+. or ⌘. opens it. */
import { forEachDiagnostic } from '@codemirror/lint';
import { StateEffect, StateField, type Extension } from '@codemirror/state';
import { keymap, showTooltip, type EditorView, type Tooltip } from '@codemirror/view';
import { button, make } from '#webview/page';
import { actionsAt, type Action } from './actions';
import { words } from './words';

const offer = StateEffect.define<Tooltip | null>();

/** Closed by every edit and movement. */
const menu = StateField.define<Tooltip | null>({
  create: () => null,
  update: (shown, { effects, docChanged, selection }) => {
    for (const effect of effects) if (effect.is(offer)) return effect.value;
    return docChanged || selection ? null : shown;
  },
  provide: (field) => showTooltip.from(field),
});

async function openMenu(view: EditorView): Promise<void> {
  const { from, to } = view.state.selection.main;
  const { doc } = view.state;
  const line = doc.lineAt(from);
  // As in VS Code: fixes of the whole line, unless something is selected.
  const range = from === to && hasDiagnostic(view, line) ? { from: line.from, to: line.to } : { from, to };
  const actions = await actionsAt(view, range, []);
  if (view.state.doc.eq(doc)) view.dispatch({ effects: offer.of(tooltipOf(from, actions)) });
}

function hasDiagnostic(view: EditorView, line: { readonly from: number; readonly to: number }): boolean {
  let found = false;
  forEachDiagnostic(view.state, (_, from, to) => (found ||= from <= line.to && line.from <= to));
  return found;
}

function tooltipOf(pos: number, actions: readonly Action[]): Tooltip {
  return {
    pos,
    create: (view) => {
      const items = actions.map(({ title, apply }) =>
        button(title, { role: 'menuitem' }, () => {
          close(view);
          apply();
        }),
      );
      const dom = make(
        'div',
        { class: 'cm-fixes', role: 'menu', 'aria-label': words.fixes },
        ...(items.length > 0 ? items : [make('p', {}, words.noFixes)]),
      );
      dom.addEventListener('keydown', (event) => move(view, items, event));
      return { dom, mount: () => items[0]?.focus() };
    },
  };
}

function move(view: EditorView, items: readonly HTMLElement[], event: KeyboardEvent): void {
  const now = items.indexOf(event.target as HTMLElement);
  const to = { ArrowDown: now + 1, ArrowUp: now - 1 }[event.key];
  if (event.key === 'Escape') close(view);
  else if (to !== undefined) items.at(to % items.length)?.focus();
  else return;
  event.preventDefault();
}

function close(view: EditorView): void {
  view.dispatch({ effects: offer.of(null) });
  view.focus();
}

export const fixMenu: Extension = [
  menu,
  keymap.of([
    {
      key: 'Mod-.',
      run: (view) => {
        void openMenu(view);
        return true;
      },
    },
    {
      key: 'Escape',
      run: (view) => {
        if (!view.state.field(menu)) return false;
        close(view);
        return true;
      },
    },
  ]),
];
