/** The upgrade on nets in old formats: Caffe builds the same net, all comments are kept, and nothing old is left. */
import { describe, expect, test } from 'vitest';
import { analyze, type Analysis } from '#core/analysis/analysis';
import { chooseDialect } from '#core/dialects/choose-dialect';
import { applyChanges } from '#core/edit/change';
import { upgradeChanges } from '#core/edit/upgrade/index';
import type { NetState } from '#core/net/model';
import { upgradeNet } from '#core/net/upgrade/index';
import { commentsOf, sortedMessage } from '../../support/messages';
import { analysisOf, corpusFiles, isWhole, turnOf } from '../../support/corpus';
import { sharedIsAbsent } from '../../support/shared';
import { casesOf } from '../cases';

describe.skipIf(sharedIsAbsent())('upgrading old nets', () => {
  // Public nets are in the current format except for their inputs; thousands of small old nets have recorded answers, of which
  // one of three is upgraded.
  const small = sharedIsAbsent()
    ? []
    : (['nets', 'more'] as const)
        .flatMap((set) => casesOf(set))
        .map(({ set, id, text }) => ({ path: `${set}:${id}`, text }));
  const upgraded = [...corpusFiles(), ...turnOf(small, 0, 3)].flatMap((file) => {
    const { path, text } = file;
    const before = analysisOf(file);
    const changes = upgradeChanges(before);
    return changes.length === 0
      ? []
      : [{ path, before, after: analyze(applyChanges(text, changes), { dialect: chooseDialect }) }];
  });

  test('keeps the meaning', () => {
    expect(upgraded.length).toBeGreaterThan(isWhole ? 1000 : 300);
    const differ = upgraded.filter(({ before, after }) => meaning(before) !== meaning(after));
    expect(differ.map(({ path }) => path)).toEqual([]);
  });

  test('keeps the comments', () => {
    const differ = upgraded.filter(
      ({ before, after }) => JSON.stringify(commentsOf(before.tree)) !== JSON.stringify(commentsOf(after.tree)),
    );
    expect(differ.map(({ path }) => path)).toEqual([]);
  });

  test('keeps the shapes in every state', () => {
    const differ = upgraded.filter(({ before, after }) =>
      before.states.some((state) => shapesIn(before, state) !== shapesIn(after, state)),
    );
    expect(differ.map(({ path }) => path)).toEqual([]);
  });

  test('leaves nothing in an old format', () => {
    const left = upgraded.filter(
      ({ after }) => upgradeChanges(after).length > 0 || after.problems.some(({ code }) => code === 'net/old-format'),
    );
    expect(left.map(({ path }) => path)).toEqual([]);
  });
});

function shapesIn(analysis: Analysis, state: NetState): string {
  const { layers } = analysis.state(state);
  return JSON.stringify(
    layers.map(({ layer, tops, params }) => [
      layer.name,
      layer.type,
      tops,
      params.map(({ shape, filler, lrMult }) => [shape, filler, lrMult]),
    ]),
  );
}

function meaning({ message, dialect }: Analysis): string {
  return JSON.stringify(message && sortedMessage(upgradeNet(message, dialect.schema).message));
}
