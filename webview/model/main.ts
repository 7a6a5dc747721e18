/** The editor of weights files: layers, statistics of their values, pictures of them, and how they fit a net. */
import { thousands } from '#core/cost/format';
import '../page.css';
import '../layer-table.css';
import '../values/values.css';
import './model.css';
import { fillIn } from '#core/messages/fill-in';
import type { ModelAnswer, ModelNets, ModelPairing } from '#protocol/model';
import type { Pages } from '#protocol/pages';
import { button, host, make, onThemeChange } from '../page';
import { bytes, formatShape } from '../values/format';
import { loadedValues } from '../values/loaded';
import { details } from './details';
import { paired } from './paired';
import { roleOf, rowsOf, totalsOf, type Row } from './rows';
import { modelTable } from './table';
import { words } from './words';

const vscode = host<'model'>(receive);
const kept = vscode.getState();
let file: { readonly uri: string; readonly name: string; readonly answer: ModelAnswer } | undefined;
let rows: readonly Row[] = [];
let nets: ModelNets | undefined;
let selected = kept?.blob ?? 0;
/** How many blobs have statistics. */
let computed = 0;
let share = 0;

const title = make('h1');
const facts = make('span', { class: 'quiet' });
const format = make('span');
const upgrade = button(words.upgrade, { title: words.upgradeLong }, () => vscode.postMessage({ kind: 'upgrade' }));
const save = button(words.export, { title: words.exportLong }, () => vscode.postMessage({ kind: 'export' }));
const bar = make('progress', { max: 1 });
const barText = make('span', { role: 'status' });
const cancel = button(words.cancel, { class: 'link' }, () => vscode.postMessage({ kind: 'cancel' }));
const compute = button(words.compute, { class: 'link' }, () => vscode.postMessage({ kind: 'compute', from: computed }));
const progress = make('div', { class: 'row progress' }, bar, barText, cancel, compute);
const buttons = make('div', { class: 'row push' }, upgrade, save);
const header = make('header', { class: 'top' }, title, facts, format, progress, buttons);
const problem = make('p', { class: 'problem', role: 'alert' });
const reveal = (line: number): void => vscode.postMessage({ kind: 'show-net', line });
const net = paired({
  pair: (uri) => pairWith(uri),
  choose: () => vscode.postMessage({ kind: 'choose-net' }),
  reveal,
});
const table = modelTable({ select, reveal });
const values = loadedValues(vscode.postMessage);
const blob = details(values);
const panes = make('div', { class: 'panes' }, table.element, blob.element);
document.body.append(header, make('main', {}, problem, net.element, panes));

header.hidden = problem.hidden = net.element.hidden = panes.hidden = progress.hidden = true;
onThemeChange(blob.repaint);
if (kept?.net) pairWith(kept.net);

function receive(message: Pages['model']['to']): void {
  switch (message.kind) {
    case 'model':
      file = message;
      [computed, share] = [0, 0];
      table.forget();
      return update();
    case 'statistics':
      table.fill(message.from, message.statistics);
      computed = Math.max(computed, message.from + message.statistics.length);
      share = Math.max(share, message.share);
      return showProgress('runs');
    case 'statistics-ended':
      if (message.answer.kind === 'problem') say(message.answer.message);
      return showProgress('ended');
    case 'nets':
      ({ nets } = message);
      keep();
      return showNets();
    case 'loaded-figures':
    case 'loaded-values':
      return values.receive(message);
    case 'lacks':
    case 'cursor':
      return;
  }
}

function update(): void {
  if (!file) return;
  const { answer, name } = file;
  const isThere = answer.kind !== 'problem';
  header.hidden = panes.hidden = !isThere;
  net.element.hidden = true;
  problem.hidden = isThere;
  if (!isThere) return say(answer.message);
  rows = rowsOf(answer);
  title.textContent = name;
  facts.textContent = factsOf(answer);
  const age = answer.kind === 'model' ? answer.age : 'current';
  upgrade.hidden = age === 'current';
  format.hidden = answer.kind !== 'model';
  format.textContent = age === 'current' ? words.current : fillIn(words.old, { age });
  format.className = age === 'current' ? 'quiet' : 'badge';
  format.title = age === 'current' ? '' : fillIn(words.oldLong, { age });
  table.element.classList.toggle('is-mean', answer.kind === 'mean');
  save.disabled = !rows.some((row) => row.blob);
  showProgress('runs');
  showNets();
  if (!rows.some((row) => row.blob?.number === selected)) selected = 0;
  select(selected);
}

function say(message: string): void {
  problem.textContent = message;
  problem.hidden = false;
}

function factsOf(answer: Exclude<ModelAnswer, { kind: 'problem' }>): string {
  const size = bytes(answer.size);
  const total = totalsOf(answer.layers);
  const counted = thousands(total.values);
  if (answer.kind === 'mean')
    return fillIn(words.mean, { shape: formatShape(rows[0]?.blob?.shape ?? []), values: counted, size });
  return fillIn(words.facts, { layers: total.layers, withBlobs: total.withBlobs, values: counted, size });
}

function showNets(): void {
  const isModel = file?.answer.kind === 'model';
  net.element.hidden = !nets || !isModel;
  if (nets && isModel) net.show(nets, rows);
  table.show(rows, pairing());
  table.mark(selected);
  const row = selectedRow();
  if (row) blob.rename(titleOf(row));
}

function pairing(): ModelPairing | null {
  return nets?.paired && nets.paired.state !== '' ? nets.paired : null;
}

function showProgress(state: 'runs' | 'ended'): void {
  const isDone = computed >= rows.filter((row) => row.blob).length;
  const percent = Math.floor(100 * share);
  progress.hidden = isDone;
  bar.value = share;
  bar.hidden = cancel.hidden = state === 'ended';
  compute.hidden = state === 'runs';
  barText.textContent = fillIn(state === 'runs' ? words.computing : words.stopped, { percent });
}

function select(number: number): void {
  selected = number;
  const row = selectedRow();
  table.mark(number);
  keep();
  if (!row?.blob) return blob.hide();
  void blob.show(row.blob, titleOf(row), file?.answer.kind === 'mean');
}

function selectedRow(): Row | undefined {
  return rows.find((row) => row.blob?.number === selected);
}

function titleOf(row: Row): string {
  if (file?.answer.kind === 'mean') return words.meanTitle;
  return fillIn(words.blobTitle, { layer: row.name === '' ? words.noName : row.name, blob: roleOf(row, pairing()) });
}

function pairWith(uri: string): void {
  vscode.postMessage({ kind: 'pair', net: uri });
}

function keep(): void {
  if (file) vscode.setState({ uri: file.uri, blob: selected, net: nets?.paired?.uri ?? null });
}
