/**
 * C3D's solver. That of its version 1.0 reads `test_iter` and `test_interval` only if there is a `test_net` (its
 * solver.cpp, Init). Version 1.1 has BVLC's conditions, but a text does not tell the version.
 */
import type { SolverRules } from '../../net/rules';
import { earlierSolver } from './earlier';

export const c3dSolver: SolverRules = { ...earlierSolver(), testsOnlyTestNets: true };
