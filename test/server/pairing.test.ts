/** A net with a weights file: problems, hover and panel. */
import { readFileSync } from 'node:fs';
import protobuf from 'protobufjs';
import { afterEach, expect, test } from 'vitest';
import { HoverRequest, type Hover } from 'vscode-languageserver-protocol';
import type { WeightsAnswer } from '#protocol/weights';
import { inProcess, type Session } from '../support/session';

let talk: Session;
afterEach(() => talk.end());

const { root } = protobuf.parse(readFileSync('schemas/bvlc.proto', 'utf8'), { keepCase: true });
const NetParameter = root.lookupType('caffe.NetParameter');
const layer = [
  {
    name: 'one',
    blobs: [
      { shape: { dim: [2, 4] }, data: new Array<number>(8).fill(0) },
      { shape: { dim: [2] }, data: [0, 0] },
    ],
  },
  {
    name: 'two',
    blobs: [
      { shape: { dim: [9, 2] }, data: new Array<number>(18).fill(0) },
      { shape: { dim: [9] }, data: new Array<number>(9).fill(0) },
    ],
  },
  { name: 'other', blobs: [{ shape: { dim: [1] }, data: [0] }] },
];
const model = NetParameter.encode(NetParameter.fromObject({ layer })).finish();

const ip = (name: string, bottom: string, outputs: number): string =>
  `layer { name: "${name}" type: "InnerProduct" bottom: "${bottom}" top: "${name}" inner_product_param { num_output: ${outputs} weight_filler { type: "xavier" } } }\n`;
const net = `layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 1 dim: 4 } } }\n${ip('one', 'd', 2)}${ip('two', 'one', 3)}${ip('three', 'two', 1)}`;
const uri = 'file:///nets/net.prototxt';

const said = async (): Promise<readonly string[]> =>
  (await talk.diagnostics(uri, ({ diagnostics }) => diagnostics.length > 0)).diagnostics.map(({ message }) =>
    String(message),
  );

test('takes the file from a comment, warns about a different shape, and describes what each layer gets', async () => {
  talk = await inProcess({ 'file:///nets/models/w.caffemodel': model });
  await talk.open(uri, `# prototxt: weights models/w.caffemodel\n${net}`);
  expect(await said()).toEqual([
    'weight of two is 9×2 in w.caffemodel but 3×2 here, so Caffe aborts. Rename the layer to initialize it by its filler.',
  ]);
  const { pairing } = await talk.client.sendRequest<WeightsAnswer>('prototxt/weights', { uri });
  expect(pairing).toMatchObject({
    file: 'w.caffemodel',
    layers: [
      { sentence: 'Loaded from w.caffemodel.', stops: false },
      { sentence: 'Caffe aborts: weight is 9×2 in w.caffemodel, 3×2 here.', stops: true },
      { sentence: 'Not in w.caffemodel: initialized by its filler.', stops: false },
    ],
    ignored: 'In w.caffemodel but not in this net, so Caffe ignores: other.',
  });
  const hover = (await talk.client.sendRequest(HoverRequest.type, {
    textDocument: { uri },
    position: { line: 2, character: 16 },
  })) as Hover;
  expect(JSON.stringify(hover.contents)).toContain('Loaded from w');
});

test.each([
  ['models/none.caffemodel', 'Cannot read none.caffemodel: '],
  ['models/text.caffemodel', 'text.caffemodel is not a .caffemodel'],
])('reports an unusable file at the comment: %s', async (path, sentence) => {
  talk = await inProcess({ 'file:///nets/models/text.caffemodel': 'name: "net"' });
  await talk.open(uri, `# prototxt: weights ${path}\n${net}`);
  const { diagnostics } = await talk.diagnostics(uri, (sent) => sent.diagnostics.length > 0);
  expect(diagnostics).toMatchObject([
    {
      message: expect.stringContaining(sentence),
      range: { start: { line: 0, character: 20 }, end: { line: 0, character: 20 + path.length } },
    },
  ]);
});

test('lets the user choose a file and remove it; a comment takes precedence', async () => {
  talk = await inProcess({ 'file:///elsewhere/w.caffemodel': model, 'file:///nets/bad.caffemodel': 'no' });
  await talk.open(uri, net);
  const pair = (chosen: string | null): Promise<unknown> =>
    talk.client.sendRequest('prototxt/weights/pair', { uri, model: chosen });
  expect(await pair('file:///nets/bad.caffemodel')).toEqual({
    problem: expect.stringContaining('bad.caffemodel is not a .caffemodel'),
  });
  expect(await pair('file:///elsewhere/w.caffemodel')).toEqual({});
  expect(await said()).toHaveLength(1);
  await talk.change(uri, 2, `# prototxt: weights bad.caffemodel\n${net}`);
  expect(await talk.diagnostics(uri, ({ diagnostics }) => diagnostics[0]?.range.start.line === 0)).toBeDefined();
  expect(await pair('file:///elsewhere/w.caffemodel')).toEqual({ comment: 'bad.caffemodel' });
  await talk.change(uri, 3, net);
  expect(await pair(null)).toEqual({});
  expect((await talk.client.sendRequest<WeightsAnswer>('prototxt/weights', { uri })).pairing).toBeUndefined();
});
