import { describe, expect, test } from 'vitest';
import { bvlc } from '#core/dialects/bvlc';
import { readModel } from '#core/weight-files/read-caffemodel';
import { modelValues } from '#core/weight-files/read-caffemodel-values';
import { upgradeModel } from '#core/weight-files/upgrade-caffemodel';
import { bytesField, floatField, intField, joined, textField, type Piece } from '#core/wire';

type Pieces = readonly Piece<never>[];
const floats = (...values: readonly number[]): Uint8Array => new Uint8Array(Float32Array.from(values).buffer);
/** num, channels, height, width, and packed values. */
const blob = (...values: readonly number[]): Pieces => [
  ...[1, 1, 1, values.length].map((dim, i) => intField(i + 1, dim)),
  ...bytesField(5, [floats(...values)]),
];
const weird = [1, -0, 2 ** -140, NaN, Infinity];

const v1 = joined([
  ...textField(1, 'old'),
  ...bytesField(2, [
    ...textField(2, 'data'),
    ...textField(3, 'conv'),
    ...textField(4, 'conv1'),
    intField(5, 4),
    ...bytesField(6, blob(...weird)),
    ...bytesField(6, blob(7)),
    floatField(7, 1),
    floatField(7, 2),
    ...bytesField(10, [intField(1, 1), intField(4, 5)]),
  ]),
]);
const v0 = joined([
  ...textField(1, 'older'),
  ...bytesField(2, [
    ...bytesField(1, [
      ...textField(1, 'conv1'),
      ...textField(2, 'conv'),
      intField(3, 1),
      intField(8, 5),
      ...bytesField(50, blob(...weird)),
    ]),
    ...textField(2, 'data'),
    ...textField(3, 'conv'),
  ]),
]);

async function upgraded(model: Uint8Array): Promise<Uint8Array> {
  const result = await upgradeModel('m', model.length, async (start, end) => model.slice(start, end), bvlc.schema);
  if (result.kind !== 'file') throw new Error(JSON.stringify(result));
  const chunks: Uint8Array[] = [];
  for await (const chunk of result.chunks()) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  expect(bytes.length).toBe(result.size);
  return Uint8Array.from(bytes);
}

describe.each([
  ['V1', v1],
  ['V0', v0],
])('%s', (_, old) => {
  test('is converted to current layers, with bit-identical values', async () => {
    const now = await upgraded(old);
    const read = async (start: number, end: number): Promise<Uint8Array> => now.slice(start, end);
    const model = await readModel('now', now.length, read);
    if (model.kind !== 'model') throw new Error('no model');
    expect(model.layers.map(({ name }) => name)).toEqual(['conv1']);
    const [first] = model.layers[0]?.blobs ?? [];
    expect(first).toMatchObject({ shape: [1, 1, 1, 5], isLegacy: true });
    const values: Uint8Array[] = [];
    if (first) for await (const chunk of modelValues(first, read)) values.push(chunk);
    expect(new Uint8Array(Buffer.concat(values))).toEqual(floats(...weird));
    const text = new TextDecoder('latin1').decode(now);
    expect(text).toContain('Convolution');
  });

  test('is not changed when it is upgraded again', async () => {
    const now = await upgraded(old);
    const again = await upgradeModel('m', now.length, async (start, end) => now.slice(start, end), bvlc.schema);
    expect(again.kind).toBe('current');
  });
});

test('has its rates converted to params, in order', async () => {
  const now = await upgraded(v1);
  const text = Buffer.from(now).toString('latin1');
  // ParamSpec.lr_mult is field 3, a float: 1 and 2.
  expect(text).toContain('\x1d\x00\x00\x80\x3f');
  expect(text).toContain('\x1d\x00\x00\x00\x40');
});

test.each([
  ['a file that ends too soon', v1.slice(0, -3), 'weights/model-cut-off'],
  ['something else', Uint8Array.from({ length: 40 }, (_, i) => i), 'weights/not-a-model'],
])('rejects %s', async (_, bytes, code) => {
  const result = await upgradeModel('m', bytes.length, async (start, end) => bytes.slice(start, end), bvlc.schema);
  expect(result).toMatchObject({ kind: 'problem', problem: { code } });
});
