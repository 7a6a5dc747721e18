import * as v from 'valibot';
import { explainLog as explain } from '#core/log/explain';
import { english } from '#core/messages/en/index';
import { fillIn } from '#core/messages/fill-in';
import { fileInput, fileOf, stateInput } from './input';
import { placesIn, problem, problemOf } from './places';
import { list, tool } from './tool';

export const explainLog = tool({
  name: 'prototxt_explain_log',
  title: 'Explain what Caffe printed',
  description:
    'Finds the field of a net or solver that an error or a log is about: of Caffe, its forks, or a converter that reads the net. Use it when Caffe aborted. `path` is the file that Caffe was started with; `log` is what it printed, at least the last lines.',
  input: v.strictObject({
    ...fileInput,
    ...stateInput,
    log: v.pipe(v.string(), v.maxLength(1 << 22)),
  }),
  output: v.object({
    explanations: v.pipe(
      list(
        v.object({
          message: v.string(),
          line: v.optional(v.number()),
          column: v.optional(v.number()),
          source: v.optional(v.string()),
          problem: v.optional(problem),
        }),
      ),
      v.description('The most likely cause first.'),
    ),
  }),
  run: async (input, context) => {
    const { analysis } = await fileOf(input, context);
    const places = placesIn(analysis.text);
    const explanations = explain(analysis, input.log).slice(0, mostExplained);
    return {
      explanations: explanations.map((one) => {
        if (one.kind === 'problem') {
          const found = problemOf(analysis, one.problem, places, true);
          const { message, line, column, source } = found;
          return { message, line, column, source, problem: found };
        }
        const message = fillIn(english.log[one.sentence], one.args);
        if (!one.span) return { message };
        const { line, column } = places.range(one.span);
        return { message, line, column, source: places.source(one.span.start) };
      }),
    };
  },
});

const mostExplained = 10;
