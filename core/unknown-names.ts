/** What is said of names that a guessed Caffe lacks: once a file for those of other Caffes, once a name for the rest. */
import type { Problem } from './problems';

/** From so many names on that nobody knows, one problem tells of them all. */
const many = 4;
/** No sentence lists more. */
const listed = 6;

/** Takes and gives problems in the order of the text. */
export function foldNames(problems: readonly Problem[]): readonly Problem[] {
  if (!problems.some(({ code }) => code === 'schema/other-caffe' || code === 'schema/unknown-name')) return problems;
  const others = problems.filter(({ code }) => code === 'schema/other-caffe');
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
        const hint: Problem = { ...problem, code: 'schema/unknown-name-here' };
        return problem === firstUnknown ? [ofMany(problem, unknown), hint] : [hint];
      }
      default:
        return [problem];
    }
  });
}

/** At the first name of another Caffe: all such names, and who has the most of them. */
function ofOthers(first: Problem, all: readonly Problem[]): Problem {
  const byName = new Map(all.map(({ args }) => [String(args['name']), ownersOf(args['owners'])]));
  const counts = new Map<string, number>();
  for (const owners of byName.values()) for (const owner of owners) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  // Owners are in the order of likelihood: a stable sort keeps it among equals.
  const owners = [...counts].sort(([, a], [, b]) => b - a).map(([owner]) => owner);
  const names = [...byName.keys()];
  return {
    code: 'schema/other-caffe',
    span: first.span,
    args: {
      name: first.args['name'] ?? '',
      count: names.length,
      names: short(names),
      owners: owners.slice(0, 3),
      others: Math.max(owners.length - 3, 0),
    },
  };
}

function ofMany({ span }: Problem, all: readonly Problem[]): Problem {
  const names = all.map(({ args }) => String(args['name']));
  return { code: 'schema/unknown-names', span, args: { count: names.length, names: short(names) } };
}

function short(names: readonly string[]): readonly string[] {
  return names.length > listed ? [...names.slice(0, listed), '…'] : names;
}

function firstOfEach(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<unknown>();
  return problems.filter(({ args }) => !seen.has(args['name']) && seen.add(args['name']));
}

function ownersOf(owners: unknown): readonly string[] {
  return Array.isArray(owners) ? owners.map(String) : [];
}
