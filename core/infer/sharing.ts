/** Params that layers share by name: the first to use a name owns the blob (net.cpp, AppendParam). */
import { entryOf, fieldPlaceOf, isUnread, num, str, subs, type Message } from '../schema/message';
import { formatShape, isKnown, sameShape, count } from '../net/shape';
import type { Problem, Related, Span } from '../problems';
import type { InferredLayer, Weight } from './types';

interface Owner {
  readonly weight: Weight;
  readonly span: Span;
  lrMult: Multiplier;
  decayMult: Multiplier;
}

/** Undefined where it is not written, null where it cannot be read. */
type Multiplier = number | null | undefined;

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
  const related: Related = { code: 'param-owner', span: owner.span, args: { layer: facts.owner } };
  const at = (field: string): { readonly span: Span; readonly related: readonly Related[] } => ({
    span: fieldPlaceOf(spec, field),
    related: [related],
  });
  const problems: Problem[] = [];
  const ownerShape = owner.weight.shape;
  const mode = isUnread(spec, 'share_mode') ? undefined : str(spec, 'share_mode');
  if (mode === 'PERMISSIVE') {
    const [here, there] = [count(weight.shape), count(ownerShape)];
    if (here !== null && there !== null && here !== there)
      problems.push({
        code: 'net/shared-count',
        args: { ...facts, count: here, ownerCount: there },
        ...at('name'),
      });
  } else if (
    mode !== undefined &&
    isKnown(weight.shape) &&
    isKnown(ownerShape) &&
    !sameShape(weight.shape, ownerShape)
  ) {
    problems.push({
      code: 'net/shared-shape',
      args: { ...facts, shape: formatShape(weight.shape), ownerShape: formatShape(ownerShape) },
      ...at('name'),
    });
  }
  // Caffe compares only sharers that write the field, against the first one that does.
  const lr = written(spec, 'lr_mult');
  if (typeof lr === 'number' && typeof owner.lrMult === 'number' && lr !== owner.lrMult) {
    problems.push({
      code: 'net/shared-lr-mult',
      args: { name, owner: facts.owner, found: lr, expected: owner.lrMult },
      ...at('lr_mult'),
    });
  }
  const decay = written(spec, 'decay_mult');
  if (typeof decay === 'number' && typeof owner.decayMult === 'number' && decay !== owner.decayMult) {
    problems.push({
      code: 'net/shared-decay-mult',
      args: { name, owner: facts.owner, found: decay, expected: owner.decayMult },
      ...at('decay_mult'),
    });
  }
  if (owner.lrMult === undefined) owner.lrMult = lr;
  if (owner.decayMult === undefined) owner.decayMult = decay;
  return problems;
}

function written(spec: Message, field: string): Multiplier {
  if (isUnread(spec, field)) return null;
  return entryOf(spec, field) ? num(spec, field) : undefined;
}
