/** The requests of the net panel. */
import { afterEach, expect, test } from 'vitest';
import type { NetAnswer, NetBefore } from '#protocol/net';
import type { TargetsAnswer } from '#protocol/requests';
import { inProcess, type Session } from '../support/session';

const uri = 'file:///nets/net.prototxt';
const data = 'layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }\n';
const conv = (outputs: number, filler = ''): string => `layer {
  name: "conv"
  type: "Convolution" bottom: "data" top: "conv"
  convolution_param { num_output: ${outputs} kernel_size: 3 ${filler} }
}
`;

let session: Session;
afterEach(() => session.end());

test('answers with layers and their lines, roles, shapes, costs and problems', async () => {
  session = await inProcess();
  await session.open(uri, data + conv(4, 'weight_filler { type: "xavier" sparse: 2 }'));
  const answer = await session.client.sendRequest<NetAnswer>('prototxt/net', { uri });
  expect(answer).toMatchObject({
    state: 'TRAIN',
    lines: [
      [0, 0],
      [1, 5],
    ],
    total: { params: { value: 112, kind: 'exact' }, macs: { value: 3888, kind: 'exact' } },
    layers: [
      {
        name: 'data',
        role: 'source',
        bottoms: [],
        tops: [{ name: 'data', blob: 0, shape: [1, 3, 8, 8], inPlaceOf: -1 }],
      },
      {
        name: 'conv',
        role: 'learns',
        bottoms: [{ name: 'data', blob: 0 }],
        params: 112,
        macs: 3888,
        memory: 576,
        field: [{ size: 3 }, { size: 3 }],
      },
    ],
    problems: [[], [{ severity: 'error', message: expect.stringContaining('sparse') as string }]],
  });
});

test('answers with what targets make of each layer', async () => {
  session = await inProcess();
  const tile = 'layer { name: "tile" type: "Tile" bottom: "data" top: "tile" tile_param { tiles: 2 } }\n';
  await session.open(uri, `# prototxt: target=ncnn,rknn\n${data}${tile}`);
  const answer = await session.client.sendRequest<NetAnswer>('prototxt/net', { uri });
  expect(answer.targets).toEqual(['', 'ncnn: ignores tiles']);
  const targets = await session.client.sendRequest<TargetsAnswer>('prototxt/targets', { uri });
  expect(targets).toMatchObject({
    used: [
      { name: 'ncnn', label: 'ncnn', warnings: 1 },
      { name: 'rknn', label: 'Rockchip RKNN', warnings: 0 },
    ],
    comment: ['ncnn', 'rknn'],
  });
  expect(targets.choices).toContainEqual({ name: 'opencv', label: 'OpenCV 4', version: '4.12.0' });
});

test('answers for an earlier text of the file, in the state that is shown', async () => {
  session = await inProcess();
  await session.open(uri, data + conv(4));
  const before = await session.client.sendRequest<NetBefore>('prototxt/net/before', { uri, text: data + conv(2) });
  expect(before).toMatchObject({
    layers: [
      { name: 'data', type: 'Input' },
      { name: 'conv', params: 56, macs: 1944, shape: [1, 2, 6, 6] },
    ],
    total: { params: { value: 56, kind: 'exact' } },
  });
  expect(
    await session.client.sendRequest('prototxt/net/before', { uri, text: 'base_lr: 0.1 lr_policy: "fixed"' }),
  ).toBeNull();
});

test('answers null for a document that is not a net, or not open', async () => {
  session = await inProcess();
  await session.open(uri, 'item { id: 1 }\n');
  expect(await session.client.sendRequest('prototxt/net', { uri })).toBeNull();
  expect(await session.client.sendRequest('prototxt/net', { uri: 'file:///nets/other.prototxt' })).toBeNull();
});
