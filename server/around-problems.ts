/**
 * Problems that only a look at other files shows: nets that a solver names and nobody finds, layers that drift apart, files of
 * weights that do not fit.
 */
import type { Analysis } from '#core/analysis';
import { drift } from '#core/checks/drift';
import type { Problem } from '#core/problems/index';
import { modelProblems } from './features/pairing';
import { netFields } from '#core/references';
import { statesOf } from './neighbours';
import type { Surroundings } from './surroundings';

export function aroundProblems(analysis: Analysis, { nets, siblings, model }: Surroundings): readonly Problem[] {
  if (analysis.kind === 'net')
    return [...drift(statesOf(analysis), siblings), ...(model ? modelProblems(analysis, model) : [])];
  return analysis.references
    .filter(({ field, path }) => netFields.has(field) && nets.has(path) && nets.get(path) === undefined)
    .map(({ path, span }): Problem => ({ code: 'solver/net-not-found', span, args: { path } }));
}
