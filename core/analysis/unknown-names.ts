/** What is said of names that a guessed Caffe lacks: once a file for those of other Caffes, once a name for the rest. */
import { argumentsOf, problemAt, type Problem } from '../problems';

/** From so many names on that nobody knows, one problem tells of them all. */
const many = 4;
/** No sentence lists more; `all` of the arguments is for what can be done about them. */
const listed = 6;
const maxOwners = 3;

/** Takes and gives problems in the order of the text. */
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

/** At the first name of another Caffe: all such names, and who has the most of them. */
function ofOthers({ span }: Problem, all: readonly Problem<'schema/other-caffe'>[]): Problem {
  const byName = new Map(all.map(({ args }) => [String(args.name), ownersOf(args.owners)]));
  const counts = new Map<string, number>();
  for (const owners of byName.values()) for (const owner of owners) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  // Owners are in the order of likelihood: a stable sort keeps it among equals.
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
