/** What the last run found, as problems of the text. */
import { afterEach, expect, test } from 'vitest';
import type { RunAnswer } from '#protocol/requests';
import type { LastRun, RunChoice, RunView } from '#protocol/run';
import type { Session } from '../support/session';
import { endWorld, loss, uri, world } from '../support/run-world';

let talk: Session;
async function open(...given: Parameters<typeof world>): Promise<void> {
  talk = (await world(...given)).session;
}
afterEach(endWorld);

const choice: RunChoice = { seed: null, batch: null, whatIfs: [], input: null };
const run = (more: object = {}): Promise<RunAnswer | null> =>
  talk.client.sendRequest<RunAnswer | null>('prototxt/run', { uri, ...choice, ...more });
const view = (): Promise<RunView | null> => talk.client.sendRequest<RunView | null>('prototxt/run/view', { uri });

const wide = loss
  .replace('xavier" }', 'gaussian" std: 100 }')
  .replace('layer { name: "prob"', 'layer { name: "tanh" type: "TanH" bottom: "ip" top: "t" }\nlayer { name: "prob"');
const codes = async (): Promise<readonly string[]> => {
  const { diagnostics } = await talk.diagnostics(uri);
  return diagnostics.map(({ code }) => String(code)).filter((code) => code.startsWith('run/'));
};

test('are in the text until it is edited, as information', async () => {
  await open(wide);
  const shown = talk.diagnostics(uri, ({ diagnostics }) => diagnostics.some(({ code }) => code === 'run/saturated'));
  await run();
  const last = (await view())?.last as LastRun;
  expect(last.layers[2]?.findings[0]?.text).toMatch(/^\d+ % of the values are saturated$/);
  const { diagnostics } = await shown;
  expect(diagnostics.filter(({ code }) => String(code).startsWith('run/'))).toMatchObject([
    {
      code: 'run/saturated',
      severity: 3,
      message: expect.stringMatching(/values of tanh \(TanH\) are saturated/) as string,
    },
  ]);
  const next = codes();
  await talk.change(uri, 2, `${wide}# more\n`);
  expect(await next).toEqual([]);
});

test.each([
  [
    'a comment suppresses them',
    wide.replace('layer { name: "tanh"', '# prototxt-disable-next-line run/saturated\nlayer { name: "tanh"'),
  ],
  ['there is no loss', wide.replace(/layer \{ name: "loss".*/, '')],
])('are none where %s', async (_, text) => {
  await open(text);
  await talk.diagnostics(uri);
  const next = codes();
  await run();
  expect(await next).toEqual([]);
});
