/** The lines of the charts: one per scenario, each with its own colour and dash pattern. */
import type { SignalScenario } from '#protocol/signal';
import { chartColour } from '../colour';
import { words } from './words';

export type LineName = SignalScenario['name'] | 'before' | 'measured';

export interface Line {
  readonly name: LineName;
  readonly label: string;
  readonly colour: string;
  readonly dash: string;
  readonly width: number;
  readonly scenario: SignalScenario;
}

const styles: Readonly<
  Record<
    LineName,
    { readonly colour: string; readonly fallback: string; readonly dash: string; readonly width: number }
  >
> = {
  measured: { colour: 'charts-foreground', fallback: '#cccccc', dash: '', width: 2.4 },
  asIs: { colour: 'charts-blue', fallback: '#3794ff', dash: '', width: 2.4 },
  before: { colour: 'charts-purple', fallback: '#b180d7', dash: '7 3', width: 2 },
  learned: { colour: 'charts-yellow', fallback: '#cca700', dash: '10 3', width: 2 },
  xavier: { colour: 'charts-orange', fallback: '#d18616', dash: '2 3', width: 1.6 },
  msra: { colour: 'charts-green', fallback: '#89d185', dash: '9 3 2 3', width: 1.6 },
  average: { colour: 'charts-red', fallback: '#f14c4c', dash: '4 4', width: 1.6 },
};

/** The line to look at is solid and thick, and the net as it is thin beside it. */
export function lineOf(name: LineName, scenario: SignalScenario, main: LineName): Line {
  const { colour, fallback, ...style } = styles[name];
  const { dash, width } =
    name === main ? { dash: '', width: 2.4 } : name === 'asIs' ? { dash: '5 3', width: 1.6 } : style;
  return { name, label: words[name], colour: chartColour(colour, fallback), dash, width, scenario };
}
