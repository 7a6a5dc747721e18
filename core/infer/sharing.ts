/** Params that layers share by name: the first to use a name owns the blob (net.cpp, AppendParam). */
import { entryOf, fieldPlaceOf, num, str, subs, type Message } from '../schema/message';
import { formatShape, isKnown, sameShape, count } from '../net/shape';
import type { Arguments, Code, Problem, Span } from '../problems';
import type { InferredLayer, Weight } from './types';

interface Owner {
  readonly weight: Weight;
  readonly span: Span;
  lrMult: number | undefined;
  decayMult: number | undefined;
}

export function checkSharing(layers: readonly InferredLayer[]): readonly Problem[] {
  const owners = new Map<string, Owner>();
  const problems: Problem[] = [];
  for (const { layer, params } of layers) {
    if (params.length === 0) continue;
    const specs = subs(layer.message, 'param');
    for (let i = 0; i < specs.length; i++) {
      const [spec, weight] = [specs[i] as Message, params[i]];
      const name = weight ? str(spec, 'name') : '';
      if (name === '' || !weight) continue;
      const owner = owners.get(name);
      if (owner) problems.push(...join(spec, name, weight, owner));
      else
        owners.set(name, {
          weight,
          span: fieldPlaceOf(spec, 'name'),
          lrMult: written(spec, 'lr_mult'),
          decayMult: written(spec, 'decay_mult'),
        });
    }
  }
  return problems;
}

function join(spec: Message, name: string, weight: Weight, owner: Owner): readonly Problem[] {
  const facts = { name, owner: owner.weight.layer.name, layer: weight.layer.name };
  const problem = (field: string, code: Code, args: Arguments): Problem => ({
    code,
    span: fieldPlaceOf(spec, field),
    args: { ...facts, ...args },
    related: [{ code: 'param-owner', span: owner.span, args: { layer: facts.owner } }],
  });
  const problems: Problem[] = [];
  const ownerShape = owner.weight.shape;
  if (str(spec, 'share_mode') === 'PERMISSIVE') {
    const [here, there] = [count(weight.shape), count(ownerShape)];
    if (here !== null && there !== null && here !== there)
      problems.push(problem('name', 'net/shared-count', { count: here, ownerCount: there }));
  } else if (isKnown(weight.shape) && isKnown(ownerShape) && !sameShape(weight.shape, ownerShape)) {
    problems.push(
      problem('name', 'net/shared-shape', { shape: formatShape(weight.shape), ownerShape: formatShape(ownerShape) }),
    );
  }
  // Only a sharer that writes the field is held against the first one that does.
  const lr = written(spec, 'lr_mult');
  if (lr !== undefined && owner.lrMult !== undefined && lr !== owner.lrMult) {
    problems.push(problem('lr_mult', 'net/shared-lr-mult', { found: lr, expected: owner.lrMult }));
  }
  const decay = written(spec, 'decay_mult');
  if (decay !== undefined && owner.decayMult !== undefined && decay !== owner.decayMult) {
    problems.push(problem('decay_mult', 'net/shared-decay-mult', { found: decay, expected: owner.decayMult }));
  }
  owner.lrMult ??= lr;
  owner.decayMult ??= decay;
  return problems;
}

function written(spec: Message, field: string): number | undefined {
  return entryOf(spec, field) ? num(spec, field) : undefined;
}
