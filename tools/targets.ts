import * as v from 'valibot';
import { formatState } from '#core/net/state';
import { argumentsOf, pageOf } from '#core/problems/index';
import { targetNames } from '#core/targets/index';
import { verdicts } from '#core/targets/portability';
import { fileInput, fileOf, leftOutput, stateOf } from './input';
import { placesIn, problem, problemOf } from './places';
import { list, NoAnswer, tool } from './tool';

const counts = v.pipe(
  v.object(v.entriesFromList(verdicts, v.optional(v.number()))),
  v.description(
    'Layers by verdict. taken; type: it takes the type, its fields are not known; left-out: not in the deploy net; lost: fields are ignored; rewrite: another form is needed; limit: a limit is exceeded; unsupported.',
  ),
);

export const targets = tool({
  name: 'prototxt_targets',
  title: 'Check a net for chips and converters',
  description: `What converters and chips make of a Caffe net: layers that a target lacks, fields that it ignores without a message, limits, forms that must be rewritten. Use it before a net is converted, or designed for a device. Targets: ${targetNames.join(', ')}, or the path of a target in JSON.`,
  input: v.strictObject({
    ...fileInput,
    targets: v.optional(
      v.pipe(
        v.array(v.pipe(v.string(), v.maxLength(1000))),
        v.maxLength(50),
        v.description('Default: those that the net names, else all.'),
      ),
    ),
    limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000), v.description('Default: 50.'))),
  }),
  output: v.object({
    schema: v.string(),
    state: v.string(),
    targets: list(v.object({ name: v.string(), layers: counts })),
    problems: list(v.object({ target: v.string(), ...problem.entries })),
    ...leftOutput,
  }),
  run: async (input, context) => {
    const { limit = 50 } = input;
    const usual = context.usual.targets.length > 0 ? context.usual.targets : targetNames;
    const file = await fileOf({ ...input, targets: input.targets ?? usual }, context);
    stateOf(file);
    const { analysis, around } = file;
    for (const [path, reading] of around.targets)
      if (reading.kind === 'broken') throw new NoAnswer(`${path}: ${reading.path}: ${reading.reason}`);
    const places = placesIn(analysis.text);
    const found = analysis.problems.filter(({ code }) => pageOf(code) === 'target');
    return {
      schema: analysis.dialect.id,
      state: formatState(analysis.deployState),
      targets: analysis.targets.map(({ target }, i) => ({
        name: target.id,
        layers: countsOf(analysis.portability.flatMap(({ verdicts: all }) => all[i]?.verdict ?? [])),
      })),
      problems: found.slice(0, limit).map((one) => ({
        target: String(argumentsOf(one)['id'] ?? ''),
        ...problemOf(analysis, one, places, true),
      })),
      left: Math.max(0, found.length - limit),
    };
  },
});

type Verdict = (typeof verdicts)[number];

function countsOf(all: readonly Verdict[]): Partial<Record<Verdict, number>> {
  const used = verdicts.filter((verdict) => all.includes(verdict));
  return Object.fromEntries(used.map((verdict) => [verdict, all.filter((one) => one === verdict).length]));
}
