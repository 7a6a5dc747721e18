/** The panel of runs: what each top of the net holds at its start. */
import '../page.css';
import '../layer-table.css';
import './run.css';
import { fillIn } from '#core/messages/fill-in';
import type { Pages } from '#protocol/pages';
import type { LastRun, RunChoice, RunView } from '#protocol/run';
import { button, host, make } from '../page';
import { csvOf, digits, layerAt, rowsOf, type Row } from './rows';
import { status } from '../status/status';
import { words } from './words';

const vscode = host<'run'>(receive);
const kept = vscode.getState();
let net: { readonly uri: string; readonly view: RunView | null } | undefined;
/** Of the run that goes on; undefined where none does. */
let progress: number | undefined;
let problem: string | null = null;
let line = -1;

const seed = make('input', { type: 'number', min: 0, step: 1, title: words.seedLong });
const batch = make('input', { type: 'number', min: 1, step: 1, title: words.batchLong, placeholder: words.asWritten });
const run = button(words.run, { class: 'primary' }, start);
const cancel = button(words.cancel, {}, () => vscode.postMessage({ kind: 'cancel' }));
const bar = make('progress', { max: 1, 'aria-label': words.title });
const share = make('span', { class: 'quiet', role: 'status' });
const told = make('span', { class: 'quiet', role: 'status' });
const copy = button(words.copyCsv, { class: 'push' }, copyTable);
const top = make(
  'header',
  { class: 'top' },
  make('label', { class: 'row' }, words.seed, seed),
  make('label', { class: 'row' }, words.batch, batch),
  run,
  make('div', { class: 'row' }, bar, cancel, share),
  told,
  copy,
);
const titles = [words.layer, words.type, words.top, words.shape, words.mean, words.std, words.min, words.max] as const;
const heading = make('div', { class: 'heading' });
const failed = make('p', { class: 'problem', role: 'alert' });
const old = make('p', { class: 'old' }, words.old);
const stopped = make('p', { class: 'stopped' });
const body = make('tbody');
const table = make(
  'div',
  { class: 'scroll' },
  make(
    'table',
    { class: 'facts', 'aria-label': words.tableLabel },
    make('thead', {}, make('tr', {}, ...titles.map((title) => make('th', { scope: 'col' }, title)))),
    body,
  ),
);
const missing = status(vscode.postMessage);
const main = make('main', {}, missing.element, heading, failed, old, stopped, table);
document.body.append(top, main);

for (const [input, value] of [
  [seed, kept?.choice.seed],
  [batch, kept?.choice.batch],
] as const) {
  input.value = String(value ?? '');
  input.addEventListener('change', keep);
  input.addEventListener('keydown', ({ key }) => {
    if (key === 'Enter') start();
  });
}
update();

function receive(message: Pages['run']['to']): void {
  switch (message.kind) {
    case 'run':
      if (message.uri !== net?.uri) [progress, problem, line] = [undefined, null, -1];
      net = message;
      break;
    case 'lacks':
      missing.receive(message);
      break;
    case 'begin':
      return start();
    case 'cursor':
      ({ line } = message);
      return mark();
    default:
      if (message.uri !== net?.uri) return;
      progress = message.kind === 'progress' ? message.done : undefined;
      problem = message.kind === 'ended' ? message.problem : null;
      return showProgress();
  }
  update();
}

function choice(): RunChoice {
  const whole = ({ value }: HTMLInputElement, least: number): number | null => {
    const number = Number(value);
    return value !== '' && Number.isInteger(number) && number >= least ? number : null;
  };
  return { seed: whole(seed, 0), batch: whole(batch, 1) };
}

function start(): void {
  if (progress !== undefined || !net?.view) return;
  [progress, problem] = [0, null];
  showProgress();
  vscode.postMessage({ kind: 'start', choice: choice() });
}

function showProgress(): void {
  const runs = progress !== undefined;
  run.disabled = runs;
  bar.hidden = cancel.hidden = share.hidden = !runs;
  bar.value = progress ?? 0;
  share.textContent = fillIn(words.running, { percent: Math.round(100 * (progress ?? 0)) });
  failed.hidden = problem === null;
  failed.textContent = problem ?? '';
}

function update(): void {
  const isThere = missing.show(net && { uri: net.uri, answer: net.view });
  const view = isThere ? net?.view : undefined;
  const last = view?.last;
  top.hidden = !view;
  showProgress();
  heading.hidden = table.hidden = copy.hidden = !last;
  old.hidden = last?.isOld !== true;
  stopped.hidden = !last?.stopped;
  seed.placeholder = String(view?.seed ?? '');
  main.classList.toggle('is-old', last?.isOld === true);
  if (last) show(last);
  else if (view) missing.say(words.none, words.noneHint);
  keep();
}

function show(last: LastRun): void {
  const { state, seed: drawn, batch: items, loss } = last;
  const ran = fillIn(items === null ? words.ran : words.ranBatch, { state, seed: drawn, batch: items ?? '' });
  heading.replaceChildren(
    make('h1', {}, words.title),
    make('span', { class: 'quiet' }, loss === null ? ran : fillIn(words.withLoss, { ran, loss: digits(loss) })),
  );
  stopped.textContent = last.stopped ?? '';
  body.replaceChildren(...rowsOf(last).map((row) => rowElement(row, last)));
  mark();
}

function rowElement({ layer, name, type, blob, shape, values, isWrong }: Row, { layers }: LastRun): HTMLElement {
  const at = layers[layer]?.lines?.[0];
  const title =
    name === '' || at === undefined
      ? name
      : button(name, { class: 'link', title: words.goToText }, () => vscode.postMessage({ kind: 'reveal', line: at }));
  return make(
    'tr',
    { class: isWrong ? 'wrong' : undefined, 'data-layer': layer },
    make('th', { scope: 'row' }, title),
    ...[type, blob, shape, ...values.map(digits)].map((cell) => make('td', {}, cell)),
  );
}

/** The layer under the cursor. */
function mark(): void {
  const last = net?.view?.last;
  const layer = last ? layerAt(last, line) : undefined;
  for (const row of body.querySelectorAll('tr')) {
    const isCurrent = row.dataset['layer'] === String(layer);
    row.classList.toggle('current', isCurrent);
    if (isCurrent) row.scrollIntoView({ block: 'nearest' });
  }
}

function copyTable(): void {
  const last = net?.view?.last;
  if (!last) return;
  vscode.postMessage({ kind: 'copy', text: csvOf(last, titles) });
  told.textContent = words.copied;
  setTimeout(() => (told.textContent = ''), 2000);
}

function keep(): void {
  if (net) vscode.setState({ uri: net.uri, choice: choice() });
}
