/** The graph tab: the picture with its tools, keyboard control and search. */
import { fillIn } from '#core/messages/fill-in';
import type { NetAnswer } from '#protocol/net';
import { button, make, onThemeChange } from '../page';
import { detailsView, spoken } from './details';
import type { Engine } from './engine';
import { graphOf, outerPrefixes, type Graph, type GraphNode } from './graph';
import { legend } from './legend';
import type { Layout } from './layout';
import type { FromNetPage } from '#protocol/net';
import { pngPicture, svgPicture } from './pictures';
import type { SceneWords } from './scene';
import { neighbour, search } from './search';
import { graphView } from './view';
import { words } from './words';

export interface GraphTabEvents {
  /** Shows the layer in the text. */
  readonly press: (layer: number) => void;
  readonly collapse: (prefix: string) => void;
  readonly collapseAll: (how: 'collapsed' | 'expanded') => void;
  readonly save: (message: FromNetPage) => void;
}

export interface GraphTab {
  readonly element: HTMLElement;
  readonly show: (uri: string, net: NetAnswer, collapsed: ReadonlySet<string>) => void;
  readonly mark: (layer: number) => void;
  readonly find: () => void;
}

const zoomStep = 1.25;
const sceneWords: SceneWords = { ofGroup: ({ layers }) => fillIn(words.groupLayers, { count: layers.length }) };

// oxlint-disable-next-line max-lines-per-function -- a view is one state that all its handlers share
export function graphTab(engine: Engine, on: GraphTabEvents): GraphTab {
  const view = graphView({ press: pressed, pressPrefix: on.collapse }, sceneWords);
  const details = detailsView(on.press);
  const field = make('input', {
    type: 'search',
    placeholder: words.search,
    title: words.searchLong,
    'aria-label': words.search,
  });
  const count = make('span', { class: 'quiet count', role: 'status' });
  const sign = (face: string, label: string, press: () => void): HTMLButtonElement =>
    button(face, { class: 'sign', title: label, 'aria-label': label }, press);
  const folds = make(
    'span',
    { class: 'row' },
    sign('⊟', words.collapseAll, () => on.collapseAll('collapsed')),
    sign('⊞', words.expandAll, () => on.collapseAll('expanded')),
  );
  const saver = (face: string, format: 'svg' | 'png'): HTMLButtonElement =>
    button(face, { title: fillIn(words.saveLong, { format: face }) }, () => void save(format));
  const tools = make(
    'div',
    { class: 'row tools' },
    field,
    count,
    make(
      'span',
      { class: 'row push' },
      folds,
      sign('−', words.zoomOut, () => view.zoomBy(1 / zoomStep)),
      sign('+', words.zoomIn, () => view.zoomBy(zoomStep)),
      sign('⤢', words.fit, view.fit),
      saver(words.saveSvg, 'svg'),
      saver(words.savePng, 'png'),
    ),
  );
  const key = legend();
  const live = make('p', { class: 'spoken', role: 'status' });
  const hint = make('p', { class: 'spoken', id: 'graph-hint' }, words.graphHint);
  view.element.tabIndex = 0;
  view.element.setAttribute('role', 'application');
  view.element.setAttribute('aria-describedby', 'graph-hint');
  const element = make('section', { class: 'graph' }, tools, hint, live, view.element, key.element, details.element);

  let net: NetAnswer | undefined;
  let graph: Graph = { nodes: [], edges: [] };
  let layout: Layout | undefined;
  let shownUri = '';
  let shownKey = '';
  let current: string | undefined;
  let marked = -1;
  let found: readonly string[] = [];

  onThemeChange(() => {
    view.recolour();
    key.recolour();
  });

  async function show(uri: string, next: NetAnswer, collapsed: ReadonlySet<string>): Promise<void> {
    net = next;
    graph = graphOf(next, collapsed);
    const key = JSON.stringify([uri, graph]);
    if (key === shownKey) return refresh();
    // The marks of another net are meaningless here.
    if (uri !== shownUri) [current, marked] = [undefined, -1];
    shownKey = key;
    view.element.setAttribute('aria-label', fillIn(words.graphLabel, { name: next.name, layers: next.layers.length }));
    folds.hidden = outerPrefixes(next.layers).length === 0;
    const answer = await engine.layout(graph);
    if (!answer) return;
    layout = answer.layout;
    element.dataset['took'] = answer.took.toFixed(1);
    view.show(layout, uri === shownUri ? 'keep' : 'start');
    shownUri = uri;
    refresh();
    if (current !== undefined) view.reveal(current);
  }

  function refresh(): void {
    current =
      nodeOf(marked)?.id ??
      (current !== undefined && graph.nodes.some(({ id }) => id === current) ? current : undefined);
    lookFor();
  }

  function nodeOf(layer: number): GraphNode | undefined {
    return graph.nodes.find(({ layers, kind }) => kind !== 'chip' && layers.includes(layer));
  }

  function become(id: string | undefined): void {
    current = id;
    const node = graph.nodes.find((each) => each.id === id);
    if (net) details.show(net, node);
    view.mark(current, new Set(found));
    if (id !== undefined) view.reveal(id);
    live.textContent = net && node ? spoken(net, graph, node) : '';
  }

  function pressed(id: string): void {
    view.element.focus({ preventScroll: true });
    become(id);
    open();
  }

  /** Expands a collapsed prefix; shows a layer in the text. */
  function open(): void {
    const node = graph.nodes.find(({ id }) => id === current);
    const [layer] = node?.layers ?? [];
    if (node?.kind === 'group') on.collapse(node.name);
    else if (layer !== undefined) on.press(layer);
  }

  function lookFor(): void {
    found = net ? search(net, graph, field.value) : [];
    const at = current === undefined ? -1 : found.indexOf(current);
    count.textContent =
      field.value.trim() === ''
        ? ''
        : found.length === 0
          ? words.foundNone
          : fillIn(words.found, { at: at < 0 ? '–' : at + 1, count: found.length });
    view.mark(current, new Set(found));
    const node = graph.nodes.find(({ id }) => id === current);
    if (net) details.show(net, node);
  }

  function next(step: number): void {
    if (found.length === 0) return;
    const at = current === undefined ? -1 : found.indexOf(current);
    become(found[at < 0 ? (step > 0 ? 0 : found.length - 1) : (at + step + found.length) % found.length]);
    lookFor();
  }

  async function save(format: 'svg' | 'png'): Promise<void> {
    if (!layout) return;
    const content =
      format === 'svg'
        ? svgPicture(layout, view.boxes(), sceneWords)
        : await pngPicture(layout, view.boxes(), sceneWords);
    if (content !== undefined) on.save({ kind: 'save', format, content });
  }

  const keys: Readonly<Record<string, () => void>> = {
    Enter: open,
    ' ': () => {
      const node = graph.nodes.find(({ id }) => id === current);
      const prefix = node?.kind === 'group' ? node.name : node?.prefix;
      if (prefix) on.collapse(prefix);
    },
    '+': () => view.zoomBy(zoomStep),
    '=': () => view.zoomBy(zoomStep),
    '-': () => view.zoomBy(1 / zoomStep),
    '0': view.fit,
    '/': () => field.focus(),
  };
  view.element.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = keys[event.key];
    const moved = act ? undefined : neighbour(graph, current, event.key);
    if (!act && moved === undefined) return;
    event.preventDefault();
    if (act) act();
    else become(moved);
  });
  field.addEventListener('input', () => {
    lookFor();
    if (found.length > 0 && (current === undefined || !found.includes(current))) next(1);
  });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') next(event.shiftKey ? -1 : 1);
    if (event.key !== 'Escape') return;
    field.value = '';
    lookFor();
    view.element.focus();
  });

  return {
    element,
    show: (uri, answer, collapsed) => void show(uri, answer, collapsed),
    find: () => field.focus(),
    mark: (layer) => {
      marked = layer;
      const id = nodeOf(layer)?.id;
      if (id === undefined) return;
      if (id !== current) become(id);
      else view.reveal(id);
    },
  };
}
