import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { chooseDialect } from '#core/dialects/choose-dialect';

const codesOf = (text: string): readonly string[] =>
  analyze(text, { dialect: chooseDialect, kind: 'net' }).problems.map(({ code }) => code);

test('does not count placeholders as problems', () => {
  const layer = 'layer { type: "Silence" bottom: "data" propagate_down: ${DOWN} }\n';
  const text = 'layer { type: "Input" top: "data" input_param { shape { dim: 8 } } }\n';
  const wrong = 'layer { type: "Silence" bottom: "data" phase: 7.5 }\n';
  expect(codesOf(text + layer.repeat(1100))).toEqual(['schema/placeholder']);
  expect(codesOf(text + layer.repeat(1100) + wrong)).toEqual(['schema/placeholder', 'schema/expected-type']);
});

test('reports at most 1,000 errors of fields', () => {
  const codes = codesOf('layer { type: "Silence" phase: 7.5 }\n'.repeat(1100));
  expect(codes.filter((code) => code === 'schema/expected-type')).toHaveLength(1000);
  expect(codes.filter((code) => code === 'syntax/too-many-problems')).toHaveLength(1);
});
