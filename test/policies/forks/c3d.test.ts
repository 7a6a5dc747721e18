/** C3D's solver reads the fields about tests only if there is a `test_net`. */
import { test } from 'vitest';
import { dialectOf } from '#core/dialects/index';
import { check } from '../../solver/solver-case';

const c3d = dialectOf('c3d');
const usual = 'base_lr: 0.1 lr_policy: "fixed" max_iter: 10';

test('nothing about tests is wrong in a solver without a test net', () => {
  check(`train_net: "t" test_iter: 100 test_interval: 0 ${usual}`, c3d);
  check(`train_net: "t" test_iter: 100 test_interval: 10 ${usual}`, c3d);
});

test('a test net needs iterations and an interval', () =>
  check(
    `
    train_net: "t" ${usual}
    test_net: "t"
    # ^ test_net: solver/test-iter-missing
    test_interval: 0
    # ^ 0: solver/test-interval
    `,
    c3d,
  ));

test("BVLC's solver tests the train net too", () =>
  check(`
    train_net: "t" ${usual}
    test_iter: 100
    # ^ 100: solver/test-iter-surplus
    test_interval: 0
    # ^ 0: solver/test-interval
  `));
