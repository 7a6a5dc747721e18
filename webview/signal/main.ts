/** The signal panel. */
import '../page.css';
import '../layer-table.css';
import './signal.css';
import { fillIn } from '#core/messages/fill-in';
import type { SourceChoice } from '#core/signal/source';
import type { SignalAnswer, SignalScenario } from '#protocol/signal';
import type { Pages } from '#protocol/pages';
import { button, host, make, onResize, onThemeChange } from '../page';
import { chart, type Shown } from './chart';
import { controls } from './controls';
import { pngPicture } from '../picture';
import { csvOf, pictureOf } from './export';
import { isDrawn } from './drawn';
import { lineOf, type Line } from './lines';
import type { SignalFile, SignalPageState } from '#protocol/signal';
import type { Way } from './scale';
import { notesOf as sentencesOf } from './notes';
import { tableOf } from './table';
import { status } from '../status/status';
import { isTangled, weightLayersOf } from './weight-layers';
import { words } from './words';

const vscode = host<'signal'>(receive);
const kept = vscode.getState();
const hidden = new Set<string>(kept?.hidden);
let input: SourceChoice = kept?.input ?? { kind: 'standard' };
let onlyWeights = kept?.onlyWeights;
let view: SignalPageState['view'] = kept?.view ?? 'chart';
let net: { readonly uri: string; readonly name: string; readonly answer: SignalAnswer | null } | undefined;
/** The baseline that edits are compared with, and the layers that it has numbers for. */
let before: { readonly uri: string; readonly layers: string; readonly scenario: SignalScenario } | undefined;
let cursorLine: number | undefined;

const top = controls(
  {
    input: (choice) => {
      input = choice;
      before = undefined;
      vscode.postMessage({ kind: 'input', input });
      missing.computing();
      keep();
    },
    line: (name, on) => {
      if (on) hidden.delete(name);
      else hidden.add(name);
      update();
    },
    view: (next) => {
      view = next;
      update();
    },
    onlyWeights: (on) => {
      onlyWeights = on;
      update();
    },
    save: (what) => void save(what),
    keep: () => {
      before = undefined;
      remember();
      update();
    },
  },
  { input, view },
);
const heading = make('div', { class: 'heading' });
const notes = make('div', { class: 'notes' });
const verdicts = make('ul', { class: 'verdicts' });
const looked = { look: (layer: number | undefined) => ways.forEach((way) => charts[way].look(layer)), reveal };
const charts = { forward: chart('forward', looked), back: chart('back', looked) };
const ways: readonly Way[] = ['forward', 'back'];
const plots = make(
  'div',
  {},
  charts.forward.element,
  charts.back.element,
  make('p', { class: 'quiet' }, make('span', { class: 'band' }), words.band),
);
const table = make('div', { class: 'table' });
const missing = status(vscode.postMessage);
document.body.append(top.element, make('main', {}, missing.element, heading, notes, verdicts, plots, table));

onThemeChange(update);
onResize(plots, update);
window.addEventListener('resize', update);
vscode.postMessage({ kind: 'input', input });
update();

function receive(message: Pages['signal']['to']): void {
  if (message.kind === 'cursor') cursorLine = message.line;
  else if (message.kind === 'lacks') missing.receive(message);
  else {
    if (message.uri !== net?.uri) cursorLine = undefined;
    net = message;
    remember();
  }
  update();
}

/** Takes the first answer for a net as the baseline, and again after layers are added or removed. */
function remember(): void {
  const answer = net?.answer;
  const now = answer?.scenarios[0];
  if (!net || !answer || !now) return;
  const layers = answer.layers.map(({ name, type }) => `${type} ${name}`).join('\n');
  if (before?.uri !== net.uri || before.layers !== layers) before = { uri: net.uri, layers, scenario: now };
}

function update(): void {
  const answer = net?.answer;
  const now = answer?.scenarios[0];
  const isThere = missing.show(net);
  const known = isThere && answer !== undefined && answer !== null && hasSignal(answer);
  top.element.hidden = heading.hidden = notes.hidden = verdicts.hidden = !known;
  plots.hidden = !known || view !== 'chart';
  table.hidden = !known || view !== 'table';
  if (isThere && !known) missing.say(answer?.tooLarge ?? words.nothing, answer?.tooLarge ? '' : words.nothingHint);
  if (!answer || !now || !known) return;
  const lines = linesOf(answer);
  top.show(lines, hidden, answer.source.secondMoment, onlyWeights ?? isTangled(answer.layers));
  heading.replaceChildren(
    make('h1', {}, words.title),
    make('span', { class: 'quiet' }, fillIn(words.state, { state: answer.state })),
  );
  notes.replaceChildren(...notesOf(answer));
  verdicts.replaceChildren(
    ...answer.verdicts.map(({ message, line }) =>
      make(
        'li',
        {},
        button(message, { class: 'link' }, () => vscode.postMessage({ kind: 'reveal', line })),
      ),
    ),
  );
  const cursor = layerAt(answer);
  if (view === 'table') table.replaceChildren(tableOf(answer, cursor, reveal));
  else
    for (const way of ways)
      charts[way].draw(
        shownOf(
          answer,
          lines.filter(({ name }) => !hidden.has(name)),
          cursor,
          way,
        ),
      );
  keep();
}

/** The input alone says nothing about the net. */
function hasSignal({ layers, scenarios }: SignalAnswer): boolean {
  return scenarios.some(({ forward }) => forward.some((value, i) => value !== null && layers[i]?.from.length !== 0));
}

function notesOf(answer: SignalAnswer): readonly HTMLElement[] {
  const sentences = sentencesOf(answer).map((sentence) => make('p', {}, sentence));
  const run = (): void => vscode.postMessage({ kind: 'remedy', remedy: { kind: 'run' } });
  const isMeasured = answer.measured && !answer.measured.isOld;
  return [...sentences, ...(isMeasured ? [] : [make('p', {}, button(words.run, { title: words.runLong }, run))])];
}

function shownOf(
  { layers, source, wall }: SignalAnswer,
  lines: readonly Line[],
  cursor: number | undefined,
  way: Way,
): Shown {
  const scaled = wall ? lines.filter(({ name }) => name !== 'asIs' && name !== 'before') : lines;
  const drawn = (onlyWeights ?? isTangled(layers)) ? weightLayersOf(layers) : layers;
  return {
    layers: drawn,
    lines,
    scaled,
    cursor,
    reference: way === 'forward' && source.secondMoment > 0 ? source.secondMoment : 1,
  };
}

/**
 * What was measured comes first, then the scenario to look at, the net as it is, and the baseline if that differs; those
 * that can't be drawn are left out.
 */
function linesOf({ scenarios, layers, source, main, measured }: SignalAnswer): readonly Line[] {
  const first = measured && !measured.isOld ? 'measured' : main;
  const now = scenarios.find(({ name }) => name === 'asIs');
  const lines = scenarios
    .filter(({ name }) => name === main)
    .concat(scenarios.filter(({ name }) => name !== main))
    .map((scenario) => lineOf(scenario.name, scenario, first));
  if (before && JSON.stringify(before.scenario) !== JSON.stringify(now))
    lines.splice(1, 0, lineOf('before', before.scenario, first));
  if (measured) {
    const none = layers.map(() => null);
    const { back } = measured;
    const forward = measured.forward.map((value) => (value === null ? null : value * source.secondMoment));
    lines.unshift(lineOf('measured', { name: 'asIs', mean: none, forward, back }, first));
  }
  return lines.filter(({ scenario }) => isDrawn(scenario, layers));
}

function layerAt({ layers }: SignalAnswer): number | undefined {
  const line = cursorLine;
  if (line === undefined) return undefined;
  const index = layers.findIndex(({ lines: [first, last] }) => first <= line && line <= last);
  return index < 0 ? undefined : index;
}

function reveal(layer: number): void {
  const line = net?.answer?.layers[layer]?.lines[0];
  if (line !== undefined) vscode.postMessage({ kind: 'reveal', line });
}

async function save(what: SignalFile): Promise<void> {
  const answer = net?.answer;
  if (!net || !answer) return;
  const lines = linesOf(answer).filter(({ name }) => !hidden.has(name));
  if (what === 'csv') return send(what, new TextEncoder().encode(csvOf(answer, lines)));
  // Draws the charts even if the table is shown.
  plots.hidden = false;
  for (const way of ways) charts[way].draw(shownOf(answer, lines, undefined, way));
  const picture = pictureOf(
    fillIn(words.titleOf, { name: net.name }),
    ways.map((way) => [words[way], charts[way]] as const),
    lines,
  );
  update();
  send(what, what === 'svg' ? new TextEncoder().encode(picture.text) : await pngPicture(picture));
}

function send(what: SignalFile, bytes: Uint8Array): void {
  vscode.postMessage({ kind: 'save', what, bytes });
}

function keep(): void {
  if (net) vscode.setState({ uri: net.uri, input, hidden: [...hidden], view, onlyWeights });
}
