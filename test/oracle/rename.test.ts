/** Renaming in public nets: in every state, only the name changes. */
import { describe, expect, test } from 'vitest';
import { analyze, type Analysis } from '#core/analysis/analysis';
import { chooseDialect } from '#core/dialects/choose-dialect';
import { applyChanges } from '#core/edit/change';
import { rename } from '#core/edit/rename';
import { writtenNames, type Naming } from '#core/edit/written-names';
import { testState, trainState } from '#core/net/state';
import { sharedIsAbsent } from '../support/shared';
import { corpusFiles } from './writing/files';

const newName = 'a name that no net has';

describe.skipIf(sharedIsAbsent())('public nets', () => {
  test('keep the shapes of every state when blobs, layers and params are renamed', () => {
    const counts: Record<Naming, number> = { blob: 0, layer: 0, param: 0 };
    for (const { path, text } of corpusFiles()) {
      const before = analyze(text, { dialect: chooseDialect });
      if (before.kind !== 'net' || !before.message) continue;
      const names = writtenNames(before.message);
      for (const naming of ['blob', 'layer', 'param'] as const) {
        const alike = names.filter((one) => one.naming === naming);
        for (const { span } of [alike[0], alike[alike.length >> 1], alike.at(-1)].filter((one) => one !== undefined)) {
          const renamed = rename(before, span.start, newName);
          if (renamed.kind !== 'changes') throw new Error(`${path}: ${renamed.sentence}`);
          const after = analyze(applyChanges(text, renamed.changes), { dialect: chooseDialect });
          expect(picture(after), `${path}: ${text.slice(span.start, span.end)}`).toEqual(picture(before));
          counts[naming]++;
        }
      }
    }
    expect(counts.blob).toBeGreaterThan(300);
  });
});

/** What Caffe would build, without names: types, connections, shapes, sharing and problems, in each state. */
function picture(analysis: Analysis): unknown {
  return [...analysis.states, trainState, testState].map((asked) => {
    const { layers, net, problems } = analysis.state(asked);
    return {
      layers: layers.map(({ layer, tops, params }) =>
        [
          layer.type,
          layer.bottoms.map(({ blob }) => blob?.id),
          layer.tops.map(({ blob, inPlaceOf }) => [blob.id, inPlaceOf]),
          tops,
          params.map(({ shape }) => shape),
        ]
          .map((part) => JSON.stringify(part))
          .join(' '),
      ),
      blobs: net.blobs.length,
      problems: problems.map(({ code }) => code),
    };
  });
}
