/**
 * Refactorings on public nets: the remaining layers keep their shapes in every state, no new error appears, and every comment
 * stays. Inserted layers and deploy nets are tested on nets with errors, too.
 */
import { describe, expect, test } from 'vitest';
import { analyze, type Analysis } from '#core/analysis/analysis';
import { isError } from '#core/problems/index';
import { chooseDialect } from '#core/dialects/choose-dialect';
import { applyChanges, type Fix } from '#core/edit/change';
import { deployText } from '#core/edit/refactor/deploy';
import { blockAt, duplicateBlock } from '#core/edit/refactor/duplicate';
import { leaveInPlace, makeInPlace } from '#core/edit/refactor/in-place';
import { insertLayers } from '#core/edit/refactor/insert-layer';
import { statesOf } from '#core/edit/states';
import type { Layer, NetState } from '#core/net/model';
import type { Shape } from '#core/net/shape';
import type { Problem } from '#core/problems/index';
import { analysisOf, corpusFiles, isWhole, turnOf } from '../../support/corpus';
import { sharedIsAbsent } from '../../support/shared';
import { lostComments, moreOften } from './changed';

/** In each net, the number of layers that are changed. */
const tries = isWhole ? 3 : 1;

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
    .map((file) => ({ path: file.path, before: analysisOf(file) }))
    .filter(({ before }) => before.kind === 'net');
  const sound = nets.filter(({ before }) => errorsOf(before).length === 0);

  test.each(Object.keys(refactorings).map((name, i) => [name, turnOf(sound, i, 3)] as const))('%s', (name, tried) => {
    let done = 0;
    const failures = tried.flatMap(({ path, before }) =>
      changesOf(before, (layer) => refactorings[name]?.(before, layer)).flatMap(({ layer, fix }) => {
        done++;
        return differences(before, analyze(applyChanges(before.text, fix.changes), { dialect: chooseDialect }))
          .slice(0, 2)
          .map((found) => `${path} ${layer.name}: ${found}`);
      }),
    );
    console.log(`${name}: ${done} done`);
    expect(failures).toEqual([]);
    expect(done).toBeGreaterThan(3);
  });

  /** Types that keep the shape of the blob, and two that don't: then its readers may not accept the new shape. */
  const inserted = [['ReLU'], ['BatchNorm', 'Scale'], ['Dropout'], ['Convolution'], ['Pooling']];
  test.each(inserted.map((types, i) => [types, turnOf(nets, i, 3)] as const))('inserts %s', (types, tried) => {
    let done = 0;
    const failures = tried.flatMap(({ path, before }, i) =>
      places
        .filter((_, place) => isWhole || place === i % places.length)
        .flatMap((place) => changesOf(before, (layer) => insertLayers(before, place(layer), types)))
        .flatMap(({ layer, fix }) => {
          done++;
          const after = analyze(applyChanges(before.text, fix.changes), { dialect: before.dialect });
          const isWiring = ({ code }: Problem): boolean =>
            types.some((type) => keepShape.has(type)) ? isError({ code }) : wiring.has(code);
          return [...moreOften(before, after, isWiring), ...lostComments(before, after)].map(
            (found) => `${path} ${layer.name}: ${found}`,
          );
        }),
    );
    console.log(`insert ${types.join(' + ')}: ${done} done`);
    expect(failures).toEqual([]);
    expect(done).toBeGreaterThan(10);
  });

  test('makes deploy nets', () => {
    let done = 0;
    const failures = turnOf(nets, 2, 2).flatMap(({ path, before }) => {
      const text = deployText(before);
      if (text === undefined) return [];
      done++;
      const after = analyze(text, { dialect: chooseDialect });
      // As the net is read: without what it drops, another Caffe may be likelier.
      const read = analyze(text, { dialect: before.dialect });
      const [had, has] = [shapesIn(before, testState), shapesIn(read, testState)];
      // A size that is the old batch's by chance is not taken for it.
      const [whole, wholeNow] = [shapesIn(before, testState, 'whole'), shapesIn(read, testState, 'whole')];
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
            whole.get(layer) !== wholeNow.get(layer) &&
            typeIn(had.get(layer)) === typeIn(shapes) &&
            !/null/.test(`${had.get(layer) ?? ''}${shapes}`),
        )
        .map(([layer]) => layer);
      return [
        ...moreOften(before, after, isError),
        ...(batchAsHeight.has(path) ? [] : differ),
        ...(has.size === 0 ? ['empty'] : []),
      ].map((found) => `${path}: ${found}`);
    });
    console.log(`deploy: ${done} done`);
    expect(failures).toEqual([]);
    expect(done).toBeGreaterThan(10);
  });
});

/** Their images are as high as the batch is large. */
const batchAsHeight: ReadonlySet<string> = new Set([
  'world/microsoft__O-CNN/caffe/experiments/image2shape.train.prototxt',
]);
const keepShape: ReadonlySet<string> = new Set(['ReLU', 'BatchNorm', 'Scale', 'Dropout']);
const wiring: ReadonlySet<string> = new Set(['net/unknown-bottom', 'net/duplicate-top', 'net/copy-name-taken']);
const testState: NetState = { phase: 'TEST', level: 0, stages: [] };

/** Where a layer is inserted: at a layer's name, after it; at its first bottom, between the two. */
const places = [
  ({ nameSpan }: Layer): number => nameSpan.start,
  ({ bottoms, nameSpan }: Layer): number => bottoms[0]?.span.start ?? nameSpan.start,
] as const;

interface Change {
  readonly layer: Layer;
  readonly fix: Fix;
}

/** The first changes of those that are possible, over layers in evenly spread order. */
function changesOf(analysis: Analysis, change: (layer: Layer) => Fix | undefined): readonly Change[] {
  const found: Change[] = [];
  for (const layer of layersOf(analysis)) {
    const fix = change(layer);
    if (fix) found.push({ layer, fix });
    if (found.length === tries) break;
  }
  return found;
}

function layersOf(analysis: Analysis): readonly Layer[] {
  const all = statesOf(analysis)
    .flatMap((state) => analysis.state(state).net.layers)
    .filter(({ message }) => message.node !== undefined);
  const distinct = [...new Map(all.map((layer) => [layer.span.start, layer])).values()];
  const step = Math.max(1, Math.floor(distinct.length / tries));
  const turn = (i: number): number => (i + analysis.text.length) % step;
  return distinct
    .map((layer, i) => ({ layer, turn: turn(i) }))
    .sort((a, b) => a.turn - b.turn)
    .map(({ layer }) => layer);
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
    ...lostComments(before, after).map((comment) => `lost ${comment}`),
  ];
}

/** The shapes of tops and params by layer, without the batch size unless they are asked for whole. */
function shapesIn(analysis: Analysis, state: NetState, extent?: 'whole'): ReadonlyMap<string, string> {
  const { layers } = analysis.state(state);
  const [batch = null] = layers.flatMap(({ layer, tops }) => (layer.bottoms.length > 0 ? [] : (tops[0]?.[0] ?? [])));
  return new Map(
    layers.map(({ layer, tops, params }) => [
      layer.name,
      JSON.stringify([
        layer.type,
        tops.map((shape) => (extent ? shape : withoutBatch(shape, batch))),
        params.map(({ shape }) => shape),
      ]),
    ]),
  );
}

/** A layer may have moved the batch to another axis. */
function withoutBatch(shape: Shape, batch: number | null): Shape {
  const at = shape ? Math.max(0, shape.indexOf(batch)) : 0;
  return shape?.toSpliced(at, 1) ?? null;
}

/** A loss becomes another layer of its name. */
function typeIn(shapes = ''): string | undefined {
  return /^\["([^"]*)"/.exec(shapes)?.[1];
}

function errorsOf(analysis: Analysis): readonly string[] {
  return analysis.problems.filter(isError).map(({ code }) => code);
}
