/** The server's diagnostics in the text, each with its fixes and a link to its page. */
import { forEachDiagnostic, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { LSPPlugin, type LSPClientExtension } from '@codemirror/lsp-client';
import type { EditorView } from '@codemirror/view';
import type { Diagnostic as ServerDiagnostic, PublishDiagnosticsParams } from 'vscode-languageserver-protocol';
import { codeOfPage } from '#protocol/problem-pages';
import { button, make } from '#webview/page';
import { actionsAt } from './actions';
import { words } from './words';

/** Of one severity. */
export type Counts = Readonly<Record<Diagnostic['severity'], number>>;

/** More are neither drawn nor listed; the first ones cause most of the rest. */
const mostShown = 1000;
/** Of a problem; the menu of fixes has all. */
const mostFixes = 3;

export function serverDiagnostics(counted: (counts: Counts) => void): LSPClientExtension {
  return {
    clientCapabilities: {
      textDocument: { publishDiagnostics: { versionSupport: true, tagSupport: { valueSet: [unnecessary] } } },
    },
    notificationHandlers: {
      'textDocument/publishDiagnostics': (client, { uri, version, diagnostics }: PublishDiagnosticsParams) => {
        const file = client.workspace.getFile(uri);
        const view = file?.getView();
        const plugin = view && LSPPlugin.get(view);
        // Those of another version are followed by newer ones.
        if (!view || !plugin || (version !== undefined && version !== file?.version)) return true;
        view.dispatch(
          setDiagnostics(
            view.state,
            diagnostics.slice(0, mostShown).map((one) => drawn(one, plugin)),
          ),
        );
        counted(countsOf(diagnostics));
        return true;
      },
    },
  };
}

function countsOf(diagnostics: readonly ServerDiagnostic[]): Counts {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of diagnostics) counts[severityOf(severity)]++;
  return counts;
}

/** The text may have been edited since the server read it. */
function drawn(one: ServerDiagnostic, plugin: LSPPlugin): Diagnostic {
  const { range, severity, tags } = one;
  const at = (position: ServerDiagnostic['range']['start']): number =>
    plugin.unsyncedChanges.mapPos(plugin.fromPosition(position, plugin.syncedDoc));
  const diagnostic: Diagnostic = {
    from: at(range.start),
    to: at(range.end),
    severity: severityOf(severity),
    message: textOf(one),
    ...(tags?.includes(unnecessary) ? { markClass: 'cm-unnecessary' } : {}),
    renderMessage: (view) => elementOf(view, diagnostic, one),
  };
  return diagnostic;
}

function textOf({ message }: ServerDiagnostic): string {
  return typeof message === 'string' ? message : message.value;
}

/** Names between backticks as code. */
function withCode(sentence: string): readonly (string | HTMLElement)[] {
  return sentence.split(/`([^`]+)`/).map((part, i) => (i % 2 === 1 ? make('code', {}, part) : part));
}

/** By LSP's numbers; what a server leaves out is an error. */
const severities: readonly Diagnostic['severity'][] = ['error', 'error', 'warning', 'info', 'hint'];
/** LSP's `DiagnosticTag.Unnecessary`. */
const unnecessary = 1;

function severityOf(severity: ServerDiagnostic['severity']): Diagnostic['severity'] {
  return severities[severity ?? 1] ?? 'error';
}

function elementOf(view: EditorView, diagnostic: Diagnostic, one: ServerDiagnostic): HTMLElement {
  const ways = make('div', { class: 'cm-ways' });
  const page = pageOf(one);
  if (page !== undefined) {
    const link = make('a', { href: page, target: '_blank', title: words.explainLong }, words.explain);
    ways.append(link, make('code', {}, String(one.code)));
  }
  const element = make('div', { class: 'cm-problem' }, make('p', {}, ...withCode(textOf(one))), ways);
  // The list of problems has all of them, most out of view.
  const seen = new IntersectionObserver(([entry]) => {
    if (!entry?.isIntersecting) return;
    seen.disconnect();
    void offerFixes(view, diagnostic, one, ways);
  });
  seen.observe(element);
  return element;
}

/** `prototxt-lens-problem:/layer/pad-too-large.md` is `problems/layer.html#layer/pad-too-large`. */
function pageOf({ codeDescription }: ServerDiagnostic): string | undefined {
  if (!codeDescription) return undefined;
  const code = codeOfPage(new URL(codeDescription.href).pathname);
  return `problems/${code.replace(/\/.*/, '')}.html#${code}`;
}

async function offerFixes(
  view: EditorView,
  diagnostic: Diagnostic,
  one: ServerDiagnostic,
  ways: HTMLElement,
): Promise<void> {
  const places: { readonly from: number; readonly to: number }[] = [];
  forEachDiagnostic(view.state, (other, from, to) => {
    if (other === diagnostic) places.push({ from, to });
  });
  const [place] = places;
  if (!place) return;
  const actions = await actionsAt(view, place, [one], 'quickfix');
  ways.prepend(...actions.slice(0, mostFixes).map(({ title, apply }) => button(title, {}, apply)));
}
