/** Hover and completion in messages of a Caffe that is known only from the atlas. */
import { describe, expect, test } from 'vitest';
import { analyze, type Analysis } from '#core/analysis/analysis';
import { compose } from '#core/dialects/compose';
import type { Dialect } from '#core/dialects/dialect';
import { english } from '#core/messages/en/index';
import { layerDescribed } from '#core/messages/described';
import type { Language } from '#core/messages/language';
import { simplifiedChinese } from '#core/messages/zh-cn/index';
import { atlas } from '#core/schema/atlas';
import { displayState } from '#server/display-state';
import { completion } from '#server/features/completion';
import { hover } from '#server/features/hover';
import { readFixture } from '../support/marks';

const layer = (body: string): string =>
  `layer { name: "rois" type: "DecodeBBox" bottom: "a" bottom: "b" top: "rois" ${body} }`;

describe('hover', () => {
  test("shows the type and default of a field, and which Caffes have it, the file's own first", () => {
    const fixture = layer('decode_bbox_param { gt_iou$0_thr: 0.9 }');
    expect(hoverAt(fixture, ['zhaoweicai/mscnn'])).toBe(
      '**gt_iou_thr** · float · default 0.95\n\nDefined in zhaoweicai/mscnn, zhaoweicai/cascade-rcnn.',
    );
    expect(hoverAt(fixture, ['zhaoweicai/mscnn'], simplifiedChinese)).toContain(
      '定义于 zhaoweicai/mscnn, zhaoweicai/cascade-rcnn。',
    );
  });

  test('names three of many Caffes', () => {
    const fixture = layer('roi_pool$0ing_param { }');
    const said = /^Defined in zhaoweicai\/mscnn, \S+, \S+ and (\d+) more repositories\.$/m.exec(
      hoverAt(fixture, ['zhaoweicai/mscnn']),
    );
    const owners = atlas().fieldDefinitions('LayerParameter', 'roi_pooling_param')[0]?.repositories ?? [];
    expect(said?.[1]).toBe(String(owners.length - 3));
  });

  test('shows which Caffes have a layer type', () => {
    expect(hoverAt(layer('').replace('DecodeBBox', 'Decode$0BBox'), ['zhaoweicai/mscnn'])).toContain(
      'Defined in zhaoweicai/mscnn, ',
    );
  });

  test('shows which Caffes have a value of an enum, without an unknown number', () => {
    const [value, owners] = valueOf('PoolingParameter.PoolMethod');
    const fixture = `layer { name: "p" type: "Pooling" bottom: "a" top: "p" pooling_param { pool: ${value}$0 } }`;
    expect(hoverAt(fixture, [owners])).toMatch(
      new RegExp(`^\\*\\*${value}\\*\\* · PoolingParameter\\.PoolMethod\n\nDefined in ${owners}[^\n]*\\.$`),
    );
  });
});

describe('completion', () => {
  test('proposes the fields of an unknown message, with the Caffes that have them', () => {
    const [item, ...others] = complete(layer('decode_bbox_param { $0 }'), ['zhaoweicai/mscnn']).filter(
      ({ kind }) => kind === 'field',
    );
    expect(others.map(({ label }) => label)).not.toContain('gt_iou_thr');
    expect(item).toMatchObject({ label: 'gt_iou_thr', detail: 'float' });
    expect(item?.doc?.markdown).toContain('Defined in zhaoweicai/mscnn, zhaoweicai/cascade-rcnn.');
  });

  test('proposes the own parameters of an unknown type before all others that it may read', () => {
    const labels = complete(layer('$0'), ['zhaoweicai/mscnn']).map(({ label }) => label);
    expect(labels.indexOf('decode_bbox_param')).toBeGreaterThanOrEqual(0);
    expect(labels.indexOf('decode_bbox_param')).toBeLessThan(labels.indexOf('roi_pooling_param'));
  });

  test('proposes layer types, with the Caffes that have them', () => {
    const items = complete('layer { type: "$0" }', ['zhaoweicai/mscnn']);
    expect(items.find(({ label }) => label === 'DecodeBBox')?.doc?.markdown).toMatch(/^Defined in zhaoweicai\/mscnn, /);
  });
});

test('reports no parameter as unread for a layer with unknown rules', () => {
  const { text } = readFixture(layer('roi_pooling_param { pooled_h: 7 } bbox_reg_param { }$0'));
  const { problems } = analyze(text, { dialect: dialectOf(['zhaoweicai/mscnn']) });
  expect(problems.map(({ code }) => code)).not.toContain('check/unread-param');
});

test.each([
  [{ min: 2, max: 2 }, { min: 1, max: 1 }, 'Takes 2 bottoms. Produces 1 top.', '需要 2 个 bottom。 产生 1 个 top。'],
  [{ min: 1 }, {}, 'Takes at least 1 bottom.', '至少需要 1 个 bottom。'],
  [
    { min: 1, max: 3 },
    { max: 2 },
    'Takes 1 to 3 bottoms. Produces 0 to 2 tops.',
    '需要 1 到 3 个 bottom。 产生 0 到 2 个 top。',
  ],
  [{}, {}, undefined, undefined],
])('describes the counts of a layer: %j, %j', (bottoms, tops, inEnglish, inChinese) => {
  const rule = { summary: '', facts: { owners: ['ada/caffe'], bottoms, tops } };
  const lines = (owners: string, counts: string | undefined): string =>
    [owners, counts].filter((line) => line !== undefined).join('\n\n');
  expect(layerDescribed(english, rule).markdown).toBe(lines('Defined in ada/caffe.', inEnglish));
  expect(layerDescribed(simplifiedChinese, rule).markdown).toBe(lines('定义于 ada/caffe。', inChinese));
});

function dialectOf(names: readonly string[]): Dialect {
  const fork = atlas().forkOf(names.map((name) => atlas().repositories.indexOf(name)));
  return compose([{ id: 'atlas', fork, rules: {} }], 'kept');
}

function hoverAt(fixture: string, names: readonly string[], language: Language = english): string {
  const { analysis, cursor } = analysed(fixture, names);
  const state = displayState(analysis, cursor);
  return hover(analysis, cursor, { ...(state && { state }), language })?.markdown ?? '';
}

function complete(fixture: string, names: readonly string[]): ReturnType<typeof completion> {
  const { analysis, cursor } = analysed(fixture, names);
  const state = displayState(analysis, cursor);
  return completion({ analysis, offset: cursor, state, stagesAround: [], language: english });
}

function analysed(fixture: string, names: readonly string[]): { readonly analysis: Analysis; readonly cursor: number } {
  const { text, cursor } = readFixture(fixture);
  return { analysis: analyze(text, { dialect: dialectOf(names) }), cursor };
}

/** A value that only one repository has, and that repository's name. */
function valueOf(enumName: string): readonly [string, string] {
  for (const [index, name] of atlas().repositories.entries()) {
    const values = atlas()
      .forkOf([index])
      .enums.find(([each]) => each === enumName)?.[2];
    const [value] = values ?? [];
    if (value) return [value[0], name];
  }
  throw new Error(`nobody has more values of ${enumName}`);
}
