/** The page: a net as text, with what Caffe makes of it beside it. Everything runs in the browser. */
import '../webview/page.css';
import './theme.css';
import './site.css';
import { fillIn } from '#core/messages/fill-in';
import { make } from '#webview/page';
import { clientExtensions, createEditor, type Editor } from './editor';
import { say } from './dialogs';
import { serverDiagnostics } from './diagnostics';
import { examples } from './examples';
import { nameOfSaved } from './export-weights';
import { header } from './header';
import { fragmentOf, type Net } from './links';
import { applyLook, chooseLanguage, chooseTheme, onThemeWanted } from './look';
import { keepOffline } from './offline';
import { createModels } from './models';
import { listen, netOfAddress, pickFile } from './opening';
import { netKind, runKind, signalKind, weightsKind } from './panel-kinds';
import { createPanel, frameStack, type Panel, type Source } from './panels';
import { provide } from './remedies';
import { jpegDecoder, runtimeParts } from './runtime';
import { copyText, saveFile } from './saving';
import { messageOf, startServer, type Server } from './server';
import { statusBar } from './status-bar';
import { keepInTab, keptInTab } from './storage';
import { createViews, splitter } from './views';
import { words } from './words';

/** Started by `start.ts`. */
declare const languageServer: Worker;

/** In ms after an edit: what is shown follows, and the text is kept. */
const pause = 120;

const models = createModels(
  () => server,
  () => editor,
);
const server: Server = startServer(
  languageServer,
  {
    changed: () => {
      editor.refresh();
      bar.refresh();
      for (const panel of panels) panel.refresh();
    },
    progress: (progress) => run.progress(progress),
    write: (uri, bytes) => saveFile(nameOfSaved(uri), bytes),
    read: models.answer,
    runtime: runtimeParts,
    jpegDecoder,
    crashed: failed,
  },
  [...clientExtensions, serverDiagnostics((counts) => bar.count(counts))],
);
const textPane = make('div', { class: 'editor' });
const editor: Editor = createEditor(textPane, server.client, {
  edited: () => {
    // The link in the address holds the text before.
    forgetLink();
    later(edited);
  },
  moved: (line) => panels.forEach((panel) => panel.moved(line)),
});
const bar = statusBar(server, () => editor, failed);
const baseName = (): string => editor.net().name.replace(/\.prototxt$/, '');
const source: Source = {
  uri: editor.uri,
  file: () => editor.net().name,
  line: editor.line,
  lacks: async (uri) => ({ kind: 'lacks', uri, lacks: await server.request('prototxt/lacks', { uri }) }),
  reveal: (line) => {
    views.show('text');
    editor.reveal(line);
  },
  remedy: (remedy) => void provide(server, editor, doors, remedy).catch(failed),
  failed,
};
const run = runKind(server, editor.uri, models, baseName);
const panels: readonly Panel[] = [
  createPanel(netKind(server, baseName), source),
  createPanel(weightsKind(server, editor, models, baseName), source),
  createPanel(signalKind(server, editor, baseName), source),
  createPanel(run.kind, source),
];
const frames = frameStack();
const views = createViews((shown) => {
  for (const panel of panels) {
    // A page is loaded when it is first shown, or when the browser is idle.
    if (panel.name === shown && !panel.element.isConnected) frames.append(panel.element);
    panel.show(panel.name === shown);
  }
});
const top = header({
  open: replace,
  pick: () => pickFile(replace),
  share: () => void share(),
  save: () => saveFile(editor.net().name, editor.net().text),
  language: (language) => {
    chooseLanguage(language);
    // The server and the pages read it when they start. The text is kept.
    location.reload();
  },
  theme: (theme) => {
    chooseTheme(theme);
    look();
  },
});
const doors = {
  state: bar.focusState,
  schema: bar.focusSchema,
  run: () => views.show('run'),
  newNet: top.focusExamples,
  openFile: () => pickFile(replace),
};

document.body.append(
  top.element,
  make(
    'main',
    {},
    make('section', { class: 'text', id: 'view-text' }, textPane, bar.element),
    splitter(),
    make('section', { class: 'panels' }, views.element, frames),
  ),
);
onThemeWanted(look);
// A request that nobody waits for.
window.addEventListener('unhandledrejection', ({ reason }) => failed(reason));
// The last edit may be of this moment.
window.addEventListener('pagehide', keep);
listen(replace, (file) => void models.pairWith(file));
void begin();

async function begin(): Promise<void> {
  const linked = await netOfAddress();
  const [name, text] = [keptInTab('name'), keptInTab('text')];
  open(linked ?? (name !== undefined && text !== undefined ? { name, text } : examples[0]));
  views.show('net');
  await server.client.initializing;
  // After the first view.
  setTimeout(() => {
    frames.append(...panels.map(({ element }) => element).filter(({ isConnected }) => !isConnected));
    keepOffline(() => say(words.updated));
  }, 1500);
}

function open(net: Net): void {
  editor.open(net);
  document.title = `${net.name} · Prototxt Lens`;
  edited();
}

/** Opens another net; the one before can be opened again. */
function replace(net: Net): void {
  const before = editor.net();
  forgetLink();
  open(net);
  const isExample = examples.some(({ text }) => text === before.text);
  if (before.text.trim() === '' || isExample || before.text === net.text) return;
  say(fillIn(words.replaced, { name: net.name }), { label: words.back, take: () => open(before) });
}

function forgetLink(): void {
  if (location.hash !== '') history.replaceState(null, '', location.pathname);
}

let timer: ReturnType<typeof setTimeout> | undefined;

function later(work: () => void): void {
  clearTimeout(timer);
  timer = setTimeout(work, pause);
}

function keep(): void {
  const { name, text } = editor.net();
  keepInTab('name', name);
  keepInTab('text', text);
}

function edited(): void {
  keep();
  bar.refresh();
  for (const panel of panels) panel.refresh();
}

async function share(): Promise<void> {
  const fragment = await fragmentOf(editor.net());
  if (fragment === undefined) return say(words.linkTooLong);
  history.replaceState(null, '', fragment);
  const copied = await copyText(location.href);
  say(fillIn(copied ? words.linkCopied : words.linkShown, { size: location.href.length }));
}

function look(): void {
  const documents = panels.flatMap(({ element }) => (element.contentDocument ? [element.contentDocument] : []));
  [document, ...documents].forEach(applyLook);
  editor.refresh();
}

function failed(error: unknown): void {
  say(fillIn(words.crashed, { reason: messageOf(error) }));
}
