/** The initial values that are sent ahead of the page that shows them. */
import { afterEach, expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { testState } from '#core/net/state';
import { drawNet } from '#core/weights/draw';
import type { FirstValues } from '#protocol/values';
import { floatsOf } from '#webview/values/loaded';
import { inProcess, type Session } from '../support/session';

let talk: Session;
afterEach(() => talk.end());

const uri = 'file:///nets/net.prototxt';
const filler = 'weight_filler { type: "xavier" }';
const net = `layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 1 dim: 2 dim: 9 dim: 9 } } }
layer { name: "c" type: "Convolution" bottom: "d" top: "c" convolution_param { num_output: 3 kernel_size: 2 ${filler} } }
layer { name: "u" type: "InnerProduct" bottom: "none" top: "u" inner_product_param { num_output: 4 ${filler} } }
layer { name: "i" type: "InnerProduct" bottom: "c" top: "i" inner_product_param { num_output: 4 ${filler} } }`;

test('are those that Caffe draws, for random blobs of known shape', async () => {
  talk = await inProcess({ 'file:///nets/solver.prototxt': 'net: "net.prototxt" random_seed: 9 solver_mode: CPU' });
  await talk.open(uri, net);
  const ask = (blob: number): Promise<FirstValues | null> =>
    talk.client.sendRequest<FirstValues | null>('prototxt/weights/first', { uri, blob });
  const state = analyze(net, { dialect: bvlc }).state(testState);
  const weights = state.layers.flatMap(({ params }) => params);
  const first = await ask(0);
  const whole = weights[0] && drawNet(state, 9).values(weights[0])?.values;
  expect(first).toMatchObject({ seed: 9, region: { start: 0, rows: 1, width: 24, stride: 0 } });
  expect(floatsOf(first?.values ?? '')).toEqual(whole);
  // The bias is constant, the next layer's shape is not known, and there are only six blobs.
  for (const blob of [1, 2, 6, -1, 0.5]) expect(await ask(blob)).toBeNull();
});
