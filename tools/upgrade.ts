import * as v from 'valibot';
import { upgradeChanges } from '#core/edit/upgrade/index';
import { isError } from '#core/problems/index';
import { fileInput, fileOf } from './input';
import { edits, placesIn, problem, problemOf } from './places';
import { tool } from './tool';

export const upgrade = tool({
  name: 'prototxt_upgrade',
  title: 'Upgrade a net to the current format',
  description:
    'The edits that convert an old net (`layers {}` of V0 or V1, `input` fields) to the current format; Caffe reads the same net from the result, and comments are kept. Use it before you edit an old net. It writes no file.',
  input: v.strictObject(fileInput),
  output: v.object({
    edits,
    prevented: v.optional(v.pipe(problem, v.description('Why there are no edits, if the net must be fixed first.'))),
  }),
  run: async (input, context) => {
    const { analysis } = await fileOf(input, context);
    const places = placesIn(analysis.text);
    const changes = upgradeChanges(analysis);
    const error = changes.length === 0 ? analysis.textProblems.find(isError) : undefined;
    return {
      edits: places.edits(changes),
      ...(error && { prevented: problemOf(analysis, error, places, true) }),
    };
  },
});
