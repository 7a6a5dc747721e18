/** The net panel. */
import { shown } from '#core/messages/shown';
import '../page.css';
import './net.css';
import { bytes, large, largeMacs, part, thousands } from '#core/cost/format';
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

/** A table of more layers is grouped at first. */
const fewLayers = 50;

const vscode = host<'net'>(receive);
const kept = vscode.getState();
let net: ToNetPage | undefined;
let tab: Tab = kept?.tab ?? 'graph';
let follows = kept?.follow ?? true;
let grouped = kept?.grouped;
let collapsed: ReadonlySet<string> = new Set(kept?.collapsed);
let toggled: ReadonlySet<string> = new Set(kept?.toggled);
let line = -1;

const graph = graphTab(startEngine(), {
  press: reveal,
  collapse: (prefix) => {
    collapsed = switched(collapsed, prefix);
    update();
  },
  collapseAll: (how) => {
    collapsed = new Set(how === 'collapsed' ? outerPrefixes(net?.answer?.layers ?? []) : []);
    update();
  },
  save: vscode.postMessage,
});
const table = tableView({
  press: reveal,
  copy: (text) => vscode.postMessage({ kind: 'copy', text }),
  toggle: (block) => {
    toggled = switched(toggled, block);
    update();
  },
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
  if (event.key !== 'f' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  if (tab === 'graph') graph.find();
  else table.find();
});
vscode.postMessage({ kind: 'follow', on: follows });

function receive(message: Pages['net']['to']): void {
  switch (message.kind) {
    case 'net':
      if (net && net.uri !== message.uri) {
        [collapsed, toggled, line] = [new Set(), new Set(), -1];
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
  else table.show(answer, net.before, { toggled, grouped: grouped ?? answer.layers.length > fewLayers });
  if (follows) markCursor();
  keep();
}

function showTotals({ layers, total: { params, macs, memory }, required, state: name }: NetAnswer): void {
  const batch = batchOf({ layers });
  const text = fillIn(batch === undefined ? words.totals : words.totalsBatch, {
    batch: batch ?? '',
    layers: layers.length,
    params: part(params, large),
    macs: macs.kind === 'unknown' ? `? ${words.macs}` : part(macs, largeMacs),
    memory: part(memory, bytes),
  });
  // A line ends between two facts, not within one.
  totals.textContent = text
    .split(' · ')
    .map((fact) => fact.replaceAll(' ', '\u00a0'))
    .join(' · ');
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

/** With the name if it was not in the set, else without it. */
function switched(set: ReadonlySet<string>, name: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(name)) next.add(name);
  return next;
}

/** Marks the layer at the cursor; none if the cursor is between layers. */
function markCursor(): void {
  const layer = net?.answer?.lines.findIndex(([first, last]) => first <= line && line <= last) ?? -1;
  if (layer < 0) return;
  graph.mark(layer);
  table.mark(layer);
}

function keep(): void {
  if (net)
    vscode.setState({
      uri: net.uri,
      tab,
      follow: follows,
      ...(grouped !== undefined && { grouped }),
      collapsed: [...collapsed],
      toggled: [...toggled],
    });
}
