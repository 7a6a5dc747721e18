/** The initial weights panel. */
import '../page.css';
import '../values/values.css';
import './weights.css';
import { fillIn } from '#core/messages/fill-in';
import { count, isKnown } from '#core/net/shape';
import type { Filling } from '#core/net/distribution';
import type { Statistics } from '#core/weights/statistics';
import { usualSeed } from '#core/weights/seed';
import type { BlobFacts } from '#core/weights/view';
import type { AlternativeView, WeightsAnswer } from '#protocol/weights';
import type { Cursor } from '#protocol/page';
import type { Pages } from '#protocol/pages';
import { host, make, onThemeChange } from '../page';
import { choose, layerAskedBy, type Chosen, type Wish } from '#protocol/weights-choice';
import { comparison } from './comparison';
import { startEngine } from './engine';
import { formatShape } from '../values/format';
import { choiceName } from './format';
import { pictureOf, tableOf } from './export';
import { header } from './header';
import { loadedEngine } from './loaded';
import type { LayerAsked } from '#protocol/weights';
import type { Side } from './worker-messages';
import { sideView, type Sheet, type SideView } from './side';
import { floatsOf, loadedValues } from '../values/loaded';
import { rangeOfLoaded, union, withMargin } from '../values/range';
import { rangeOf, reachOf } from './spread';
import { originOf, summary } from './summary';
import { status } from '../status/status';
import { words } from './words';

const vscode = host<'weights'>(receive);
const engine = startEngine();
const kept = vscode.getState();
let net: { readonly uri: string; readonly answer: WeightsAnswer | null } | undefined;
let wish: Wish = { layer: kept?.layer ?? '', role: kept?.role ?? '' };
let typedSeed = kept?.seed;
let follows = kept?.follow ?? true;

const top = header({
  layer: (layer) => wished({ layer, role: wish.role }),
  role: (role) => wished({ ...wish, role }),
  seed: (seed) => {
    typedSeed = seed;
    update();
  },
  follow: (on) => {
    follows = on;
    vscode.postMessage({ kind: 'follow', on });
    keep();
  },
  export: () => {
    const now = chosen();
    if (!now || !net?.answer) return;
    const { layer, blob } = now;
    vscode.postMessage({
      kind: 'export',
      layer: layer.name,
      blob: layer.blobs.indexOf(blob),
      role: blob.role,
      seed: seedInUse(net.answer).value,
    });
  },
});
const about = summary(
  () => {
    const line = net?.answer?.lines[chosen()?.index ?? -1]?.[0];
    if (line !== undefined) vscode.postMessage({ kind: 'reveal', line });
  },
  () => vscode.postMessage({ kind: 'pair' }),
);
const other = comparison(showSides, (choice) => {
  const blob = chosen()?.blob.blob;
  if (blob !== undefined) vscode.postMessage({ kind: 'write', blob, choice });
});
const loading = loadedValues(vscode.postMessage);
const sides: Readonly<Record<Side, SideView>> = {
  loaded: sideView(loadedEngine(loading), 'loaded', { commonTop, scaled }),
  net: sideView(engine, 'net', { commonTop, scaled }),
  other: sideView(engine, 'other', { commonTop, scaled }),
};
/** The top of all histograms, as they were painted last. */
let lastTop = 0;
/** The side with loaded values comes first, if there are any. */
const pair = make('section', { class: 'sides' }, sides.net.element, sides.other.element);
/** Statistics of the blob's loaded values: undefined until they arrive, null if they can't be read. */
let loaded: { readonly key: string; readonly statistics: Statistics | null | undefined } | undefined;
const missing = status(vscode.postMessage);
document.body.append(top.element, make('main', {}, about.element, missing.element, other.element, pair));

top.follow(follows);
top.element.hidden = about.element.hidden = other.element.hidden = pair.hidden = true;
onThemeChange(repaint);
vscode.postMessage({ kind: 'follow', on: follows });

function receive(message: Pages['weights']['to']): void {
  switch (message.kind) {
    case 'net':
      if (net?.uri !== message.uri && kept?.uri !== message.uri) typedSeed = undefined;
      net = message;
      engine.first(undefined);
      if (message.then) turnTo(message.then);
      update();
      break;
    case 'lacks':
      missing.receive(message);
      update();
      break;
    case 'cursor':
    case 'show':
      if (turnTo(message)) update();
      break;
    case 'first': {
      const { blob, seed, region, values } = message;
      engine.first({ blob, seed, region, values: floatsOf(values) });
      break;
    }
    case 'loaded-figures':
    case 'loaded-values':
      loading.receive(message);
      break;
    case 'render':
      void render(message.what);
      break;
    case 'alternatives':
      if (message.blob !== chosen()?.blob.blob) break;
      other.offer(message.blob, message.list);
      showSides();
      break;
  }
}

/** Returns true if the page has to be updated. */
function turnTo(to: Cursor | LayerAsked): boolean {
  const layer = to.kind === 'show' || follows ? layerAskedBy(to, net?.answer) : undefined;
  if (layer === undefined || (to.kind === 'cursor' && layer === chosen()?.layer.name)) return false;
  wish = { layer, role: '' };
  return true;
}

function wished(next: Wish): void {
  wish = next;
  update();
}

function chosen(): Chosen | undefined {
  return net?.answer ? choose(net.answer, wish) : undefined;
}

function seedInUse(answer: WeightsAnswer): {
  readonly value: number;
  readonly usual: number;
  readonly solver: string | undefined;
} {
  const usual = answer.seed?.value ?? usualSeed;
  return { value: typedSeed ?? usual, usual, solver: answer.seed?.from };
}

/** Updates the whole page to the current state. */
function update(): void {
  const isThere = missing.show(net);
  const answer = isThere ? net?.answer : undefined;
  const now = isThere ? chosen() : undefined;
  top.element.hidden = !answer || answer.layers.length === 0;
  about.element.hidden = !now;
  if (!answer) return leave();
  if (!now) return say(fillIn(words.noBlobs, { state: answer.state }), words.noBlobsHint);
  const seed = seedInUse(answer);
  top.show(answer, now, seed);
  about.show(now, answer.state, seed.value, answer.pairing);
  engine.plan(answer.plan, seed.value);
  keep();
  const { shape, distribution } = now.blob;
  if (!isKnown(shape)) return say(words.noShape, words.noShapeHint);
  if (!distribution) return say(words.noFiller, words.noFillerHint);
  if (distribution.kind === 'table') return say(words.ready, words.readyHint);
  pair.hidden = false;
  vscode.postMessage({ kind: 'alternatives', blob: now.blob.blob });
  showSides();
}

/** Shows what is missing and what to do about it, in place of a picture. */
function say(what: string, hint: string): void {
  missing.say(what, hint);
  leave();
}

function leave(): void {
  other.element.hidden = pair.hidden = true;
  for (const side of Object.values(sides)) side.leave();
}

/**
 * The statistics of what the blob loads; undefined if it keeps its initial values. Asks for them first, so that all sides have
 * one scale from the start.
 */
function loadedOf(answer: WeightsAnswer, { index, blob }: Chosen): Statistics | 'asked' | undefined {
  const { pairing } = answer;
  if (!pairing?.layers[index]?.isLoaded) return undefined;
  const key = JSON.stringify([net?.uri, pairing.file, pairing.version, blob.blob, blob.shape]);
  if (loaded?.key !== key) {
    loaded = { key, statistics: undefined };
    // The range does not matter for statistics.
    void loading.figures({ blob: blob.blob, from: -1, to: 1, bins: 1 }).then((figures) => {
      if (loaded?.key !== key) return;
      loaded = { key, statistics: figures?.statistics ?? null };
      showSides();
    });
  }
  return loaded.statistics === undefined ? 'asked' : (loaded.statistics ?? undefined);
}

function showSides(): void {
  const now = chosen();
  const answer = net?.answer;
  if (!now?.blob.distribution || !answer || pair.hidden) return;
  const choice = other.chosen(now.blob.blob);
  const values = loadedOf(answer, now);
  const isLoaded = values !== undefined && values !== 'asked';
  if (!isLoaded) sides.loaded.element.remove();
  else if (!sides.loaded.element.isConnected) pair.prepend(sides.loaded.element);
  // Drawn once the common scale is known.
  if (values === 'asked') return;
  const scale = scaleOf(choice ? [now.blob, choice] : [now.blob], values);
  pair.classList.toggle('compared', choice !== undefined || values !== undefined);
  sides.other.element.hidden = choice === undefined;
  if (values) void sides.loaded.show(loadedSheet(answer, now, scale));
  else sides.loaded.leave();
  void sides.net.show(sheetOf(answer, now, now.blob, scale, choice, 'now'));
  if (choice) void sides.other.show(sheetOf(answer, now, choice, scale, choice, 'instead'));
  else sides.other.leave();
  scaled();
}

/** One scale for all sides, so that they can be compared. */
function scaleOf(all: readonly BlobFacts[], values: Statistics | undefined): Pick<Sheet, 'range' | 'reach'> {
  const ranges = all.flatMap((facts) => {
    const each = fillingOf(facts);
    if (!each) return [];
    const range = rangeOf(each, facts.mean ?? 0);
    return [{ range, reach: reachOf(range, each) }];
  });
  if (values) {
    const range = rangeOfLoaded(values);
    ranges.push({ range, reach: 0.5 * Math.max(Math.abs(range.from), Math.abs(range.to)) });
  }
  return {
    range: withMargin(union(ranges.map(({ range }) => range))),
    reach: Math.max(...ranges.map(({ reach }) => reach)),
  };
}

function loadedSheet(answer: WeightsAnswer, { layer, blob }: Chosen, scale: Pick<Sheet, 'range' | 'reach'>): Sheet {
  const shape = isKnown(blob.shape) ? blob.shape : [];
  return {
    key: JSON.stringify([loaded?.key, scale]),
    heading: fillIn(words.loadedFrom, { file: answer.pairing?.file ?? '' }),
    formula: '',
    name: `${layer.name} ${blob.role} ${formatShape(shape)}`,
    blob: blob.blob,
    shape,
    count: count(shape) ?? 0,
    distribution: undefined,
    instead: false,
    mean: null,
    std: null,
    ...scale,
    drawn: () => undefined,
  };
}

function fillingOf({ distribution }: BlobFacts): Filling | undefined {
  return distribution?.kind === 'table' ? undefined : distribution;
}

function sheetOf(
  answer: WeightsAnswer,
  { index, layer, blob }: Chosen,
  own: BlobFacts,
  { range, reach }: Pick<Sheet, 'range' | 'reach'>,
  choice: AlternativeView | undefined,
  which: 'now' | 'instead',
): Sheet {
  const shape = isKnown(blob.shape) ? blob.shape : [];
  const distribution = fillingOf(own) ?? { kind: 'constant', value: 0 };
  const asWritten = answer.pairing?.layers[index]?.isLoaded ? words.initial : words.asWritten;
  const isInstead = which === 'instead';
  const seed = seedInUse(answer).value;
  const { steps, blobs } = answer.plan;
  return {
    // Later blobs do not influence this one, so they are not part of the key.
    key: JSON.stringify([net?.uri, seed, blob.blob, distribution, range, reach, steps, blobs.slice(0, blob.blob + 1)]),
    heading:
      choice && isInstead
        ? fillIn(words.whatIfHeading, { choice: choiceName(choice) })
        : fillIn(asWritten, { filler: blob.filler ?? originOf(blob.distribution) }),
    formula: own.formula,
    name: `${layer.name} ${blob.role} ${formatShape(shape)}`,
    blob: blob.blob,
    shape,
    count: count(shape) ?? 0,
    distribution,
    instead: isInstead,
    mean: own.mean,
    std: own.std,
    range,
    reach,
    drawn: ({ unsure }) => {
      if (!isInstead) about.unsure(unsure);
    },
  };
}

/** Exports the visible sides as a file. */
async function render(what: 'png' | 'csv'): Promise<void> {
  const shown = Object.values(sides)
    .map((side) => side.shown())
    .filter((side) => side !== undefined);
  const now = chosen();
  const title = now
    ? fillIn(words.layerTitle, { name: `${now.layer.name} ${now.blob.role}`, type: now.layer.type })
    : '';
  const bytes =
    shown.length === 0
      ? new Uint8Array()
      : what === 'csv'
        ? new TextEncoder().encode(tableOf(shown))
        : await pictureOf(title, shown);
  vscode.postMessage({ kind: 'rendered', bytes });
}

function commonTop(): number {
  return Math.max(...Object.values(sides).map((side) => side.top()));
}

/** Repaints all histograms if one has changed the scale of all; returns whether it has. */
function scaled(): boolean {
  const top = commonTop();
  if (top === lastTop) return false;
  lastTop = top;
  for (const side of Object.values(sides)) if (!side.element.hidden) side.rescale();
  return true;
}

function repaint(): void {
  for (const side of Object.values(sides)) if (!side.element.hidden) side.repaint();
}

function keep(): void {
  if (net)
    vscode.setState({
      uri: net.uri,
      layer: chosen()?.layer.name ?? wish.layer,
      role: chosen()?.blob.role ?? wish.role,
      seed: typedSeed,
      follow: follows,
    });
}
