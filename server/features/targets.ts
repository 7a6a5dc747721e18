/** The targets that a net is judged for, and those that can be chosen by name. */
import type { Analysis } from '#core/analysis/analysis';
import { argumentsOf } from '#core/problems/index';
import { builtInTarget, targetNames } from '#core/targets/index';
import type { Target } from '#core/targets/target';
import type { TargetsAnswer } from '#protocol/requests';

/** Null if the document is not a net. */
export function targetsAnswer(analysis: Analysis): TargetsAnswer | null {
  const { kind, comments, targets } = analysis;
  if (kind !== 'net') return null;
  return {
    used: targets.map(({ name, target }) => ({
      name,
      label: target.name,
      warnings: warningsOf(analysis, target),
    })),
    comment: comments.targets?.map(({ name }) => name) ?? null,
    choices: targetNames.flatMap((name) => {
      const target = builtInTarget(name);
      return target ? { name, label: target.name, version: target.version } : [];
    }),
  };
}

/** How many problems a target reports about the net. */
export function warningsOf({ problems }: Analysis, { id }: Target): number {
  return problems.filter((problem) => problem.code.startsWith('target/') && argumentsOf(problem)['id'] === id).length;
}
