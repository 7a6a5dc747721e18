import { expect, test } from 'vitest';
import { good } from './nets';
import { objects, shell } from './shell';

test('prints a table with one row per param', async () => {
  const { status, out } = await shell('init --phase TEST good.prototxt', { files: { 'good.prototxt': good } });
  expect(status).toBe(0);
  expect(out).toMatchInlineSnapshot(`
    "good.prototxt (TEST)
    layer  blob    filler    shape    fan_in  fan_out   n  distribution                          std
    conv   weight  xavier    4×3×3×3      27       36  27  uniform(-0.3333333, 0.3333333)  0.1924501
    conv   bias    constant  4             1        4   -  constant(0.1)                           0
    score  weight  gaussian  10×144      144       10   -  normal(0, 0.01)                      0.01
    score  bias    constant  10            1       10   -  constant(0)                             0

    "
  `);
});

test('lists the layers with params in JSON', async () => {
  const { out } = await shell('init --format json --phase TEST good.prototxt', { files: { 'good.prototxt': good } });
  expect(objects(out)).toMatchObject([{ layers: [{ name: 'conv' }, { name: 'score' }] }]);
});

test('prints numbers that survive a float32 round trip', async () => {
  const { out } = await shell('init --format json --phase TEST good.prototxt', { files: { 'good.prototxt': good } });
  const [object] = objects(out) as unknown as { layers: { params: { distribution: { max: number } }[] }[] }[];
  const scale = object?.layers[0]?.params[0]?.distribution.max ?? NaN;
  // √(3 / 27) in float32.
  expect(Math.fround(scale)).toBe(Math.fround(Math.sqrt(Math.fround(3 / 27))));
  expect(String(scale).length).toBeLessThanOrEqual(12);
});
