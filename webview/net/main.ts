/** The net panel. */
import { shown } from '#core/messages/shown';
import '../page.css';
import './net.css';
import { bytes, large, part, thousands } from '#core/cost/format';
import { fillIn } from '#core/messages/fill-in';
import type { NetAnswer } from '#protocol/net';
import type { Pages } from '#protocol/pages';
import { host, make } from '../page';
import { startEngine } from './engine';
import { outerPrefixes } from './graph';
import { graphTab } from './graph-tab';
import type { Tab, ToNetPage } from '#protocol/net';
import { batchOf } from './rows';
import { tableView } from './table';
import { status } from '../status/status';
import { words } from './words';

const vscode = host<'net'>(receive);
const kept = vscode.getState();
let net: ToNetPage | undefined;
let tab: Tab = kept?.tab ?? 'graph';
let follows = kept?.follow ?? true;
let grouped = kept?.grouped ?? false;
let collapsed: ReadonlySet<string> = new Set(kept?.collapsed);
let line = -1;

const graph = graphTab(startEngine(), {
  press: reveal,
  collapse: toggle,
  collapseAll: (how) => {
    collapsed = new Set(how === 'collapsed' ? outerPrefixes(net?.answer?.layers ?? []) : []);
    update();
  },
  save: vscode.postMessage,
});
const table = tableView({
  press: reveal,
  copy: (text) => vscode.postMessage({ kind: 'copy', text }),
  collapse: toggle,
  group: (on) => {
    grouped = on;
    update();
  },
});
const tabs = make(
  'div',
  { class: 'roles', role: 'radiogroup', 'aria-label': words.tabs },
  tabOf('graph', words.graph),
  tabOf('table', words.table),
);
const totals = make('span', { class: 'quiet totals' });
const state = make('span', { class: 'badge', title: words.stateLong });
const follow = make('input', { type: 'checkbox' });
const top = make(
  'header',
  { class: 'top' },
  tabs,
  totals,
  make('div', { class: 'row push' }, make('label', { title: words.followLong }, follow, words.follow), state),
);
const missing = status(vscode.postMessage);
document.body.append(top, missing.element, graph.element, table.element);
top.hidden = graph.element.hidden = table.element.hidden = true;

follow.checked = follows;
follow.addEventListener('change', () => {
  follows = follow.checked;
  vscode.postMessage({ kind: 'follow', on: follows });
  if (follows) markCursor();
  keep();
});
document.addEventListener('keydown', (event) => {
  if (event.key !== 'f' || !(event.ctrlKey || event.metaKey) || tab !== 'graph') return;
  event.preventDefault();
  graph.find();
});
vscode.postMessage({ kind: 'follow', on: follows });

function receive(message: Pages['net']['to']): void {
  switch (message.kind) {
    case 'net':
      if (net && net.uri !== message.uri) {
        [collapsed, line] = [new Set(), -1];
        table.mark(-1);
      }
      net = message;
      update();
      break;
    case 'lacks':
      missing.receive(message);
      update();
      break;
    case 'cursor':
      ({ line } = message);
      if (follows) markCursor();
      break;
  }
}

/** Updates the whole page to the current state. */
function update(): void {
  const isThere = missing.show(net);
  const answer = net?.answer;
  top.hidden = !isThere;
  if (!net || !answer || !isThere) {
    graph.element.hidden = table.element.hidden = true;
    return;
  }
  showTotals(answer);
  graph.element.hidden = tab !== 'graph';
  table.element.hidden = tab !== 'table';
  if (tab === 'graph') graph.show(net.uri, answer, collapsed);
  else table.show(answer, net.before, { collapsed, grouped });
  if (follows) markCursor();
  keep();
}

function showTotals({ layers, total: { params, macs, memory }, required, state: name }: NetAnswer): void {
  const batch = batchOf({ layers });
  totals.textContent = fillIn(batch === undefined ? words.totals : words.totalsBatch, {
    batch: batch ?? '',
    layers: layers.length,
    params: part(params, large),
    macs: part(macs, large),
    memory: part(memory, bytes),
  });
  totals.title = [
    words.totalsLong,
    ...(required === null ? [] : [fillIn(words.required, { bytes: thousands(required) })]),
  ].join('\n');
  state.textContent = shown(name);
}

function tabOf(value: Tab, label: string): HTMLLabelElement {
  const input = make('input', { type: 'radio', name: 'tab', value });
  input.checked = value === tab;
  input.addEventListener('change', () => {
    tab = value;
    update();
  });
  return make('label', {}, input, make('span', {}, label));
}

function reveal(layer: number): void {
  const first = net?.answer?.lines[layer]?.[0];
  if (first === undefined) return;
  table.mark(layer);
  vscode.postMessage({ kind: 'reveal', line: first });
}

function toggle(prefix: string): void {
  const next = new Set(collapsed);
  if (!next.delete(prefix)) next.add(prefix);
  collapsed = next;
  update();
}

/** Marks the layer at the cursor; none if the cursor is between layers. */
function markCursor(): void {
  const layer = net?.answer?.lines.findIndex(([first, last]) => first <= line && line <= last) ?? -1;
  if (layer < 0) return;
  graph.mark(layer);
  table.mark(layer);
}

function keep(): void {
  if (net) vscode.setState({ uri: net.uri, tab, follow: follows, grouped, collapsed: [...collapsed] });
}
