/** What the colours and lines of the graph mean, in one line below it. */
import { make } from '../page';
import { svg } from '../svg';
import { coloursOfTheme } from './colours';
import { words } from './words';

export interface Legend {
  readonly element: HTMLElement;
  readonly recolour: () => void;
}

export function legend(): Legend {
  const element = make('div', { class: 'row legend', role: 'group', 'aria-label': words.legend });
  const recolour = (): void => {
    const { roles, error, unknown, line } = coloursOfTheme();
    const box = (fill: string, stroke: string, dash: string): SVGElement =>
      svg('rect', { x: 1, y: 1, width: 16, height: 10, rx: 2, fill, stroke, 'stroke-dasharray': dash });
    const entries: readonly (readonly [SVGElement, string])[] = [
      [box(roles.source, 'none', ''), words.legendSource],
      [box(roles.learns, 'none', ''), words.legendLearns],
      [box(roles.loss, 'none', ''), words.legendLoss],
      [box(roles.other, 'none', ''), words.legendOther],
      [box('none', unknown, '4 3'), words.legendUnknown],
      [box('none', error, ''), words.legendError],
      [svg('path', { d: 'M1 6H17', stroke: line, 'stroke-width': 1.5 }), words.legendEdge],
    ];
    element.replaceChildren(
      ...entries.map(([sample, text]) =>
        make('span', {}, svg('svg', { width: 18, height: 12, 'aria-hidden': 'true' }, sample), text),
      ),
      // As nodes have it.
      make('span', {}, make('code', {}, '3×3 /2'), words.legendKernel),
    );
  };
  recolour();
  return { element, recolour };
}
