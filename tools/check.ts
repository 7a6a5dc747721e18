import * as v from 'valibot';
import { fixAll, mostFixed } from '#core/edit/fixes/index';
import { formatState } from '#core/net/state';
import { infoOf, isError } from '#core/problems/index';
import { fileInput, fileOf, leftOutput, stateInput } from './input';
import { edits, placesIn, problem, problemOf, severities } from './places';
import { list, tool } from './tool';

const count = v.number();

export const check = tool({
  name: 'prototxt_check',
  title: 'Check a net',
  description:
    'Checks a Caffe net or solver (.prototxt) as Caffe would when it reads it and sets it up. Lists the problems with line, code and fixes as edits of the text. Use it after each change of a prototxt, before Caffe runs, and to find out why Caffe rejects a file. `rejected` is true if Caffe would abort. It writes no file: apply the edits yourself, then check again.',
  input: v.strictObject({
    ...fileInput,
    ...stateInput,
    severity: v.optional(
      v.pipe(v.picklist(severities), v.description('Lowest severity to list. Default: information.')),
    ),
    fixes: v.optional(
      v.pipe(
        v.picklist(['each', 'all', 'none']),
        v.description(
          'each (default): the fixes of each problem. all: also one fix that combines all certain fixes. none: no fixes.',
        ),
      ),
    ),
    limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000), v.description('Default: 20.'))),
  }),
  output: v.object({
    kind: v.pipe(v.picklist(['net', 'solver', 'other']), v.description('`other`: neither a net nor a solver.')),
    schema: v.string(),
    states: list(v.string()),
    rejected: v.boolean(),
    counts: v.object({ error: count, warning: count, information: count, hint: count }),
    problems: v.pipe(
      list(problem),
      v.description(
        'The worst first; of equal ones, those with a certain fix, then guesses, then those without a fix.',
      ),
    ),
    fixAll: v.optional(edits),
    ...leftOutput,
  }),
  run: async (input, context) => {
    const { severity = 'information', fixes = 'each', limit = 20 } = input;
    const { analysis } = await fileOf(input, context);
    const { kind, problems, states, dialect, text } = analysis;
    const places = placesIn(text);
    const rank = ({ code }: (typeof problems)[number]): number => severities.indexOf(infoOf(code).severity);
    const listed = problems
      .filter((one) => rank(one) <= severities.indexOf(severity))
      .toSorted((a, b) => rank(a) - rank(b));
    const shown = listed
      .slice(0, Math.min(limit, mostFixed(analysis)))
      .map((one) => problemOf(analysis, one, places, fixes !== 'none'));
    const all = fixes === 'all' ? fixAll(analysis) : undefined;
    const counted = severities.map((each) => [each, problems.filter((one) => severities[rank(one)] === each).length]);
    return {
      kind,
      schema: dialect.id,
      states: states.map(formatState),
      rejected: problems.some(isError),
      counts: Object.fromEntries(counted) as Record<(typeof severities)[number], number>,
      problems: shown.toSorted(
        (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || sureness(a) - sureness(b),
      ),
      ...(all && { fixAll: places.edits(all.changes) }),
      left: listed.length - shown.length,
    };
  },
});

/** Guesses depend on the rest of the net, so what is certain comes first. */
function sureness({ fixes: [first] = [] }: v.InferOutput<typeof problem>): number {
  return first === undefined ? 3 : first.certain ? 0 : first.guess === 'name' ? 1 : 2;
}
