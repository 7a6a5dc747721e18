/** Other people's Caffes: what some Caffe accepts is not red for a name. */
import { describe, expect, test } from 'vitest';
import { infoOf } from '#core/problems/index';
import { sharedIsAbsent } from '../support/shared';
import { isAboutName, isRed, worldFiles } from './world';

describe.skipIf(sharedIsAbsent())('public nets of other Caffes under auto', () => {
  const files = sharedIsAbsent() ? [] : worldFiles();
  const accepted = files.filter((file) => file.accepted);

  test('no accepted file is red for a name', () => {
    const red = accepted.flatMap(({ file, problems }) =>
      problems.filter((problem) => isRed(problem) && isAboutName(problem)).map(({ code }) => `${file}: ${code}`),
    );
    expect(red).toEqual([]);
  });

  test('an accepted file is red for what its names mean only where that is known to be wrong', () => {
    const red = accepted.flatMap(({ file, problems }) =>
      problems.some(isRed)
        ? [`${file}: ${[...new Set(problems.filter(isRed).map(({ code }) => code))].join(' ')}`]
        : [],
    );
    expect(red).toEqual(knownRed);
  });

  test('names are told of in few problems', () => {
    const counts = accepted.map(
      ({ problems }) =>
        problems.filter(({ code }) => code.startsWith('schema/') && infoOf(code).severity !== 'hint').length,
    );
    expect(Math.max(...counts)).toBeLessThanOrEqual(4);
  });
});

/** Accepted by a proto, which knows no rules; each was read, and BVLC Caffe would stop at it. */
const knownRed: readonly string[] = [
  'Yangqing__caffe/@registration/examples/imagenet_solver.prototxt: solver/no-train-net',
  'ALISCIFP__bvlc_alexnet_minrelu/train_val.prototxt: net/top-made-twice',
  'Evanc123__science_bowl/lmbd-maybe.prototxt~: data/no-transform',
  'Evanc123__science_bowl/lmbd-maybe.prototxt: data/no-transform',
  'Evanc123__science_bowl/NIN.prototxt: data/no-transform',
  'Evanc123__science_bowl/big_net.prototxt: data/no-transform',
  'Evanc123__science_bowl/lenet.prototxt~: data/no-transform net/top-made-twice',
  'Evanc123__science_bowl/cxxnet.prototxt~: net/in-place-of-shared',
  'Evanc123__science_bowl/NIN.prototxt~: data/no-transform',
  'Evanc123__science_bowl/lenet.prototxt: data/no-transform',
  'Evanc123__science_bowl/big_net.prototxt~: data/no-transform',
  'menciud__lstm_trading_strategy/model/deploy.prototxt~: net/unknown-bottom',
];
