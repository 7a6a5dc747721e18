/** Models with too many of something: a sentence, with reads and answers that do not grow with the file. */
import { expect, test } from 'vitest';
import { readLimits } from '#core/weight-files/binary-fields';
import { readModel } from '#core/weight-files/read-caffemodel';
import { bytesField, floatField, intField, joined, textField, type Piece } from '#core/wire';

const million = 1_000_000;
const tooMany = readLimits.fields + 10_000;

function repeated(pieces: readonly Piece<never>[], times: number): Uint8Array {
  const one = joined(pieces);
  const all = new Uint8Array(one.length * times);
  for (let i = 0; i < times; i++) all.set(one, i * one.length);
  return all;
}

test.each<[string, Uint8Array]>([
  ['empty layers', repeated(bytesField(100, []), tooMany)],
  ['old layers', repeated(bytesField(2, bytesField(1, [])), tooMany)],
  ['blobs', joined(bytesField(100, [repeated(bytesField(7, []), tooMany)]))],
  ['shapes', joined(bytesField(100, bytesField(7, [repeated(bytesField(7, []), tooMany)])))],
  ['unknown fields', joined([...bytesField(100, []), repeated([intField(30, 1)], tooMany)])],
  ['groups', joined([...bytesField(100, []), repeated([Uint8Array.of(0x93, 0x01, 0x94, 0x01)], tooMany)])],
  [
    'values between other fields',
    joined(bytesField(100, bytesField(7, [repeated([floatField(5, 1), intField(30, 1)], tooMany)]))),
  ],
])('too many %s', async (_, bytes) => {
  let sum = 0;
  const model = await readModel('m', bytes.length, async (start, end) => {
    sum += end - start;
    return bytes.slice(start, end);
  });
  expect(model).toMatchObject({ kind: 'problem', problem: { code: 'weights/model-too-many-fields' } });
  expect(sum).toBeLessThan(2 * bytes.length);
});

test('2 million values with a tag each', async () => {
  const values = repeated([floatField(5, 1)], 2 * million);
  const bytes = joined(
    bytesField(100, [...textField(1, 'a'), ...bytesField(7, [values, ...bytesField(7, [intField(1, 2 * million)])])]),
  );
  const model = await readModel('m', bytes.length, async (start, end) => bytes.slice(start, end));
  expect(model).toMatchObject({ layers: [{ blobs: [{ count: 2 * million, ranges: { length: 1 } }] }] });
});
