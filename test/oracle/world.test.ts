/** Files for other Caffes: a name that some Caffe accepts is not an error. */
import { describe, expect, test } from 'vitest';
import { infoOf } from '#core/problems/index';
import { corpusFiles, isWhole } from '../support/corpus';
import { sharedIsAbsent } from '../support/shared';
import { isAboutName, isRed, worldFiles } from './world';

describe.skipIf(sharedIsAbsent())('public nets of other Caffes under auto', () => {
  const sample = new Set(corpusFiles().map(({ path }) => path.replace(/^world\//, '')));
  // Without `npm run corpus`: the sample, and what is known to be red.
  const isTried = (file: string): boolean =>
    isWhole || sample.has(file) || knownRed.some((red) => red.startsWith(`${file}: `));
  const files = sharedIsAbsent() ? [] : worldFiles(isTried);
  const accepted = files.filter((file) => file.accepted);

  test('have no error about a name if they are accepted', () => {
    const red = accepted.flatMap(({ file, problems }) =>
      problems.filter((problem) => isRed(problem) && isAboutName(problem)).map(({ code }) => `${file}: ${code}`),
    );
    expect(red).toEqual([]);
  });

  test('have no other error if they are accepted, except for known ones', () => {
    const red = accepted.flatMap(({ file, problems }) =>
      problems.some(isRed)
        ? [`${file}: ${[...new Set(problems.filter(isRed).map(({ code }) => code))].join(' ')}`]
        : [],
    );
    expect(red).toEqual(knownRed);
  });

  test('have operators for nearly all of their layers', () => {
    const sum = (count: 'layers' | 'lowered'): number => files.reduce((all, { share }) => all + share[count], 0);
    expect(sum('layers')).toBeGreaterThan(100);
    // The sample has each type that has none as often as others.
    expect(sum('lowered') / sum('layers')).toBeGreaterThanOrEqual(isWhole ? 0.97 : 0.96);
  });

  test('have few problems about names', () => {
    const counts = accepted.map(
      ({ problems }) =>
        problems.filter(({ code }) => code.startsWith('schema/') && infoOf(code).severity !== 'hint').length,
    );
    expect(Math.max(...counts)).toBeLessThanOrEqual(4);
  });
});

/** Accepted by a proto, which has no rules; each was checked by hand, and BVLC Caffe would abort on it. */
const knownRed: readonly string[] = [
  'Yangqing__caffe/@registration/examples/imagenet_solver.prototxt: solver/no-train-net',
  'ALISCIFP__bvlc_alexnet_minrelu/train_val.prototxt: net/duplicate-top',
  'Evanc123__science_bowl/lmbd-maybe.prototxt~: data/no-transform',
  'Evanc123__science_bowl/lmbd-maybe.prototxt: data/no-transform',
  'Evanc123__science_bowl/NIN.prototxt: data/no-transform',
  'Evanc123__science_bowl/big_net.prototxt: data/no-transform',
  'Evanc123__science_bowl/lenet.prototxt~: data/no-transform net/duplicate-top',
  'Evanc123__science_bowl/cxxnet.prototxt~: net/in-place-of-shared',
  'Evanc123__science_bowl/NIN.prototxt~: data/no-transform',
  'Evanc123__science_bowl/lenet.prototxt: data/no-transform',
  'Evanc123__science_bowl/big_net.prototxt~: data/no-transform',
  'menciud__lstm_trading_strategy/model/deploy.prototxt~: net/unknown-bottom',
];
