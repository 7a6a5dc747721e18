/**
 * Problems that depend on other files: nets that a solver names but that don't exist, layers that differ between related nets,
 * weights files that don't fit, files that can't be read.
 */
import type { Analysis } from '#core/analysis/analysis';
import { drift } from '#core/checks/drift';
import { weightsDirective } from '#core/comments/comments';
import type { Problem } from '#core/problems/index';
import { netFields } from '#core/analysis/references';
import { withoutSuppressed } from '#core/comments/suppressions';
import { pairingProblems } from '#core/weight-files/pairing-problems';
import type { PairedModel } from './models';
import { statesOf } from './siblings';
import type { Surroundings } from './surroundings';

export function problemsAround(
  analysis: Analysis,
  { missingNets, siblings, model, unread }: Pick<Surroundings, 'missingNets' | 'siblings' | 'model' | 'unread'>,
): readonly Problem[] {
  const problems = [
    ...(analysis.kind === 'net' && siblings.length > 0 ? drift(statesOf(analysis), siblings) : []),
    ...(analysis.kind === 'net' && model ? modelProblems(analysis, model) : []),
    ...analysis.references.flatMap(({ field, path, span }): readonly Problem[] => {
      if (netFields.has(field) && missingNets.has(path))
        return [{ code: 'solver/net-not-found', span, args: { path } }];
      const reason = unread.get(path);
      return reason === undefined ? [] : [{ code: 'file/not-read', span, args: { path, reason } }];
    }),
  ];
  return withoutSuppressed(problems, analysis);
}

/** For all states of the file. What concerns the model itself is reported at the comment that names it. */
function modelProblems({ references, states, state }: Analysis, { model, name }: PairedModel): readonly Problem[] {
  const comment = references.find(({ field }) => field === weightsDirective);
  if (model.kind === 'problem') return comment ? [{ ...model.problem, span: comment.span }] : [];
  const old: readonly Problem[] =
    comment && model.age !== 'current'
      ? [{ code: 'weights/old-format', span: comment.span, args: { file: name, age: model.age } }]
      : [];
  return [...pairingProblems(states.map(state), model, name), ...old];
}
