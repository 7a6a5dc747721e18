/** Actions for names that the detected Caffe lacks, apart from correcting them: naming a proto, or accepting the names. */
import type { Analysis } from '#core/analysis/analysis';
import type { Fix } from '#core/edit/change';
import { writeSchema } from '#core/edit/write-schema';
import { argumentsOf, type Arguments, type Code, type Problem } from '#core/problems/index';
import { acceptNames, chooseProto } from '#protocol/commands';
import type { ClientCommands } from '../client-commands';

export interface CommandOfClient {
  readonly id: Fix['id'];
  readonly args: Arguments;
  readonly command: string;
  readonly arguments: readonly unknown[];
}

export type WayOut = ({ readonly fix: Fix } | CommandOfClient) & {
  /** The problems that it resolves. */
  readonly problems: readonly Problem[];
};

export interface Possible {
  readonly commands?: Partial<ClientCommands>;
  /** Paths relative to the document. */
  readonly protos?: readonly string[];
}

const codes: ReadonlySet<Code> = new Set([
  'schema/other-caffe',
  'schema/unknown-name',
  'schema/unknown-names',
  'schema/unknown-name-here',
  'schema/unlikely-value',
]);

export function isOfAnotherCaffe({ code }: Problem): boolean {
  return codes.has(code);
}

/** Each action once, even if it resolves several of the problems. */
export function waysOut(
  uri: string,
  { tree }: Analysis,
  inRange: readonly Problem[],
  { commands, protos = [] }: Possible,
): readonly WayOut[] {
  const problems = inRange.filter(isOfAnotherCaffe);
  if (problems.length === 0) return [];
  const named = protos.map((path): WayOut => {
    return { problems, fix: { id: 'use-proto', args: { path }, changes: writeSchema(tree, path), guess: 'value' } };
  });
  const chosen: WayOut = { problems, id: 'choose-proto', args: {}, command: chooseProto, arguments: [uri] };
  return [...named, ...(commands?.chooseProto ? [chosen] : []), ...(commands?.acceptNames ? accepted(problems) : [])];
}

/** Accepting a single name comes before accepting all names of a problem. */
function accepted(problems: readonly Problem[]): readonly WayOut[] {
  const ways = new Map<string, { readonly names: readonly string[]; readonly about: Problem[] }>();
  for (const problem of problems) {
    const names = namesOf(problem);
    const key = names.join('\n');
    const way = ways.get(key);
    if (way) way.about.push(problem);
    else ways.set(key, { names, about: [problem] });
  }
  return [...ways.values()]
    .sort((a, b) => a.names.length - b.names.length)
    .map(({ names, about }): WayOut => {
      const [name = ''] = names;
      const id = names.length === 1 ? 'accept-name' : 'accept-names';
      return { problems: about, id, args: { name, count: names.length }, command: acceptNames, arguments: [names] };
    });
}

function namesOf(problem: Problem): readonly string[] {
  const { name, all } = argumentsOf(problem);
  return Array.isArray(all) ? all.map(String) : [String(name)];
}
