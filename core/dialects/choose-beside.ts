/** Chooses the Caffe of a solver by the nets that it names, where its own text does not tell. */
import { bvlc } from './bvlc';
import type { Choice, Chooser, Dialect } from './dialect';
import { kindOf } from './kind';
import { misfits } from './misfits';
import { outlineOf } from './outline';

/** The same chooser where the nets are for no Caffe in particular (`nets` is empty), or for several. */
export function choosingBeside(nets: readonly Dialect[], choose: Chooser): Chooser {
  const [dialect, other] = nets;
  if (!dialect || other) return choose;
  return (tree, named) => {
    const own = choose(tree, named);
    if (own.reason.kind === 'asked' || kindOf(tree, bvlc.schema) !== 'solver') return own;
    const outline = outlineOf(tree);
    const lacks = (each: Dialect): number => misfits(outline, each, 'SolverParameter').length;
    return lacks(dialect) <= lacks(own.dialect) ? { dialect, reason: { kind: 'nets' } } : own;
  };
}

/** The Caffes that nets were found to be for, each once; BVLC's is what is assumed where a text does not tell. */
export function toldBy(choices: readonly Pick<Choice, 'dialect' | 'reason'>[]): readonly Dialect[] {
  const told = choices.filter(({ reason }) => reason.kind !== 'plain');
  return [...new Map(told.map(({ dialect }) => [dialect.id, dialect])).values()];
}
