import { describe, expect, test } from 'vitest';
import { analyze, type Analysis } from '#core/analysis/analysis';
import { chooseDialect } from '#core/dialects/choose-dialect';
import { bvlc } from '#core/dialects/bvlc';
import { dialectIds, dialectOf } from '#core/dialects/index';
import { infoOf } from '#core/problems/index';
import { rawFork } from '#core/schema/forks';

const input = 'layer { name: "d" type: "Input" top: "d" input_param { shape { dim: 1 dim: 8 dim: 10 dim: 10 } } }\n';
const permute =
  'layer { name: "p" type: "Permute" bottom: "d" top: "p" permute_param { order: 0 order: 2 order: 3 order: 1 } }\n';
const roi =
  'input: "d" input_shape { dim: 1 dim: 8 dim: 10 dim: 10 }\ninput: "r" input_shape { dim: 7 dim: 5 }\n' +
  'layer { name: "roi" type: "ROIPooling" bottom: "d" bottom: "r" top: "roi" roi_pooling_param { pooled_h: 6 pooled_w: 7 } }\n';
const ceil =
  'layer { name: "c" type: "Pooling" bottom: "d" top: "c" pooling_param { kernel_size: 3 stride: 2 ceil_mode: false } }\n';

function auto(text: string): Analysis {
  return analyze(text, { dialect: chooseDialect });
}

function errors({ problems }: Analysis): readonly string[] {
  return problems.filter(({ code }) => infoOf(code).severity === 'error').map(({ code }) => code);
}

function topOf(analysis: Analysis, layer: string): unknown {
  const [state] = analysis.states;
  return state && analysis.state(state).layers.find((one) => one.layer.name === layer)?.tops[0];
}

describe('auto', () => {
  test('selects BVLC if it has every name', () => {
    expect(auto(input)).toMatchObject({ dialect: { id: 'bvlc' }, reason: { kind: 'plain' } });
  });

  test("selects the fork that has a file's names, with its shapes, and lists those names as the reason", () => {
    const ssd = auto(input + permute);
    expect(ssd).toMatchObject({
      dialect: { id: 'ssd' },
      reason: { kind: 'names', names: ['permute_param', 'Permute'] },
    });
    expect(errors(ssd)).toEqual([]);
    expect(topOf(ssd, 'p')).toEqual([1, 10, 10, 8]);
    expect(auto(roi).dialect.id).toBe('fast-rcnn');
    expect(topOf(auto(roi), 'roi')).toEqual([7, 8, 6, 7]);
  });

  test('selects a union if the file mixes forks', () => {
    const mixed = auto(roi + permute + ceil);
    expect(mixed.dialect.id.split('+').sort()).toEqual(['ceil-mode', 'deepdetect']);
    expect(errors(mixed)).toEqual([]);
    expect(topOf(mixed, 'c')).toEqual([1, 8, 4, 4]);
  });

  test('distinguishes two forks that use a name for different things', () => {
    const bn = (param: string): string =>
      `${input}layer { name: "b" type: "BN" bottom: "d" top: "b" bn_param { ${param} } }\n`;
    expect(auto(bn('scale_filler { value: 1 } shift_filler { value: 0 }')).dialect.id).toBe('segnet-cudnn5');
    expect(auto(bn('slope_filler { value: 1 } bias_filler { value: 0 } frozen: true')).dialect.id).toBe('happynear');
  });

  test('still reports misspelt names', () => {
    expect(errors(auto((input + permute).replace('order: 2', 'ordre: 2')))).toContain('schema/unknown-field');
    expect(errors(auto((input + permute).replace('"Permute"', '"Permut"')))).toContain('net/unknown-layer-type');
  });
});

test('follows a comment that names a dialect', () => {
  const bvlc = auto(`# prototxt: schema=bvlc\n${input}${permute}`);
  expect(bvlc).toMatchObject({ dialect: { id: 'bvlc' }, reason: { kind: 'asked' } });
  expect([...errors(bvlc)].sort()).toEqual(['net/fork-layer-type', 'schema/fork-field']);
});

test('reports what older forks lack, and reads what they have', () => {
  const tsn = analyze(
    `input: "d" input_shape { dim: 2 dim: 8 dim: 6 dim: 6 }\nlayer { name: "ip" type: "InnerProduct" bottom: "d" top: "ip" inner_product_param { num_output: 3 } }\n`,
    {
      dialect: dialectOf('tsn') ?? chooseDialect,
    },
  );
  expect(errors(tsn)).toEqual([]);
  expect(topOf(tsn, 'ip')).toEqual([2, 3]);
  expect(errors(analyze(input, { dialect: dialectOf('tsn') ?? chooseDialect }))).toContain('schema/unknown-field');
});

test('can build every dialect, and every field that their layers name exists', () => {
  const wrong = dialectIds.flatMap((id) => {
    const dialect = dialectOf(id);
    const fields = dialect?.schema.messages.get('LayerParameter');
    return (rawFork(id)?.layers ?? []).flatMap(([type, param]) =>
      dialect?.layers.get(type) && (param === '' || fields?.fields.has(param)) ? [] : [`${id}: ${type} ${param}`],
    );
  });
  expect(wrong).toEqual([]);
});

test('reports a placeholder once, as information, and still checks the rest', () => {
  const template = `${input}layer { name: "c" type: "Convolution" bottom: "d" top: "c" convolution_param { num_output: {{ n }} kernel_size: $K } }
layer { name: "r" type: "Pooling" bottom: "d" top: "r" pooling_param { kernel_size: 2 stride: 2 } }\n`;
  const analysis = auto(template);
  expect(analysis.problems.map(({ code }) => code)).toContain('schema/placeholder');
  expect(errors(analysis)).toEqual([]);
  expect(topOf(analysis, 'r')).toEqual([1, 8, 5, 5]);
});

test('treats words around a digit as placeholders only where a number is expected', () => {
  const numbers = `${input}layer { name: "c" type: "InnerProduct" bottom: "d" top: "c" inner_product_param { num_output: cls6x } }
layer { name: "b" type: "InnerProduct" bottom: "d" top: "b" inner_product_param { num_output: box24x } }\n`;
  expect(auto(numbers).problems.map(({ code }) => code)).toEqual(['schema/placeholder']);
  const pool = (name: string): string =>
    `layer { name: "${name}" type: "Pooling" bottom: "d" top: "${name}" pooling_param { pool: MAX2D kernel_size: 2 } }\n`;
  const codes = errors(analyze(`${input}${pool('p')}${pool('q')}`, { dialect: bvlc }));
  expect(codes).toHaveLength(2);
  expect(new Set(codes)).toEqual(new Set(['schema/unknown-enum-value']));
});

test('takes the shape of a top from a comment if it is otherwise unknown', () => {
  const python =
    'layer { name: "y" type: "Python" bottom: "d" top: "y" python_param { module: "m" layer: "L" } # shape: 1x4x5\n}\nlayer { name: "a" type: "AbsVal" bottom: "y" top: "a" }\n';
  expect(topOf(auto(input + python), 'a')).toEqual([1, 4, 5]);
});
