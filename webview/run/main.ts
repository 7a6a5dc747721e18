/** The panel of runs: how the values of each layer are distributed at its start, and the same figures as a table. */
import '../page.css';
import '../layer-table.css';
import './run.css';
import { fillIn } from '#core/messages/fill-in';
import type { Pages } from '#protocol/pages';
import type { LastRun, NetRidges, RidgesOf, RunFile, RunView } from '#protocol/run';
import { captionOf, lossIn, ranIn } from './caption';
import { button, host, make, onResize, onThemeChange } from '../page';
import { pngPicture } from '../picture';
import { status } from '../status/status';
import { controls } from './controls';
import { densityOf, suitedHeights, suitedValues, type Heights, type Values } from './densities';
import { pictureOf } from './figure';
import { histogramsCsv } from './histograms-csv';
import type { Shown } from './ridge-drawing';
import { ridgeChart } from './ridges';
import { csvOf, digits, layerAt, rowsOf, type Row } from './rows';
import { rowsOf as ridgeRowsOf, type RidgeRow } from './rows-of-ridges';
import { words } from './words';

const vscode = host<'run'>(receive);
const kept = vscode.getState();
let net: { readonly uri: string; readonly name: string; readonly view: RunView | null } | undefined;
/** The histograms of a run, by its id. */
let ridges: { readonly id: number; readonly nets: readonly NetRidges[] } | undefined;
/** The results so far of the current run. */
let coming: readonly NetRidges[] = [];
/** Of the current run; undefined if there is none. */
let progress: number | undefined;
/** The person does not want what has come of it. */
let isCancelled = false;
let problem: string | null = null;
let line = -1;

const top = controls(
  {
    start,
    cancel: () => {
      isCancelled = true;
      vscode.postMessage({ kind: 'cancel' });
    },
    chooseInput: () => vscode.postMessage({ kind: 'choose-input' }),
    changed: update,
    save: (what) => void save(what),
    copy: copyTable,
  },
  kept,
);
const heading = make('div', { class: 'heading' });
const loss = make('p', { class: 'loss' });
const failed = make('p', { class: 'problem', role: 'alert' });
const old = make('p', { class: 'old' }, words.old);
const stopped = make('p', { class: 'stopped' });
const lost = make('p', { class: 'stopped' });
const notes = make('div', { class: 'start' });
const chart = ridgeChart(reveal);
const empty = make('p', {}, words.noRidges);
const explained = make('p', { class: 'quiet' });
const plot = make('div', { class: 'plot' }, explained, chart.element, empty);
const titleRow = make('tr', {});
const body = make('tbody');
const table = make(
  'div',
  { class: 'scroll' },
  make('table', { class: 'facts', 'aria-label': words.tableLabel }, make('thead', {}, titleRow), body),
);
const missing = status(vscode.postMessage);
const main = make('main', {}, missing.element, heading, loss, failed, old, notes, stopped, lost, plot, table);
document.body.append(top.element, main);
onThemeChange(update);
onResize(main, update);
update();

function receive(message: Pages['run']['to']): void {
  switch (message.kind) {
    case 'run':
      if (message.uri !== net?.uri) {
        [progress, problem, line, ridges, coming] = [undefined, null, -1, undefined, []];
        chart.forget();
        // Not of the net that was shown before a reload.
        if (net) top.forget();
      }
      net = message;
      askForRidges();
      break;
    case 'ridges':
      if (message.uri !== net?.uri) return;
      ridges = message;
      if (progress === undefined) coming = [];
      break;
    case 'lacks':
      missing.receive(message);
      break;
    case 'begin':
      return start();
    case 'cursor':
      ({ line } = message);
      return mark();
    case 'input':
      top.takeInput(message.input);
      break;
    case 'progress':
      if (message.uri !== net?.uri) return;
      progress = message.done;
      if (message.coming) coming = joined(coming, message.coming);
      break;
    case 'ended':
      if (message.uri !== net?.uri) return;
      [progress, problem] = [undefined, message.problem];
      // Otherwise it stays until the histograms of the whole run are there.
      if (problem !== null || isCancelled) coming = [];
      break;
  }
  update();
}

function askForRidges(): void {
  const id = net?.view?.last?.id;
  if (id !== undefined && id !== ridges?.id) vscode.postMessage({ kind: 'ridges', id });
}

function joined(nets: readonly NetRidges[], more: NetRidges): readonly NetRidges[] {
  const known = nets.find((each) => each.net === more.net);
  if (!known) return [...nets, more];
  return nets.map((each) =>
    each === known ? { ...more, layers: [...known.layers, ...more.layers], back: [...known.back, ...more.back] } : each,
  );
}

function start(): void {
  if (progress !== undefined || !net?.view) return;
  [progress, problem, coming, isCancelled] = [0, null, [], false];
  update();
  vscode.postMessage({ kind: 'start', choice: top.choice() });
}

/** What the chart has: of the run that goes on as soon as there is something. */
function netsShown(): readonly NetRidges[] {
  return coming.length > 0 ? coming : (ridges?.nets ?? []);
}

function update(): void {
  const isThere = missing.show(net && { uri: net.uri, answer: net.view });
  const view = isThere ? net?.view : undefined;
  const last = view?.last;
  const nets = netsShown();
  const { view: kind, onlyWeights } = top.shown();
  const of = shownOf(nets);
  const rows = ridgeRowsOf(nets, of, onlyWeights);
  const hasRidges = nets.length > 0 && view !== null && view !== undefined;
  top.element.hidden = !view;
  top.update({
    progress,
    seed: view?.seed,
    hasRun: Boolean(last) || hasRidges,
    suited: suitedTo(rows),
    onlyWeights: rows.length < ridgeRowsOf(nets, of, false).length,
    hasBack: hasBack(nets),
  });
  heading.hidden = !last;
  table.hidden = !last || kind !== 'table';
  plot.hidden = !hasRidges || kind === 'table';
  old.hidden = last?.isOld !== true;
  stopped.hidden = !last?.stopped;
  lost.hidden = !last?.lost;
  notes.hidden = !last || last.notes.length === 0;
  failed.hidden = problem === null;
  failed.textContent = problem ?? '';
  loss.hidden = !last || last.printedLoss === null;
  main.classList.toggle('is-old', last?.isOld === true && coming.length === 0);
  if (last) show(last, nets, of);
  else if (view && !hasRidges) missing.say(words.none, words.noneHint);
  if (!plot.hidden) draw(rows, nets, of);
  keep();
}

function hasBack(nets: readonly NetRidges[]): boolean {
  return nets.some(({ back }) => back.length > 0);
}

function shownOf(nets: readonly NetRidges[]): RidgesOf {
  return hasBack(nets) ? top.shown().of : 'activations';
}

/** The axes that suit what is shown. */
function suitedTo(rows: readonly RidgeRow[]): { readonly values: Values; readonly heights: Heights } {
  const cells = rows.flatMap((row) => row.cells.flatMap((cell) => (cell ? [cell] : [])));
  const values = top.shown().values ?? suitedValues(cells);
  return { values, heights: suitedHeights(cells.map((cell) => densityOf(cell, values))) };
}

function draw(rows: readonly RidgeRow[], nets: readonly NetRidges[], of: RidgesOf): void {
  explained.textContent = [
    words[`${of}Explained`],
    hasZeros(rows) ? words.barExplained : '',
    rows.some(({ findings }) => findings.some(({ isSerious }) => isSerious)) ? words.signExplained : '',
  ].join(' ');
  empty.hidden = rows.length > 0 || progress !== undefined;
  explained.hidden = chart.element.hidden = rows.length === 0;
  if (rows.length > 0) chart.draw(whatToDraw(rows, nets, of));
}

function whatToDraw(rows: readonly RidgeRow[], nets: readonly NetRidges[], of: RidgesOf): Shown {
  const suited = suitedTo(rows);
  const { values = suited.values, heights = suited.heights } = top.shown();
  return { nets, rows, of, values, heights, cursor: cursorLayer() };
}

function hasZeros(rows: readonly RidgeRow[]): boolean {
  return rows.some(({ cells }) => cells.some((cell) => cell && cell.zeros > 0.001 * cell.n));
}

function show(last: LastRun, nets: readonly NetRidges[], of: RidgesOf): void {
  heading.replaceChildren(make('h1', {}, words.title), make('span', { class: 'quiet' }, ranIn(last)));
  loss.textContent = lossIn(last);
  notes.replaceChildren(...last.notes.map((note) => make('p', { class: 'stopped' }, note)));
  stopped.textContent = last.stopped ?? '';
  lost.textContent = last.lost ?? '';
  if (table.hidden) return;
  titleRow.replaceChildren(
    ...titlesOf(of, nets).map(([title, kind]) => make('th', { scope: 'col', class: kind }, title)),
  );
  body.replaceChildren(...rowsOf(last, nets, of).flatMap((row) => rowElements(row, last, of)));
  markRow();
}

/** With the kind of the column. */
function titlesOf(of: RidgesOf, nets: readonly NetRidges[]): readonly (readonly [title: string, kind: string])[] {
  const blob = { activations: words.top, gradients: words.bottom, weights: words.blob }[of];
  return [
    ...[words.layer, words.type, blob].map((title) => [title, 'text'] as const),
    ...(of === 'activations' ? [[words.shape, 'text'] as const] : []),
    ...[words.mean, words.std, words.min, words.max, words.zerosColumn].map((title) => [title, 'number'] as const),
    ...nets.slice(1).map(({ net: name }) => [fillIn(words.stdOther, { net: words[name] }), 'number'] as const),
  ];
}

/** Notes have a row of their own, since they are longer than any column. */
function rowElements(row: Row, { layers }: LastRun, of: RidgesOf): readonly HTMLElement[] {
  const { layer, name, type, isFirst, blob, shape, values, zeros, others, isWrong, notes: noted } = row;
  const at = layers[layer]?.lines?.[0];
  const shown = isFirst ? name : '';
  const title =
    shown === '' || at === undefined
      ? shown
      : button(name, { class: 'link', title: words.goToText }, () => vscode.postMessage({ kind: 'reveal', line: at }));
  const numbers = [...values, zeros].map(digits);
  const own = make(
    'tr',
    { class: isWrong ? 'wrong' : undefined, 'data-layer': layer },
    make('th', { scope: 'row' }, title),
    ...[isFirst ? type : '', blob, ...(shape === undefined ? [] : [shape])].map((cell) =>
      make('td', { class: 'text' }, cell),
    ),
    ...[...numbers, ...others.map((std) => (std === undefined ? '–' : digits(std)))].map((cell) =>
      make('td', {}, cell),
    ),
  );
  if (noted === '') return [own];
  const isSerious = layers[layer]?.findings.some((finding) => finding.of === of && finding.isSerious) === true;
  const cell = make('td', { class: isSerious ? 'finding' : 'quiet', colspan: own.children.length }, noted);
  return [own, make('tr', { class: 'noted', 'data-layer': layer }, cell)];
}

function reveal(layer: number): void {
  const at = net?.view?.last?.layers[layer]?.lines?.[0];
  if (at !== undefined) vscode.postMessage({ kind: 'reveal', line: at });
}

function cursorLayer(): number | undefined {
  const last = net?.view?.last;
  return last ? layerAt(last, line) : undefined;
}

function mark(): void {
  markRow();
  if (!plot.hidden) chart.markCursor(cursorLayer());
}

/** The layer under the cursor. */
function markRow(): void {
  const layer = cursorLayer();
  for (const row of body.querySelectorAll('tr')) {
    const isCurrent = row.dataset['layer'] === String(layer);
    row.classList.toggle('current', isCurrent);
    if (isCurrent) row.scrollIntoView({ block: 'nearest' });
  }
}

function copyTable(): void {
  const last = net?.view?.last;
  if (!last) return;
  const nets = netsShown();
  const of = shownOf(nets);
  const titles = [...titlesOf(of, nets).map(([title]) => title), words.notes];
  vscode.postMessage({ kind: 'copy', text: csvOf(rowsOf(last, nets, of), titles) });
  top.say(words.copied);
}

async function save(what: RunFile): Promise<void> {
  const last = net?.view?.last;
  if (!net || !last) return;
  const send = (bytes: Uint8Array): void => vscode.postMessage({ kind: 'save', what, bytes });
  if (what === 'csv') return send(new TextEncoder().encode(histogramsCsv(netsShown())));
  const nets = netsShown();
  const of = shownOf(nets);
  const rows = ridgeRowsOf(nets, of, top.shown().onlyWeights);
  const shown = whatToDraw(rows, nets, of);
  const names = nets.map((each) => each.net);
  const picture = pictureOf(shown, captionOf(net.name, last, names, of, shown.heights, hasZeros(rows)));
  send(what === 'svg' ? new TextEncoder().encode(picture.text) : await pngPicture(picture));
}

function keep(): void {
  if (net) vscode.setState({ uri: net.uri, choice: top.choice(), shown: top.shown() });
}
