/** The text of the net, in CodeMirror, with everything that the server knows about it. */
import { closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { bracketMatching, indentOnInput } from '@codemirror/language';
import { lintGutter, lintKeymap, openLintPanel } from '@codemirror/lint';
import {
  findReferencesKeymap,
  formatKeymap,
  hoverTooltips,
  jumpToDefinition,
  jumpToDefinitionKeymap,
  renameKeymap,
  serverCompletion,
  type LSPClientConfig,
  type LSPClient,
} from '@codemirror/lsp-client';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, type Extension, type Text } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import type { TextEdit } from 'vscode-languageserver-types';
import { applyEdits } from './actions';
import { editorTheme } from './editor-theme';
import { fixMenu } from './fix-menu';
import { highlighting, prototxt } from './highlight';
import { hintsChanged, inlayHints } from './hints';
import { closeLateHover } from './late-hover';
import type { Net } from './links';
import { isDark } from './look';
import { narrow } from './views';
import { phrases, words } from './words';

export interface Editor {
  readonly open: (net: Net) => void;
  /** The net as it is now. */
  readonly net: () => Net;
  /** What the server knows it by: a text without files beside it, until `withFolder`. */
  readonly uri: () => string;
  /** Gives the text a URI with files beside it, and returns it. */
  readonly withFolder: () => string;
  readonly doc: () => Text;
  /** The cursor's line, zero-based. */
  readonly line: () => number;
  /** Shows a line, zero-based, and puts the cursor there. */
  readonly reveal: (line: number) => void;
  /** As one step to undo; nothing if the text is no longer `doc`. */
  readonly apply: (doc: Text, edits: readonly TextEdit[]) => void;
  readonly listProblems: () => void;
  /** The theme or something that hints depend on changed. */
  readonly refresh: () => void;
}

export interface Heard {
  readonly edited: () => void;
  readonly moved: (line: number) => void;
}

/** What the client adds to the editor, beside the diagnostics. */
export const clientExtensions: NonNullable<LSPClientConfig['extensions']> = [
  serverCompletion({ override: true }),
  hoverTooltips({ hoverTime: 250 }),
  keymap.of([...formatKeymap, ...renameKeymap, ...jumpToDefinitionKeymap, ...findReferencesKeymap]),
];

/** In a shadow tree, where CodeMirror needs no style elements, which the content security policy does not allow. */
export function createEditor(parent: HTMLElement, client: LSPClient, heard: Heard): Editor {
  const root = parent.attachShadow({ mode: 'open' });
  const theme = new Compartment();
  let net: Net = { name: '', text: '' };
  const file = new Compartment();
  /** `page:/` has files beside the text. */
  let folder: 'untitled:' | 'page:/' = 'untitled:';
  const uriOf = ({ name }: Net): string => folder + encodeURIComponent(name);
  const stateOf = (opened: Net): EditorState =>
    EditorState.create({
      doc: opened.text,
      extensions: [
        ...editing,
        inlayHints,
        closeLateHover,
        ...(narrow.matches ? [EditorView.lineWrapping] : []),
        fixMenu,
        theme.of(editorTheme(isDark())),
        EditorState.phrases.of(phrases),
        EditorView.contentAttributes.of({ 'aria-label': words.textOf.replace('{name}', () => opened.name) }),
        file.of(client.plugin(uriOf(opened), 'prototxt')),
        EditorView.updateListener.of(({ docChanged, selectionSet, state }) => {
          if (docChanged) heard.edited();
          if (docChanged || selectionSet) heard.moved(lineOf(state));
        }),
      ],
    });
  const view = new EditorView({ parent: root, root });
  const lineOf = ({ doc, selection }: EditorState): number => doc.lineAt(selection.main.head).number - 1;
  return {
    open: (opened) => {
      net = opened;
      folder = 'untitled:';
      view.setState(stateOf(opened));
    },
    net: () => ({ name: net.name, text: view.state.doc.toString() }),
    uri: () => uriOf(net),
    withFolder: () => {
      if (folder === 'untitled:') {
        folder = 'page:/';
        view.dispatch({ effects: file.reconfigure(client.plugin(uriOf(net), 'prototxt')) });
      }
      return uriOf(net);
    },
    doc: () => view.state.doc,
    line: () => lineOf(view.state),
    reveal: (line) => {
      const { doc } = view.state;
      const { from } = doc.line(Math.min(line, doc.lines - 1) + 1);
      view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: 'center' }) });
    },
    apply: (doc, edits) => applyEdits(view, doc, edits),
    listProblems: () => void openLintPanel(view),
    refresh: () => view.dispatch({ effects: [theme.reconfigure(editorTheme(isDark())), hintsChanged.of(null)] }),
  };
}

const editing: readonly Extension[] = [
  lineNumbers(),
  lintGutter(),
  highlightActiveLine(),
  highlightActiveLineGutter(),
  highlightSpecialChars(),
  highlightSelectionMatches(),
  history(),
  drawSelection(),
  indentOnInput(),
  bracketMatching(),
  closeBrackets(),
  prototxt,
  highlighting,
  EditorView.domEventHandlers({ mousedown: goToDefinition }),
  keymap.of([
    ...closeBracketsKeymap,
    ...completionKeymap,
    ...searchKeymap,
    ...historyKeymap,
    ...lintKeymap,
    ...defaultKeymap,
    indentWithTab,
  ]),
];

/** Ctrl+click or ⌘+click, as in VS Code. */
function goToDefinition(event: MouseEvent, view: EditorView): boolean {
  const at = event.ctrlKey || event.metaKey ? view.posAtCoords({ x: event.clientX, y: event.clientY }) : null;
  if (at === null || event.button !== 0) return false;
  view.dispatch({ selection: { anchor: at } });
  return jumpToDefinition(view);
}
