/** Layer types of V1 (`layers { type: CROP }`) that BVLC's enum lacks. */
import { describe, expect, test } from 'vitest';
import { analyze, type Analysis } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { chooseDialect } from '#core/dialects/choose-dialect';
import type { Dialect } from '#core/dialects/dialect';
import { dialectOf } from '#core/dialects/index';
import { formatShape } from '#core/net/shape';
import { infoOf } from '#core/problems/index';
import { unpackAtlas } from '#core/schema/atlas-data';
import { packedAtlas } from '#core/schema/generated/atlas';

function net(type: string): string {
  return `input: "d" input_dim: 2 input_dim: 3 input_dim: 8 input_dim: 8
layers { name: "l" type: ${type} bottom: "d" top: "l" }
layers { name: "s" type: SILENCE bottom: "l" }\n`;
}

/** `code at word` for errors and warnings, and for names of other Caffes. */
function reported({ problems, text }: Analysis): readonly string[] {
  return problems
    .filter(({ code }) => isSevere(infoOf(code).severity) || code === 'schema/other-caffe')
    .map(({ code, span }) => `${code} at ${text.slice(span.start, span.end)}`);
}

function isSevere(severity: string): boolean {
  return severity === 'error' || severity === 'warning';
}

function topOf(analysis: Analysis): string {
  const [state] = analysis.states;
  return state ? formatShape(analysis.state(state).layers.at(-2)?.tops[0] ?? null) : '';
}

function named(id: string): Dialect {
  const dialect = dialectOf(id);
  if (!dialect) throw new Error(`no dialect ${id}`);
  return dialect;
}

describe('if no Caffe is specified', () => {
  // The current format has a type BN, which is modeled.
  const types = [...(unpackAtlas(packedAtlas).enums.get('V1LayerParameter.LayerType')?.keys() ?? [])].filter(
    (type) => type !== 'BN',
  );

  test('the atlas has types that resemble those of the current format', () =>
    expect(types).toEqual(expect.arrayContaining(['CROP', 'PRELU', 'RESHAPE', 'CONVOLUTION3D'])));

  test.each(types)('%s is a name of another Caffe, whose tops are unknown', (type) => {
    const analysis = analyze(net(type), { dialect: chooseDialect });
    expect(reported(analysis).filter((problem) => !problem.startsWith('schema/other-caffe'))).toEqual([]);
    expect(topOf(analysis)).toBe('?');
  });

  test('such a type is reported once, as information', () =>
    expect(reported(analyze(net('CROP'), { dialect: chooseDialect }))).toEqual(['schema/other-caffe at CROP']));

  test('a misspelt type is an error, and read as the intended one', () => {
    const analysis = analyze(net('POWR'), { dialect: chooseDialect });
    expect(reported(analysis)).toEqual(['schema/unknown-enum-value at POWR']);
    expect(topOf(analysis)).toBe('2×3×8×8');
  });
});

describe('if a Caffe is specified', () => {
  test('that has the type, it is accepted', () => {
    const analysis = analyze(net('ROIPOOLING'), { dialect: named('happynear') });
    expect(reported(analysis)).toEqual([]);
    expect(topOf(analysis)).toBe('?');
  });

  test('that has it in the atlas, it is accepted', () =>
    expect(reported(analyze(net('CONVOLUTION3D'), { dialect: named('c3d') }))).toEqual([]));

  test('that lacks it, it is an error', () =>
    expect(reported(analyze(net('WOBBLE'), { dialect: bvlc }))).toEqual(['schema/unknown-enum-value at WOBBLE']));
});
