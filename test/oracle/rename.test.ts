/** Renaming in public nets: in every state, only the name changes. */
import { describe, expect, test } from 'vitest';
import { analyze, type Analysis } from '#core/analysis/analysis';
import { chooseDialect } from '#core/dialects/choose-dialect';
import { applyChanges } from '#core/edit/change';
import { rename } from '#core/edit/rename';
import { writtenNames, type Naming } from '#core/edit/written-names';
import { testState, trainState } from '#core/net/state';
import { analysisOf, corpusFiles, isWhole } from '../support/corpus';
import { sharedIsAbsent } from '../support/shared';

/** Each net gets one kind of name changed; with `npm run corpus`, all of them. */
const namings: readonly Naming[] = ['blob', 'layer', 'param'];
const newName = 'a name that no net has';

describe.skipIf(sharedIsAbsent())('public nets', () => {
  test('keep the shapes of every state when blobs, layers and params are renamed', () => {
    const counts: Record<Naming, number> = { blob: 0, layer: 0, param: 0 };
    const differ: string[] = [];
    for (const [i, file] of corpusFiles().entries()) {
      const { path, text } = file;
      const before = analysisOf(file);
      if (before.kind !== 'net' || !before.message) continue;
      const names = writtenNames(before.message);
      const own = picture(before);
      for (const naming of isWhole ? namings : [namings[i % namings.length] ?? 'blob']) {
        const alike = names.filter((one) => one.naming === naming);
        const tried = isWhole
          ? [alike[0], alike[alike.length >> 1], alike.at(-1)]
          : [alike[text.length % alike.length]];
        for (const { span } of tried.filter((one) => one !== undefined)) {
          const renamed = rename(before, span.start, newName);
          if (renamed.kind !== 'changes') throw new Error(`${path}: ${renamed.sentence}`);
          const after = analyze(applyChanges(text, renamed.changes), { dialect: chooseDialect });
          if (picture(after) !== own) differ.push(`${path}: ${text.slice(span.start, span.end)}`);
          counts[naming]++;
        }
      }
    }
    expect(differ).toEqual([]);
    expect(counts.blob).toBeGreaterThan(isWhole ? 75 : 25);
    expect(counts.layer).toBeGreaterThan(25);
    expect(counts.param).toBeGreaterThan(0);
  });
});

/** What Caffe would build, without names: types, connections, shapes, sharing and problems, in each state. As JSON. */
function picture(analysis: Analysis): string {
  return JSON.stringify(
    [...analysis.states, trainState, testState].map((asked) => {
      const { layers, net, problems } = analysis.state(asked);
      return [
        layers.map(({ layer, tops, params }) => [
          layer.type,
          layer.bottoms.map(({ blob }) => blob?.id),
          layer.tops.map(({ blob, inPlaceOf }) => [blob.id, inPlaceOf]),
          tops,
          params.map(({ shape }) => shape),
        ]),
        net.blobs.length,
        problems.map(({ code }) => code),
      ];
    }),
  );
}
