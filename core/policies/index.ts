/** The learning-rate policies of BVLC Caffe (sgd_solver.cpp, GetLearningRate). */
import { registry, type LearningPolicy, type SolverRules } from '../net/rules';
import { exp } from './exp';
import { fixed } from './fixed';
import { inv } from './inv';
import { multistep } from './multistep';
import { poly } from './poly';
import { sigmoid } from './sigmoid';
import { step } from './step';

export const bvlcPolicies: readonly LearningPolicy[] = [fixed, step, exp, inv, multistep, poly, sigmoid];

export const bvlcSolver: SolverRules = { policies: registry(bvlcPolicies) };
