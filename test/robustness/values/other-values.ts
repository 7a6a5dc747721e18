/**
 * The same net with other values: numbers replaced by extremes, fillers swapped, images of unknown size. The text stays about
 * as long, so its analysis may take about as long as before.
 */
import fc from 'fast-check';

const integers = ['0', '100', '1000', '65536', '2147483647', '-1', '-100', '-65536', '-2147483648', '4294967295'];
const floats = ['1e30', '-1e30', 'nan', 'inf', '-inf', '1e-30', '0.5'];
const fillers = ['constant', 'gaussian', 'uniform', 'xavier', 'msra', 'bilinear', 'positive_unitball'];
const sources = ['Input', 'HDF5Data', 'Data', 'DummyData'];
const pools = ['MAX', 'AVE', 'STOCHASTIC'];

/** Uniformly distributed. */
const share = fc.noBias(fc.nat(9999)).map((n) => n / 10_000);

/** Uniformly distributed on a logarithmic scale. */
const sizes = share.map((size) => String(Math.floor(2 ** (31 * size))));

const value = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...integers) },
  { weight: 2, arbitrary: fc.constantFrom(...floats) },
  { weight: 3, arbitrary: sizes },
);

/** `at`: the position, as a share of the possible places; `how`: the change. */
const change = fc.record({
  at: share,
  how: fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constantFrom('number' as const, 'field' as const, 'field' as const), value }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('all' as const), value }) },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('fillers' as const), value: fc.constantFrom(...fillers) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('sources' as const), value: fc.constantFrom(...sources) }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('pools' as const), value: fc.constantFrom(...pools) }) },
  ),
});

export type Changes = readonly {
  readonly at: number;
  readonly how: { readonly kind: 'number' | 'field' | 'all' | 'fillers' | 'sources' | 'pools'; readonly value: string };
}[];

export const changes: fc.Arbitrary<Changes> = fc.array(change, { minLength: 1, maxLength: 5 });

/** A description of the changes. */
export function describe(made: Changes): string {
  return made.map(({ at, how: { kind, value: to } }) => `${kind} at ${at.toFixed(3)}: ${to}`).join(', ');
}

export function withChanges(text: string, made: Changes): string {
  const tokens = text.match(token) ?? [];
  for (const { at, how } of made) {
    const places = placesOf(tokens, how.kind);
    const chosen = places[Math.floor(at * places.length)];
    if (chosen === undefined) continue;
    const asked =
      how.kind === 'number'
        ? [chosen]
        : how.kind === 'field'
          ? places.filter((place) => fieldAt(tokens, place) === fieldAt(tokens, chosen))
          : places;
    for (const place of asked)
      tokens[place] = how.kind === 'fillers' || how.kind === 'sources' ? `"${how.value}"` : how.value;
  }
  return tokens.join('');
}

/** Strings, comments, words and whitespace; but in this tool's own comments each number is a token, as in `datum 3x32x32`. */
const token = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|#\s*prototxt:|\d+(?=x)|x(?=\d)|#[^\n]*|[\w.+-]+|\s+|[^]/g;

function placesOf(tokens: readonly string[], kind: Changes[number]['how']['kind']): readonly number[] {
  const fits = (each: string): boolean => {
    if (kind === 'fillers') return fillers.includes(each.slice(1, -1));
    if (kind === 'sources') return sources.includes(each.slice(1, -1));
    return kind === 'pools' ? pools.includes(each) : /^-?\.?\d[\w.+-]*$/.test(each);
  };
  return tokens.flatMap((each, i) => (fits(each) ? [i] : []));
}

/** The name before a value. */
function fieldAt(tokens: readonly string[], place: number): string | undefined {
  return tokens.slice(Math.max(0, place - 40), place).findLast((each) => /^[a-z_]+$/i.test(each));
}
