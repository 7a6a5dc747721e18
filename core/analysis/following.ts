/** Suppresses problems that are only consequences of another problem in the text. */
import { isError, type Problem, type Span } from '../problems';
import { lazy } from '../lazy';
import { entriesOf, type Message } from '../schema/message';
import type { Tree } from '../text/tree';

/**
 * For a solver with errors in its own fields, keeps only problems located in values that could be read: a field
 * reported as missing may be the misspelt one.
 */
export function ofSoundPart(
  problems: readonly Problem[],
  solver: Message,
  early: readonly Problem[],
): readonly Problem[] {
  if (solver.state === 'sound') return problems;
  const inNets = solver.entries.filter(({ value }) => typeof value === 'object').map(({ valueNode }) => valueNode);
  const errors = early.filter(
    (problem) =>
      isError(problem) && !inNets.some(({ start, end }) => start <= problem.span.start && problem.span.end <= end),
  );
  if (errors.length === 0) return problems;
  const values = solver.entries.filter(({ value }) => value !== undefined).map(({ valueNode }) => valueNode);
  return problems.filter(
    ({ span }) =>
      values.some(({ start, end }) => start <= span.start && span.end <= end) &&
      !errors.some((error) => error.span.start < span.end && span.start < error.span.end),
  );
}

/** A part of the net that can't be read may be the reader of blobs that appear to have none. */
export function withoutDoubtful(advice: readonly Problem[], { state }: Message): readonly Problem[] {
  return state === 'sound' || state === 'flawed' ? advice : advice.filter(({ code }) => code !== 'check/unused-blob');
}

/**
 * Suppresses `net/unknown-bottom` where the text that would make the blob is damaged: its name then appears in a layer
 * with an error, in a part of the file outside any layer, or belongs to a top that is not written yet.
 */
export function withoutFollowing(problems: readonly Problem[], net: Message, tree: Tree): readonly Problem[] {
  if (net.state === 'sound') return problems;
  const sound = new Set(
    net.entries
      .filter(({ value }) => value !== undefined && (typeof value !== 'object' || value.state === 'sound'))
      .map(({ node }) => node),
  );
  const damaged = lazy(() =>
    quotedIn(tree.text, [...tree.root.fields.filter((field) => !sound.has(field)), ...passedOver(tree)]),
  );
  const unnamed = unnamedTop(net);
  return problems.filter(({ code, span, args }) => {
    if (code !== 'net/unknown-bottom') return true;
    if (span.start > unnamed) return false;
    const places = damaged().get(String(args['name'])) ?? [];
    return !places.some(({ start, end }) => !(start <= span.start && span.end <= end));
  });
}

/** The offset of the first top whose name can't be read; infinite where there is none. */
function unnamedTop({ entries }: Message): number {
  const tops = entries.flatMap(({ value }) => (typeof value === 'object' ? entriesOf(value, 'top') : []));
  return tops.find(({ value }) => value === undefined)?.node.start ?? Infinity;
}

/** Bracketed text between the top-level fields of a file: a layer without its field name. */
function passedOver({ text, root: { fields, end } }: Tree): readonly Span[] {
  const gaps = [...fields, { start: end }].map(({ start }, i) => ({ start: fields[i - 1]?.end ?? 0, end: start }));
  return gaps.filter((gap) => /^[^#\n]*\{/m.test(text.slice(gap.start, gap.end)));
}

/** For each quoted string, the first two fields that contain it. */
function quotedIn(text: string, fields: readonly Span[]): ReadonlyMap<string, readonly Span[]> {
  const places = new Map<string, Span[]>();
  for (const field of fields) {
    // From each quote to the next one, since damage may have left a quote unpaired.
    for (const { 2: name = '' } of text.slice(field.start, field.end).matchAll(/(["'])(?=((?:(?!\1)[^\n])*)\1)/g)) {
      const known = places.get(name);
      if (!known) places.set(name, [field]);
      else if (known.length === 1 && known[0] !== field) known.push(field);
    }
  }
  return places;
}
