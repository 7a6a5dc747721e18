/** The values that a net loads from its weights file, as the panel asks for them. */
import { readFileSync } from 'node:fs';
import protobuf from 'protobufjs';
import { afterEach, expect, test } from 'vitest';
import type { WeightsAnswer } from '#protocol/weights';
import { floatsOf } from '#webview/values/loaded';
import { inProcess, type Session } from '../support/session';

let talk: Session;
afterEach(() => talk.end());

const { root } = protobuf.parse(readFileSync('schemas/bvlc.proto', 'utf8'), { keepCase: true });
const NetParameter = root.lookupType('caffe.NetParameter');
const uri = 'file:///nets/net.prototxt';
const ip = (name: string, bottom: string, outputs: number): string =>
  `layer { name: "${name}" type: "InnerProduct" bottom: "${bottom}" top: "${name}" inner_product_param { num_output: ${outputs} weight_filler { type: "xavier" } } }\n`;
const net = `layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 1 dim: 4 } } }\n${ip('one', 'd', 2)}${ip('two', 'one', 3)}`;

test('sends figures and parts of the values that a blob loads, and nothing for others', async () => {
  const values = [1, 2, 3, 4, 5, 6, 7, 8];
  const blobs = [
    { shape: { dim: [2, 4] }, data: values },
    { shape: { dim: [2] }, data: [0, 0] },
  ];
  const loaded = [{ name: 'one', blobs }];
  const bytes = NetParameter.encode(NetParameter.fromObject({ layer: loaded })).finish();
  talk = await inProcess({ 'file:///nets/w.caffemodel': bytes });
  await talk.open(uri, `# prototxt: weights w.caffemodel\n${net}`);
  const ask = <Result>(method: string, params: object): Promise<Result> =>
    talk.client.sendRequest<Result>(`prototxt/weights${method}`, { uri, ...params });
  const { pairing } = await ask<WeightsAnswer>('', {});
  expect(pairing?.layers.map((one) => one?.isLoaded)).toEqual([true, false]);
  expect((await ask<WeightsAnswer>('', {})).pairing?.version).toBe(pairing?.version);
  const binning = { from: 0, to: 8, bins: 2 };
  expect(await ask('/loaded', { blob: 0, ...binning })).toEqual({
    statistics: { count: 8, mean: 4.5, std: Math.sqrt(5.25), min: 1, max: 8, zeros: 0, nan: 0, infinite: 0 },
    counts: [3, 5],
  });
  const part = { start: 1, rows: 2, width: 2, stride: 4 };
  const sent = await ask<string>('/loaded/values', { blob: 0, ...part });
  expect([...floatsOf(sent)]).toEqual([2, 3, 6, 7]);
  expect(await ask('/loaded', { blob: 2, ...binning })).toBeNull();
  expect(await ask('/loaded/values', { blob: 2, ...part })).toBeNull();
  expect(await ask('/loaded', { blob: 0, ...binning, bins: 1e9 })).toBeNull();
  expect(await ask('/loaded/values', { blob: 0, ...part, rows: 1e9 })).toBeNull();
});
