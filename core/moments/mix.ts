/** Blobs combined and split: sums, products, maxima, channels concatenated and cut. */
import type { Flow, Gradient, Part, Signal } from '../net/signal';
import { plainly, shareOf } from './gradient';
import { largestOf } from './maxima';
import { channelsOf, momentsOf, normalPart, settled } from './part';

const mostParts = 48;

/**
 * Concatenates the channels of several blobs. Equal adjacent parts are merged; with too many parts, the first ones are.
 */
export function joined(signals: readonly Signal[]): Signal {
  const parts: Part[] = [];
  for (const part of signals.flatMap(({ parts: own }) => own)) {
    const last = parts[parts.length - 1];
    if (last && isEqual(part, last)) parts[parts.length - 1] = { ...last, channels: last.channels + part.channels };
    else parts.push(part);
  }
  if (parts.length > mostParts)
    parts.splice(0, parts.length - mostParts + 1, mixed(parts.slice(0, parts.length - mostParts + 1)));
  return { parts };
}

function isEqual(a: Part, b: Part): boolean {
  const close = (one: number, other: number): boolean =>
    Math.abs(one - other) <= 1e-3 * Math.max(Math.abs(one), Math.abs(other));
  return (
    a.transform === b.transform &&
    a.noise === b.noise &&
    close(a.mean, b.mean) &&
    close(a.variance, b.variance) &&
    close(a.common, b.common)
  );
}

/** One part with the average moments of several. */
export function mixed(parts: readonly Part[]): Part {
  const plain = parts.map(settled);
  const channels = channelsOf({ parts: plain });
  const mean = plain.reduce((sum, part) => sum + (part.channels / channels) * part.mean, 0);
  const of = (value: (part: Part) => number): number =>
    plain.reduce((sum, part) => sum + (part.channels / channels) * (value(part) + (part.mean - mean) ** 2), 0);
  const common = of((part) => part.common);
  return normalPart({
    channels,
    mean,
    variance: of((part) => part.variance),
    common,
    across: plain.reduce((sum, part) => sum + (part.channels / channels) * part.across, 0),
  });
}

/** The channels in [from, to). */
export function cut({ parts }: Signal, from: number, to: number): Signal {
  const found: Part[] = [];
  let start = 0;
  for (const part of parts) {
    const end = start + part.channels;
    const first = Math.max(from, start);
    const channels = Math.min(to, end) - first;
    if (channels > 0) found.push({ ...part, channels });
    start = end;
  }
  return { parts: found.length > 0 ? found : parts };
}

/**
 * Σ coefficients · bottoms. Blobs made with independently drawn weights are uncorrelated, but a blob is not with
 * itself.
 */
export function weightedSum(signals: readonly Signal[], coefficients: readonly number[]): Signal | null {
  const [first] = signals;
  if (!first) return null;
  const same = signals.every(({ parts }) => parts === first.parts);
  if (same)
    return scaledSignal(
      first,
      coefficients.reduce((sum, coefficient) => sum + coefficient, 0),
    );
  const parts = aligned(signals).map(({ channels, parts: row }): Part => {
    const plain = row.map(settled);
    const total = (value: (part: Part) => number): number =>
      plain.reduce((sum, part, i) => sum + (coefficients[i] ?? 1) ** 2 * value(part), 0);
    const common = total((part) => part.common);
    return normalPart({
      channels,
      mean: plain.reduce((mean, part, i) => mean + (coefficients[i] ?? 1) * part.mean, 0),
      variance: total((part) => part.variance),
      common,
      across: total((part) => part.across),
    });
  });
  return { parts };
}

function scaledSignal(signal: Signal, factor: number): Signal {
  if (factor === 1) return signal;
  const parts = signal.parts.map((part): Part => {
    const plain = settled(part);
    const by = factor * factor;
    return {
      ...plain,
      mean: plain.mean * factor,
      variance: plain.variance * by,
      common: plain.common * by,
      across: plain.across * by,
    };
  });
  return { ...signal, parts };
}

/** E[y] and E[y²] of a product of uncorrelated factors. */
export function product(signals: readonly Signal[]): Signal | null {
  const [first] = signals;
  if (!first) return null;
  const parts = aligned(signals).map(({ channels, parts: row }): Part => {
    const all = row.map((part) => ({ part, moments: momentsOf(part) }));
    const same = row.every((part) => part === row[0]);
    const mean = same ? (all[0]?.moments.second ?? 0) : all.reduce((value, { moments }) => value * moments.mean, 1);
    const second = all.reduce((value, { moments }) => value * moments.second, 1);
    const far = all.reduce((value, { part, moments }) => value * moments.product(part.common), 1);
    return normalPart({
      channels,
      mean,
      variance: Math.max(0, second - mean * mean),
      common: Math.max(0, Math.min(second, far) - mean * mean),
    });
  });
  return { parts };
}

/**
 * The maximum of bottoms, approximated as normal values of one mean and variance: the maximum of n values with their
 * common part.
 */
export function maximum(signals: readonly Signal[]): Signal | null {
  const [first] = signals;
  if (!first) return null;
  if (signals.every((signal) => signal === first)) return first;
  const { mean: lift, variance: spread } = largestOf(signals.length);
  const parts = aligned(signals).map(({ channels, parts: row }): Part => {
    const part = mixed(row.map((each) => ({ ...each, channels })));
    const std = Math.sqrt(part.variance);
    return normalPart({
      channels,
      mean: part.mean + lift * std,
      variance: part.variance * spread,
      common: part.common * spread,
    });
  });
  return { parts };
}

interface Piece {
  readonly channels: number;
  /** One per signal. */
  readonly parts: readonly Part[];
}

/** Cuts the channels into pieces in which every signal has a single part. */
function aligned(signals: readonly Signal[]): readonly Piece[] {
  const edges = new Set<number>();
  for (const { parts } of signals) {
    let end = 0;
    for (const { channels } of parts) edges.add((end += channels));
  }
  const pieces: Piece[] = [];
  let start = 0;
  for (const end of [...edges].sort((a, b) => a - b)) {
    const middle = (start + end) / 2;
    pieces.push({
      channels: end - start,
      parts: signals.map(({ parts }) => parts[indexAt(parts, middle)] as Part),
    });
    start = end;
  }
  return pieces;
}

function indexAt(parts: readonly Part[], channel: number): number {
  let end = 0;
  const found = parts.findIndex((part) => channel < (end += part.channels));
  return found < 0 ? parts.length - 1 : found;
}

/** A sum passes its gradient to each bottom. */
export function toEach(
  gradient: Gradient | null,
  top: Signal,
  factors: readonly number[],
): readonly (Gradient | null)[] {
  return factors.map((factor) => gradient && plainly(gradient, top.parts, factor));
}

/** The gradient of the channels of one signal, which begin at `from` in the concatenated one. */
export function cutGradient(gradient: Gradient, whole: Signal, part: Signal, from: number): Gradient {
  const flows = gradient.flows.map((flow): Flow => {
    if (!flow.sites) return flow;
    const found = part.parts.map((own, i) => {
      const middle = from + channelsOf({ parts: part.parts.slice(0, i) }) + own.channels / 2;
      const index = indexAt(whole.parts, middle);
      const site = flow.sites?.[index];
      return { site, kept: whole.parts[index]?.transform === own.transform, second: shareOf(site) };
    });
    const sites = found.flatMap(({ site, kept }) => (site && kept ? [site] : []));
    if (sites.length === part.parts.length) return { ...flow, sites };
    const channels = channelsOf(part);
    const share = found.reduce((sum, { second }, i) => sum + ((part.parts[i]?.channels ?? 0) / channels) * second, 0);
    return { base: flow.base * share, sites: undefined, coherence: flow.coherence };
  });
  return { flows };
}
