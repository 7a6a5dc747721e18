/** Chooses the Caffe of a solver by the nets that it names, where its own text does not tell. */
import { bvlc } from './bvlc';
import type { Choice, Chooser, Dialect } from './dialect';
import { kindOf } from './kind';
import { misfits } from './misfits';
import { outlineOf } from './outline';

/** `nets`: the Caffes that the nets may be for; empty where they tell nothing. */
export function choosingBeside(nets: readonly Dialect[], choose: Chooser): Chooser {
  if (nets.length === 0) return choose;
  return (tree, named) => {
    const own = choose(tree, named);
    if (own.reason.kind === 'asked' || kindOf(tree, bvlc.schema) !== 'solver') return own;
    const outline = outlineOf(tree);
    const lacks = (each: Dialect): number => misfits(outline, each, 'SolverParameter').length;
    const most = lacks(own.dialect);
    const [dialect, ...rivals] = nets.filter((each) => lacks(each) <= most);
    return dialect ? { dialect, reason: { kind: 'nets' }, ...(rivals.length > 0 && { rivals }) } : own;
  };
}

/** The Caffes that nets may be for, each once; BVLC's is what is assumed where a text does not tell. */
export function toldBy(choices: readonly Choice[]): readonly Dialect[] {
  const told = choices.filter(({ reason }) => reason.kind !== 'plain');
  const all = [...told.map(({ dialect }) => dialect), ...told.flatMap(({ rivals = [] }) => rivals)];
  return [...new Map(all.map((dialect) => [dialect.id, dialect])).values()];
}
