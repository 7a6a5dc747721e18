/** The lists in docs/onnx.md match the rules. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { atlasLayers } from '#core/dialects/atlas-caffes';
import { bvlc } from '#core/dialects/bvlc';
import { forkRules } from '#core/dialects/rules';
import type { LayerRule } from '#core/net/rules';

function rules(): readonly LayerRule[] {
  const own = bvlc.layers.types.flatMap((type) => bvlc.layers.get(type) ?? []);
  const forks = Object.values(forkRules).flatMap(({ layers = [] }) => layers);
  return [...own, ...forks, ...atlasLayers.flatMap(({ layers }) => layers)];
}

function typesWhere(holds: (rule: LayerRule) => boolean): readonly string[] {
  return [
    ...new Set(
      rules()
        .filter(holds)
        .map(({ type }) => type),
    ),
  ].sort();
}

function listed(marker: string): string {
  const page = readFileSync('docs/onnx.md', 'utf8').replaceAll('\r\n', '\n');
  return page
    .slice(page.indexOf(`<!-- ${marker} -->`), page.indexOf(`<!-- /${marker} -->`))
    .split('\n')
    .slice(1, -1)
    .join(' ');
}

const lowered = (): readonly string[] => typesWhere(({ onnx }) => onnx !== undefined);

test('lists the layers with operators', () => {
  expect(listed('lowered')).toBe(`${lowered().join(', ')}.`);
});

test('lists the layers without operators', () => {
  const missing = typesWhere(({ onnx, source }) => !onnx && !source).filter((type) => !lowered().includes(type));
  expect(listed('not lowered')).toBe(`${missing.join(', ')}.`);
});
