/**
 * Folds the reports of names that a guessed Caffe lacks: one a file for names that other Caffes have, one for each
 * other name.
 */
import { argumentsOf, problemAt, type Problem } from '../problems';

/** From this number of unknown names on, a single problem lists them all. */
const many = 4;
/** The most names in one sentence; the argument `all` holds every name, for fixes. */
const listed = 6;
const maxOwners = 3;

/** Takes and returns problems in text order. */
export function foldNames(problems: readonly Problem[]): readonly Problem[] {
  if (!problems.some(({ code }) => code === 'schema/other-caffe' || code === 'schema/unknown-name')) return problems;
  const others = problems.flatMap((problem) => (problem.code === 'schema/other-caffe' ? [problem] : []));
  const unknown = firstOfEach(problems.filter(({ code }) => code === 'schema/unknown-name'));
  const [firstOther] = others;
  const [firstUnknown] = unknown;
  const isMany = unknown.length >= many;
  return problems.flatMap((problem): readonly Problem[] => {
    switch (problem.code) {
      case 'schema/other-caffe':
        return problem === firstOther ? [ofOthers(problem, others)] : [];
      case 'schema/unknown-name': {
        if (!unknown.includes(problem)) return [];
        if (!isMany) return [problem];
        const hint = problemAt('schema/unknown-name-here', problem.span, problem.args);
        return problem === firstUnknown ? [ofMany(problem, unknown), hint] : [hint];
      }
      default:
        return [problem];
    }
  });
}

/**
 * One problem at the first name that other Caffes have, with all such names and the Caffes that have the most of them.
 */
function ofOthers({ span }: Problem, all: readonly Problem<'schema/other-caffe'>[]): Problem {
  const byName = new Map(all.map(({ args }) => [String(args.name), ownersOf(args.owners)]));
  const counts = new Map<string, number>();
  for (const owners of byName.values()) for (const owner of owners) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  // Owners are ordered by likelihood; a stable sort keeps that order among equal counts.
  const owners = [...counts].sort(([, a], [, b]) => b - a).map(([owner]) => owner);
  const names = [...byName.keys()];
  return problemAt('schema/other-caffe', span, {
    name: names[0] ?? '',
    names: short(names),
    all: names,
    owners: owners.slice(0, maxOwners),
  });
}

function ofMany({ span }: Problem, all: readonly Problem[]): Problem {
  const names = all.map((problem) => String(argumentsOf(problem)['name']));
  return problemAt('schema/unknown-names', span, { count: names.length, names: short(names), all: names });
}

function short(names: readonly string[]): readonly string[] {
  return names.length > listed ? [...names.slice(0, listed), '…'] : names;
}

function firstOfEach(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<unknown>();
  return problems.filter((problem) => {
    const { name } = argumentsOf(problem);
    return !seen.has(name) && seen.add(name);
  });
}

function ownersOf(owners: unknown): readonly string[] {
  return Array.isArray(owners) ? owners.map(String) : [];
}
