/** The graph on the screen. Only the visible part is drawn; it is moved by dragging, the wheel and buttons. */
import { make } from '../page';
import { svg } from '../svg';
import { prefixBoxes, type PrefixBox } from './boxes';
import { coloursOfTheme } from './colours';
import { labelledEdges } from './edge-labels';
import type { Layout, PlacedEdge, PlacedNode } from './layout';
import { svgOf } from './render';
import { boxItem, boxLabel, edgeItems, nodeItems, type Colours, type Detail, type SceneWords } from './scene';

export interface View {
  readonly element: HTMLElement;
  /** `keep`: leaves the position unchanged, for a new version of the same net. */
  readonly show: (layout: Layout, place: 'keep' | 'start') => void;
  /** Marks the node of the current layer, and the search results. */
  readonly mark: (current: string | undefined, found: ReadonlySet<string>) => void;
  /** Moves a node into view, at a size that can be read. */
  readonly reveal: (id: string) => void;
  readonly zoomBy: (factor: number) => void;
  readonly fit: () => void;
  readonly recolour: () => void;
  readonly boxes: () => readonly PrefixBox[];
}

export interface ViewEvents {
  readonly press: (id: string) => void;
  readonly pressPrefix: (prefix: string) => void;
}

const [smallest, largest] = [0.02, 3];
/** Below this scale, no text is drawn. */
const farBelow = 0.32;
/** A node that is looked for is shown at this scale at least. */
const readable = 0.9;
/** In screen pixels: a movement of more than this is a drag, not a click. */
const dragAfter = 4;

interface Place {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

// oxlint-disable-next-line max-lines-per-function -- a view is one state that all its handlers share
export function graphView(on: ViewEvents, words: SceneWords): View {
  const scene = svg('g', {});
  const picture = svg('svg', { 'aria-hidden': 'true' }, scene);
  const element = make('div', { class: 'canvas' });
  element.append(picture);

  let layout: Layout = { width: 0, height: 0, nodes: [], edges: [] };
  let boxes: readonly PrefixBox[] = [];
  let labels: ReadonlySet<PlacedEdge> = new Set();
  let colours: Colours = coloursOfTheme();
  let place: Place = { scale: 1, x: 0, y: 0 };
  let current: string | undefined;
  let found: ReadonlySet<string> = new Set();
  /** The part that is currently drawn, in graph units; undefined if a redraw is needed. */
  let drawn: { readonly top: number; readonly bottom: number; readonly detail: Detail } | undefined;
  let waiting = false;

  const size = (): { readonly width: number; readonly height: number } => ({
    width: element.clientWidth,
    height: element.clientHeight,
  });

  function redrawSoon(): void {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      redraw();
    });
  }

  function redraw(): void {
    const { height } = size();
    scene.setAttribute('transform', `translate(${place.x} ${place.y}) scale(${place.scale})`);
    const top = -place.y / place.scale;
    const bottom = top + height / place.scale;
    const detail: Detail = place.scale < farBelow ? 'far' : 'near';
    if (drawn && drawn.detail === detail && drawn.top <= top && drawn.bottom >= bottom) return;
    const air = bottom - top;
    drawn = { top: top - air, bottom: bottom + air, detail };
    scene.innerHTML = contentOf(drawn.top, drawn.bottom, detail);
  }

  function contentOf(top: number, bottom: number, detail: Detail): string {
    const within = ({ y, height }: { readonly y: number; readonly height: number }): boolean =>
      y < bottom && y + height > top;
    const visible = boxes.filter(within);
    const parts = visible.map((box) => svgOf([boxItem(box, colours)], colours.font));
    for (const placed of layout.edges) {
      const ys = placed.points.map(({ y }) => y);
      if (Math.min(...ys) > bottom || Math.max(...ys) < top) continue;
      parts.push(svgOf(edgeItems(placed, colours, detail, labels.has(placed) ? 'labelled' : 'bare'), colours.font));
    }
    for (const placed of layout.nodes.filter(within)) {
      const { id } = placed.node;
      const marks = `${id === current ? ' current' : ''}${found.has(id) ? ' found' : ''}`;
      parts.push(
        `<g class="node${marks}" data-id="${attribute(id)}">${halo(placed, marks)}${svgOf(nodeItems(placed, colours, detail, words), colours.font)}</g>`,
      );
    }
    if (detail === 'far') return parts.join('');
    const labelled = visible.map(
      (box) =>
        `<g class="prefix" data-prefix="${attribute(box.prefix)}">${svgOf([boxLabel(box, colours)], colours.font)}</g>`,
    );
    return [...parts, ...labelled].join('');
  }

  function moveTo(next: Place): void {
    const { width, height } = size();
    const scale = Math.min(largest, Math.max(smallest, next.scale));
    place = { scale, x: within(next.x, layout.width * scale, width), y: within(next.y, layout.height * scale, height) };
    redrawSoon();
  }

  function zoomAt(factor: number, x: number, y: number): void {
    const scale = Math.min(largest, Math.max(smallest, place.scale * factor));
    const ratio = scale / place.scale;
    moveTo({ scale, x: x - (x - place.x) * ratio, y: y - (y - place.y) * ratio });
  }

  function fittingAll(): number {
    const { width, height } = size();
    return Math.min(width / layout.width, height / layout.height, 1);
  }

  /** Fits the whole graph if it is readable then, else its width; if that is too wide, it starts at the first layer. */
  function start(): void {
    const { width, height } = size();
    const all = fittingAll();
    const scale = all >= readable ? all : Math.min(1, Math.max(readable, width / layout.width));
    const [first] = layout.nodes;
    if (layout.width * scale <= width || !first) moveTo({ scale, x: 0, y: 0 });
    else {
      const [x, y] = [(first.x + first.width / 2) * scale, (first.y + first.height) * scale];
      moveTo({ scale, x: width / 2 - x, y: Math.min(0, height / 2 - y) });
    }
  }

  const observer = new ResizeObserver(() => {
    drawn = undefined;
    redrawSoon();
  });
  observer.observe(element);
  dragging(
    element,
    () => place,
    moveTo,
    (target) => {
      const node = target.closest<SVGElement>('[data-id]')?.dataset['id'];
      const prefix = target.closest<SVGElement>('[data-prefix]')?.dataset['prefix'];
      if (node !== undefined) on.press(node);
      else if (prefix !== undefined && target.tagName === 'text') on.pressPrefix(prefix);
    },
  );
  element.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const { left, top } = element.getBoundingClientRect();
      if (event.ctrlKey || event.metaKey)
        zoomAt(Math.exp(-event.deltaY / 300), event.clientX - left, event.clientY - top);
      else
        moveTo({
          ...place,
          x: place.x - (event.shiftKey ? event.deltaY : event.deltaX),
          y: place.y - (event.shiftKey ? 0 : event.deltaY),
        });
    },
    { passive: false },
  );

  return {
    element,
    boxes: () => boxes,
    show: (next, where) => {
      layout = next;
      boxes = prefixBoxes(next);
      labels = labelledEdges(next.edges);
      drawn = undefined;
      if (where === 'start') start();
      else moveTo(place);
    },
    mark: (id, matches) => {
      current = id;
      found = matches;
      drawn = undefined;
      redrawSoon();
    },
    reveal: (id) => {
      const placed = layout.nodes.find(({ node }) => node.id === id);
      const { width, height } = size();
      if (!placed || width === 0) return;
      const [x, y] = [placed.x * place.scale + place.x, placed.y * place.scale + place.y];
      const [w, h] = [placed.width * place.scale, placed.height * place.scale];
      const inside = x >= 12 && y >= 12 && x + w <= width - 12 && y + h <= height - 12;
      if (inside && place.scale >= readable) return;
      const scale = Math.max(place.scale, Math.min(1, fittingAll() >= readable ? fittingAll() : readable));
      moveTo({
        scale,
        x: width / 2 - (placed.x + placed.width / 2) * scale,
        y: height / 2 - (placed.y + placed.height / 2) * scale,
      });
    },
    zoomBy: (factor) => zoomAt(factor, size().width / 2, size().height / 2),
    fit: () => {
      moveTo({ scale: fittingAll(), x: 0, y: 0 });
    },
    recolour: () => {
      colours = coloursOfTheme();
      drawn = undefined;
      redrawSoon();
    },
  };
}

/** Limits the offset along one axis: centred if the graph fits, else so that at least half of the view is filled. */
function within(at: number, graph: number, view: number): number {
  return graph <= view ? (view - graph) / 2 : Math.min(view / 2, Math.max(view / 2 - graph, at));
}

/** A frame behind a marked node. */
function halo({ x, y, width, height }: PlacedNode, marks: string): string {
  return marks === ''
    ? ''
    : `<rect class="halo" x="${x - 4}" y="${y - 4}" width="${width + 8}" height="${height + 8}" rx="8"/>`;
}

function attribute(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}

function dragging(
  element: HTMLElement,
  from: () => Place,
  moveTo: (place: Place) => void,
  click: (target: Element) => void,
): void {
  element.addEventListener('pointerdown', (down) => {
    if (down.button !== 0) return;
    const begin = from();
    let moved = false;
    const move = ({ clientX, clientY }: PointerEvent): void => {
      const [dx, dy] = [clientX - down.clientX, clientY - down.clientY];
      if (!moved && Math.hypot(dx, dy) < dragAfter) return;
      if (!moved) element.setPointerCapture(down.pointerId);
      moved = true;
      element.classList.add('dragged');
      moveTo({ ...begin, x: begin.x + dx, y: begin.y + dy });
    };
    const end = (): void => {
      element.classList.remove('dragged');
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerup', end);
      element.removeEventListener('pointercancel', end);
      if (!moved && down.target instanceof Element) click(down.target);
    };
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerup', end);
    element.addEventListener('pointercancel', end);
  });
}
