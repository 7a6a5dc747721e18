/** The editor's look, by the variables of `theme.css`. It lives in a shadow tree, which the style sheets of the page do not reach. */
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

const popup = {
  color: 'var(--vscode-foreground)',
  backgroundColor: 'var(--popup)',
  border: '1px solid var(--line)',
  borderRadius: '4px',
  boxShadow: 'var(--shadow)',
} as const;

const textAndGutters = {
  '&': { height: '100%', color: 'var(--vscode-foreground)', backgroundColor: 'var(--vscode-editor-background)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: 'var(--vscode-editor-font-family)',
    fontSize: 'var(--editor-font-size)',
    lineHeight: '1.5',
  },
  '.cm-content': { caretColor: 'var(--vscode-foreground)', paddingBottom: '40vh' },
  '.cm-cursor': { borderLeftColor: 'var(--vscode-foreground)' },
  '.cm-gutters': {
    color: 'var(--quiet)',
    backgroundColor: 'var(--vscode-editor-background)',
    border: 'none',
  },
  '.cm-lineNumbers .cm-gutterElement': { opacity: '0.7', minWidth: '3ch' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--vscode-editor-lineHighlightBackground)' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    backgroundColor: 'var(--selection)',
  },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--vscode-toolbar-hoverBackground)' },
  '.cm-hint': {
    marginLeft: '0.6em',
    padding: '0 0.35em',
    borderRadius: '3px',
    fontSize: '0.88em',
    color: 'var(--quiet)',
    backgroundColor: 'var(--hint)',
    pointerEvents: 'none',
  },
  '.cm-unnecessary': { opacity: '0.55' },
  '.cm-lintRange-hint': { backgroundImage: 'none' },
} as const;

const popups = {
  '.cm-tooltip': { ...popup, maxWidth: 'min(46em, 92vw)' },
  '.cm-tooltip-hover': { maxHeight: '60vh', overflow: 'auto' },
  '.cm-lsp-documentation': { padding: '6px 12px', font: 'var(--text-font)', maxWidth: '44em' },
  '.cm-lsp-documentation p, .cm-lsp-documentation ul': { margin: '6px 0' },
  '.cm-lsp-documentation ul': { paddingLeft: '1.4em' },
  '.cm-lsp-documentation h1, .cm-lsp-documentation h2, .cm-lsp-documentation h3': {
    font: 'inherit',
    fontWeight: '600',
  },
  '.cm-lsp-documentation pre': {
    margin: '6px 0',
    padding: '6px 8px',
    overflow: 'auto',
    backgroundColor: 'var(--vscode-textBlockQuote-background)',
    borderRadius: '3px',
  },
  '.cm-lsp-documentation code': { fontFamily: 'var(--vscode-editor-font-family)', fontSize: '0.95em' },
  '.cm-lsp-documentation hr': { border: 'none', borderTop: '1px solid var(--line)' },
  '.cm-lsp-documentation table': { borderCollapse: 'collapse' },
  '.cm-lsp-documentation th, .cm-lsp-documentation td': { padding: '1px 12px 1px 0', textAlign: 'left' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--vscode-editor-font-family)', maxHeight: '16em' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    color: 'var(--vscode-button-foreground)',
    backgroundColor: 'var(--vscode-button-background)',
  },
  '.cm-tooltip.cm-completionInfo': { padding: '0', whiteSpace: 'normal' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
  '.cm-completionDetail': { color: 'var(--quiet)', fontStyle: 'normal' },
  'li[aria-selected] .cm-completionDetail': { color: 'inherit' },
  '.cm-fixes': { display: 'flex', flexDirection: 'column', padding: '4px', font: 'var(--text-font)' },
  '.cm-fixes p': { margin: '2px 8px', color: 'var(--quiet)' },
  '.cm-fixes button': {
    padding: '4px 10px',
    font: 'inherit',
    color: 'inherit',
    textAlign: 'left',
    background: 'none',
    border: 'none',
    borderRadius: '3px',
    cursor: 'pointer',
  },
  '.cm-fixes button:hover, .cm-fixes button:focus': {
    color: 'var(--vscode-button-foreground)',
    backgroundColor: 'var(--vscode-button-background)',
    outline: 'none',
  },
} as const;

const problems = {
  '.cm-diagnostic': { padding: '6px 12px', font: 'var(--text-font)', borderLeftWidth: '3px' },
  '.cm-problem p': { margin: '0' },
  '.cm-ways': { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: '2px 14px', marginTop: '2px' },
  '.cm-ways button': {
    padding: '0',
    font: 'inherit',
    color: 'var(--vscode-textLink-foreground)',
    background: 'none',
    border: 'none',
    cursor: 'pointer',
  },
  '.cm-ways button:hover': { textDecoration: 'underline' },
  '.cm-ways a': { color: 'var(--vscode-textLink-foreground)', textDecoration: 'none' },
  '.cm-ways a:hover': { textDecoration: 'underline' },
  '.cm-problem p code': { fontFamily: 'var(--vscode-editor-font-family)', fontSize: '0.95em' },
  '.cm-ways code': {
    marginLeft: 'auto',
    fontFamily: 'var(--vscode-editor-font-family)',
    fontSize: '0.9em',
    color: 'var(--quiet)',
  },
  '.cm-panels': { ...popup, border: 'none', borderRadius: '0', boxShadow: 'none', font: 'var(--text-font)' },
  '.cm-panels-bottom': { borderTop: '1px solid var(--line)' },
  '.cm-panel.cm-panel-lint ul': { maxHeight: '30vh' },
  '.cm-panel.cm-panel-lint ul [aria-selected], .cm-panel.cm-panel-lint ul:focus [aria-selected]': {
    color: 'inherit',
    backgroundColor: 'var(--vscode-list-inactiveSelectionBackground)',
  },
  '.cm-panel.cm-panel-lint [name=close]': { color: 'inherit', padding: '2px 8px' },
  '.cm-panel input, .cm-panel button': { font: 'inherit' },
  '.cm-textfield': {
    color: 'var(--vscode-input-foreground)',
    backgroundColor: 'var(--vscode-input-background)',
    border: '1px solid var(--vscode-input-border)',
  },
  '.cm-button': {
    color: 'var(--vscode-button-secondaryForeground)',
    background: 'var(--vscode-button-secondaryBackground)',
    border: 'none',
    borderRadius: '3px',
  },
} as const;

export function editorTheme(dark: boolean): Extension {
  return EditorView.theme({ ...textAndGutters, ...popups, ...problems }, { dark });
}
