/** Each tool for language models on the whole net, as a host calls it: the text is analyzed anew for each call. */
import { resolve } from 'node:path';
import { nodeFiles } from '#project/node/files';
import { nodeChannels } from '#run/node';
import { startRun } from '#run/start';
import { toolNamed, tools } from '#tools/index';
import { nothingUsual, type ToolContext } from '#tools/tool';
import type { Contender } from './rounds';

const context: ToolContext = {
  files: nodeFiles,
  roots: [],
  usual: nothingUsual,
  start: (request) => startRun(nodeChannels(resolve('dist/run/worker-node.mjs')).next(), request),
};

/** A message that names a layer in the middle of the net. */
const log = "Unknown bottom blob 'res4b10' (layer 'res4b10_relu', bottom index 0)";

export function toolContenders(text: string): readonly Contender[] {
  const inputs: Readonly<Record<string, object>> = {
    prototxt_explain_log: { text, log },
    prototxt_layers: { type: 'Convolution' },
    prototxt_fields: { message: 'LayerParameter' },
    prototxt_fillers: {},
  };
  // A run is measured by its own bench: it takes minutes.
  const measured = tools.filter(({ name }) => name !== 'prototxt_run');
  const call = (name: string, input: object) => async (): Promise<void> => {
    const answer = await toolNamed(name)?.answer(input, context);
    if (answer?.kind !== 'answer') throw new Error(answer?.message);
  };
  return [
    ...measured.map(({ name }) => ({ name, run: call(name, inputs[name] ?? { text }), times: 1 })),
    { name: 'prototxt_check, 20 bottoms misspelled', run: call('prototxt_check', { text: broken(text) }), times: 1 },
    {
      name: 'prototxt_check, 20 bottoms missing',
      run: call('prototxt_check', { text: broken(text, ''), schema: 'bvlc' }),
      times: 1,
    },
  ];
}

/** The second bottom of each of twenty Eltwise layers is misspelled, or missing. */
function broken(text: string, by = 'bottom: "no such blob"'): string {
  let count = 0;
  return text.replace(/(type: "Eltwise"[^}]*?bottom: "[^"]*"\s*)(bottom: "[^"]*")/g, (whole, before: string) =>
    ++count <= 20 ? `${before}${by}` : whole,
  );
}
