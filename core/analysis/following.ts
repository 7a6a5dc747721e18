/** Problems that only follow from another one in the text are not told. */
import { isError, type Problem, type Span } from '../problems';
import { lazy } from '../lazy';
import { entriesOf, type Message } from '../schema/message';
import type { Tree } from '../text/tree';

/**
 * Of a solver with an error in its own fields, only what stands in a value that could be read: what is missing may be what
 * is misspelt.
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

/** Where a part of the net can't be read, it may read the blobs that seem to have no reader. */
export function withoutDoubtful(advice: readonly Problem[], { state }: Message): readonly Problem[] {
  return state === 'sound' || state === 'flawed' ? advice : advice.filter(({ code }) => code !== 'check/unused-blob');
}

/**
 * A bottom that nothing makes is no news where the text that would make it is damaged: its name then stands in a layer
 * with an error, or in a part of the file that is no layer at all, or is the top that is not written yet.
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

/** Where the first top stands whose name can't be read; infinite where there is none. */
function unnamedTop({ entries }: Message): number {
  const tops = entries.flatMap(({ value }) => (typeof value === 'object' ? entriesOf(value, 'top') : []));
  return tops.find(({ value }) => value === undefined)?.node.start ?? Infinity;
}

/** What stands in brackets between the fields of a file: a layer without its name. */
function passedOver({ text, root: { fields, end } }: Tree): readonly Span[] {
  const gaps = [...fields, { start: end }].map(({ start }, i) => ({ start: fields[i - 1]?.end ?? 0, end: start }));
  return gaps.filter((gap) => /^[^#\n]*\{/m.test(text.slice(gap.start, gap.end)));
}

/** By what stands in quotes: the first two fields that have it. */
function quotedIn(text: string, fields: readonly Span[]): ReadonlyMap<string, readonly Span[]> {
  const places = new Map<string, Span[]>();
  for (const field of fields) {
    // From each quote to the next, for damage may have left one without its pair.
    for (const { 2: name = '' } of text.slice(field.start, field.end).matchAll(/(["'])(?=((?:(?!\1)[^\n])*)\1)/g)) {
      const known = places.get(name);
      if (!known) places.set(name, [field]);
      else if (known.length === 1 && known[0] !== field) known.push(field);
    }
  }
  return places;
}
