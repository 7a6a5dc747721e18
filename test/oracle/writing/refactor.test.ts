/** Refactorings on public nets: the remaining layers keep their shapes in every state, and no new error appears. */
import { describe, expect, test } from 'vitest';
import { analyze, type Analysis } from '#core/analysis/analysis';
import { infoOf } from '#core/problems/index';
import { bvlc } from '#core/dialects/bvlc';
import { applyChanges, type Fix } from '#core/edit/change';
import { deployText } from '#core/edit/refactor/deploy';
import { blockAt, duplicateBlock } from '#core/edit/refactor/duplicate';
import { leaveInPlace, makeInPlace } from '#core/edit/refactor/in-place';
import { insertLayers } from '#core/edit/refactor/insert-layer';
import { statesOf } from '#core/edit/states';
import type { Layer, NetState } from '#core/net/model';
import { sharedIsAbsent } from '../../support/shared';
import { corpusFiles } from './files';

/** The number of layers tried in each net, evenly spread. */
const tries = 3;

const refactorings: Readonly<Record<string, (analysis: Analysis, layer: Layer) => Fix | undefined>> = {
  'make in place': makeInPlace,
  'leave in place': leaveInPlace,
  'insert in place': (analysis, { nameSpan }) => insertLayers(analysis, nameSpan.start, ['BatchNorm', 'Scale']),
  'insert on a bottom': (analysis, { bottoms, nameSpan }) =>
    insertLayers(analysis, bottoms[0]?.span.start ?? nameSpan.start, ['Power']),
  duplicate: (analysis, { span }) => {
    const block = blockAt(analysis, span.start + 1);
    return block && duplicateBlock(analysis, block, 'copied_');
  },
};

describe.skipIf(sharedIsAbsent())('refactoring public nets', () => {
  const nets = corpusFiles()
    .map(({ path, text }) => ({ path, before: analyze(text, { dialect: bvlc }) }))
    .filter(({ before }) => before.kind === 'net' && errorsOf(before).length === 0);

  test.each(Object.keys(refactorings))('%s', (name) => {
    let done = 0;
    const failures = nets.flatMap(({ path, before }) =>
      layersOf(before).flatMap((layer) => {
        const fix = refactorings[name]?.(before, layer);
        if (!fix) return [];
        done++;
        return differences(before, analyze(applyChanges(before.text, fix.changes), { dialect: bvlc }))
          .slice(0, 2)
          .map((found) => `${path} ${layer.name}: ${found}`);
      }),
    );
    console.log(`${name}: ${done} done`);
    expect(failures).toEqual([]);
    expect(done).toBeGreaterThan(3);
  });

  test('makes deploy nets', () => {
    let done = 0;
    const failures = nets.flatMap(({ path, before }) => {
      const text = deployText(before);
      if (text === undefined) return [];
      done++;
      const after = analyze(text, { dialect: bvlc });
      const [had, has] = [shapesIn(before, testState), shapesIn(after, testState)];
      const inputs = new Set(
        after
          .state(testState)
          .layers.filter(({ layer }) => layer.type === 'Input')
          .map(({ layer }) => layer.name),
      );
      const differ = [...has]
        .filter(
          ([layer, shapes]) =>
            !inputs.has(layer) &&
            had.has(layer) &&
            had.get(layer) !== shapes &&
            !/null/.test(`${had.get(layer) ?? ''}${shapes}`),
        )
        .map(([layer]) => layer);
      return [
        ...errorsOf(after).filter((code) => !errorsOf(before).includes(code)),
        ...differ,
        ...(has.size === 0 ? ['empty'] : []),
      ].map((found) => `${path}: ${found}`);
    });
    console.log(`deploy: ${done} done`);
    expect(failures).toEqual([]);
    expect(done).toBeGreaterThan(10);
  });
});

const testState: NetState = { phase: 'TEST', level: 0, stages: [] };

function layersOf(analysis: Analysis): readonly Layer[] {
  const all = statesOf(analysis)
    .flatMap((state) => analysis.state(state).net.layers)
    .filter(({ message }) => message.node !== undefined);
  const distinct = [...new Map(all.map((layer) => [layer.span.start, layer])).values()];
  const step = Math.max(1, Math.floor(distinct.length / tries));
  return distinct.filter((_, i) => i % step === 0);
}

function differences(before: Analysis, after: Analysis): readonly string[] {
  const shapes = statesOf(before).flatMap((state) => {
    const has = shapesIn(after, state);
    return [...shapesIn(before, state)]
      .filter(([layer, found]) => has.get(layer) !== found)
      .map(([layer, found]) => `${state.phase} ${layer}: ${found} is now ${has.get(layer) ?? 'gone'}`);
  });
  const counts = (codes: readonly string[]): string => JSON.stringify([...codes].sort());
  return [
    ...shapes,
    ...(counts(errorsOf(before)) === counts(errorsOf(after))
      ? []
      : [`errors ${counts(errorsOf(before))} are now ${counts(errorsOf(after))}`]),
  ];
}

/** The shapes of tops and params by layer, without the batch size. */
function shapesIn(analysis: Analysis, state: NetState): ReadonlyMap<string, string> {
  return new Map(
    analysis
      .state(state)
      .layers.map(({ layer, tops, params }) => [
        layer.name,
        JSON.stringify([tops.map((shape) => shape?.slice(1) ?? null), params.map(({ shape }) => shape)]),
      ]),
  );
}

function errorsOf(analysis: Analysis): readonly string[] {
  return analysis.problems.filter(({ code }) => infoOf(code).severity === 'error').map(({ code }) => code);
}
