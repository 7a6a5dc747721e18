/** Axes of the charts, with names and grid lines. Drawn with attributes alone: the page's policy forbids inline styles. */
import { axisBottom, axisLeft, type AxisScale } from 'd3-axis';
import { select } from 'd3-selection';
import { themeColour } from './page';
import { svg } from './svg';

export interface AxisOptions {
  readonly side: 'bottom' | 'left';
  /** Where the axis is: y of one at the bottom, x of one on the left. */
  readonly at: number;
  /** With the unit. */
  readonly name: string;
  readonly ticks: readonly number[];
  readonly format: (value: number) => string;
  /** Length of the grid lines; 0 for none. */
  readonly grid: number;
}

const size = 11;

export function axis(scale: AxisScale<number>, { side, at, name, ticks, format, grid }: AxisOptions): SVGGElement {
  const quiet = themeColour('descriptionForeground', '#888888');
  const family = getComputedStyle(document.body).fontFamily;
  const make = side === 'bottom' ? axisBottom<number> : axisLeft<number>;
  const group = svg('g', { transform: side === 'bottom' ? `translate(0 ${at})` : `translate(${at} 0)` });
  const drawn = select(group).call(
    make(scale)
      .tickValues([...ticks])
      // d3 passes the index too, which a format may take for its second argument.
      .tickFormat((value) => format(value))
      .tickSizeOuter(0)
      .tickSizeInner(4),
  );
  drawn.attr('font-size', size).attr('font-family', family);
  drawn.selectAll('text').attr('fill', quiet);
  drawn.selectAll('path, line').attr('stroke', quiet).attr('stroke-opacity', 0.5);
  if (grid > 0)
    drawn
      .selectAll('.tick')
      .insert('line', ':first-child')
      .attr(side === 'bottom' ? 'y2' : 'x2', side === 'bottom' ? -grid : grid)
      .attr('stroke', quiet)
      .attr('stroke-opacity', 0.22);
  const [first = 0, last = 0] = scale.range();
  const middle = (first + last) / 2;
  const place = side === 'bottom' ? { x: middle, y: 32 } : { x: -middle, y: -46, transform: 'rotate(-90)' };
  group.append(svg('text', { ...place, fill: quiet, 'text-anchor': 'middle', 'font-size': size }, name));
  return group;
}
