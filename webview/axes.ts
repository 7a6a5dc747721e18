/** Axes of the charts, with names and grid lines. Drawn with attributes alone: the page's policy forbids inline styles. */
import { axisBottom, axisLeft, axisTop, type AxisScale } from 'd3-axis';
import { select } from 'd3-selection';
import { themeColour } from './page';
import { svg } from './svg';

export interface AxisOptions {
  readonly side: 'bottom' | 'top' | 'left';
  /** Where the axis is: y of one at the bottom or the top, x of one on the left. */
  readonly at: number;
  /** With the unit; empty for none. */
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
  const make = { bottom: axisBottom<number>, top: axisTop<number>, left: axisLeft<number> }[side];
  const group = svg('g', { transform: side === 'left' ? `translate(${at} 0)` : `translate(0 ${at})` });
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
      .attr(side === 'left' ? 'x2' : 'y2', side === 'bottom' ? -grid : grid)
      .attr('stroke', quiet)
      .attr('stroke-opacity', 0.22);
  if (name === '') return group;
  const [first = 0, last = 0] = scale.range();
  const middle = (first + last) / 2;
  const place = {
    bottom: { x: middle, y: 32 },
    top: { x: middle, y: -24 },
    left: { x: -middle, y: -46, transform: 'rotate(-90)' },
  }[side];
  group.append(svg('text', { ...place, fill: quiet, 'text-anchor': 'middle', 'font-size': size }, name));
  return group;
}

/** `10⁻³`: the label of a tick on a logarithmic axis. */
export function powerOfTen(value: number): string {
  const power = Math.round(Math.log10(value));
  const raised = [...String(power)].map((digit) => (digit === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]));
  return power === 0 ? '1' : `10${raised.join('')}`;
}
