/** What the panel gets of a run: histograms, as they come and afterwards, and the loss. */
import { afterEach, expect, test } from 'vitest';
import { runProgress, type RunProgress } from '#protocol/notifications';
import type { RunAnswer } from '#protocol/requests';
import type { NetRidges, Ridge, RunChoice, RunView } from '#protocol/run';
import type { Session } from '../support/session';
import { endWorld, loss, net, uri, world } from '../support/run-world';

let talk: Session;
async function open(...given: Parameters<typeof world>): Promise<void> {
  talk = (await world(...given)).session;
}
afterEach(endWorld);

const choice: RunChoice = { seed: null, batch: null, whatIfs: [], input: null };
const run = (more: object = {}): Promise<RunAnswer | null> =>
  talk.client.sendRequest<RunAnswer | null>('prototxt/run', { uri, ...choice, ...more });
const view = (): Promise<RunView | null> => talk.client.sendRequest<RunView | null>('prototxt/run/view', { uri });
const ridges = (id: number): Promise<readonly NetRidges[] | null> =>
  talk.client.sendRequest<readonly NetRidges[] | null>('prototxt/run/ridges', { uri, id });

test('loads the runtime with the panel, unless there is a run already', async () => {
  let prepared = 0;
  await open(loss, { prepareRun: () => void prepared++ });
  await view();
  expect(prepared).toBe(1);
  await run();
  await view();
  expect(prepared).toBe(1);
});

test('has histograms of each top, which come while it goes on', async () => {
  await open(loss);
  const coming: NetRidges[] = [];
  talk.client.onNotification(runProgress, (now: RunProgress) => {
    if (now.coming) coming.push(now.coming);
  });
  await run({ batch: 50, whatIfs: ['msra', 'lsuv'] });
  const id = (await view())?.last?.id ?? -1;
  const nets = await ridges(id);
  expect(nets?.map(({ net: name }) => name)).toEqual(['asIs', 'msra', 'lsuv']);
  expect(
    nets?.[0]?.layers.map(({ name, hasWeights, tops }) => [name, hasWeights, tops.map((top) => top?.n ?? null)]),
  ).toEqual([
    ['data', false, [200, null]],
    ['ip', true, [150]],
    ['prob', false, [150]],
    ['loss', false, [null]],
  ]);
  const ridge: Ridge | null | undefined = nets?.[0]?.layers[1]?.tops[0];
  if (!ridge) throw new Error('no ridge');
  const { linear, magnitudes } = ridge;
  expect(linear.below + linear.above + linear.counts.reduce((a, b) => a + b)).toBe(150);
  expect(magnitudes.counts.reduce((a, b) => a + b)).toBe(150);
  // Caffe's generator gives the same values whatever the filler: msra's deviation is √2 that of a normal xavier's.
  expect(nets?.[2]?.layers[1]?.tops[0]?.std).toBeCloseTo(1, 4);
  expect(coming.flatMap(({ net: name, layers }) => layers.map((layer) => `${name} ${layer.name}`))).toEqual(
    ['asIs', 'msra', 'lsuv'].flatMap((name) => ['data', 'ip', 'prob', 'loss'].map((layer) => `${name} ${layer}`)),
  );
  expect(coming[0]?.layers[1]?.tops).toEqual(nets?.[0]?.layers[1]?.tops);
  // From the loss to the first layer with weights: its gradients are those of its bottom and of its own blobs.
  const [own] = nets ?? [];
  const back = own?.back.map(({ layer, bottoms, params }) => [
    own.layers[layer]?.name,
    bottoms.map((ridge) => ridge?.name ?? null),
    params.map((ridge) => ridge?.name),
  ]);
  expect(back?.[0]).toEqual(['loss', ['ip', null], []]);
  expect(back).toContainEqual(['ip', ['data'], ['weight', 'bias']]);
  expect(coming.filter(({ net: name }) => name === 'asIs').flatMap((each) => each.back)).toEqual(own?.back);
  expect(await ridges(id + 1)).toBeNull();
});

test('after an edit has the net before it beside', async () => {
  await open(net);
  await run();
  await talk.change(uri, 2, net.replace('"xavier"', '"msra"'));
  await run();
  const first = (await view())?.last?.id ?? -1;
  expect((await ridges(first))?.map(({ net: name }) => name)).toEqual(['asIs', 'before']);
  await run();
  expect((await ridges(first + 1))?.map(({ net: name }) => name)).toEqual(['asIs', 'before']);
});

test('prints the loss as Caffe does, beside that of equal probabilities', async () => {
  await open(loss);
  await run({ batch: 6 });
  const last = (await view())?.last;
  expect(Number(last?.printedLoss)).toBeCloseTo(Number(last?.loss), 5);
  expect(last?.printedLoss).toMatch(/^\d\.\d{1,6}$/);
  expect(last?.evenLoss).toEqual({ formula: 'ln 3', value: '1.09861' });
});

test('says why its figures say little, and names the fillers', async () => {
  await open(net);
  await run();
  expect((await view())?.last).toMatchObject({ notes: [], fillers: ['xavier'] });
  await endWorld();
  const statistics =
    'layer { name: "bn" type: "BatchNorm" bottom: "ip" top: "bn" batch_norm_param { use_global_stats: true } }\nlayer { name: "out" type: "InnerProduct" bottom: "bn" top: "out" inner_product_param { num_output: 3 weight_filler { type: "gaussian" std: 0.5 } } }\n';
  await open(net + statistics);
  await run();
  const last = (await view())?.last;
  expect(last?.notes).toEqual([expect.stringContaining('running statistics')]);
  expect(last?.fillers).toEqual(['xavier', 'gaussian N(0, 0.5²)']);
  await endWorld();
  await open(net.replace('weight_filler { type: "xavier" }', ''));
  await run();
  const zero = (await view())?.last;
  expect(zero?.notes).toEqual([expect.stringContaining('All weights are 0')]);
  expect(zero?.fillers).toEqual(['constant 0']);
});

test('has the state of what is found, for the chart', async () => {
  await open(net.replace('weight_filler { type: "xavier" }', ''));
  await run();
  const { id = -1, layers } = (await view())?.last ?? {};
  const found = { text: 'every value is 0', label: 'every value is 0', of: 'activations', isSerious: true };
  const [own] = (await ridges(id)) ?? [];
  const byName = (all: readonly { readonly name: string; readonly findings: unknown }[] | undefined): unknown =>
    all?.find(({ name }) => name === 'ip')?.findings;
  expect([byName(layers), byName(own?.layers)]).toEqual([[], []]);
  await endWorld();
  await open(
    `${loss}layer { name: "dead" type: "Power" bottom: "ip" top: "dead" power_param { scale: 0 } }\nlayer { name: "after" type: "InnerProduct" bottom: "dead" top: "after" inner_product_param { num_output: 2 } }\n`,
  );
  await run();
  const second = (await view())?.last;
  expect(second?.layers.find(({ name }) => name === 'dead')?.findings).toEqual([found]);
});
