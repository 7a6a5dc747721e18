/**
 * A layer that a Python class implements, which alone determines its tops, blobs and draws (python_layer.hpp). The
 * class is looked up when the layer is created, and Python has no module or attribute with an empty name:
 * layer_factory.cpp.
 *
 * Nothing follows from the names of the class: those of Faster R-CNN, such as `rpn.proposal_layer.ProposalLayer`, stand
 * for other classes in other repositories, whose regions have other columns and whose data have other axes.
 */
import type { LayerRule } from '../net/rules';
import type { Problem } from '../problems';
import { entryOf, placeOf, str, type Message } from '../schema/message';

export const python: LayerRule = {
  type: 'Python',
  summary: 'A layer written in Python: class `layer` of `module`. Only that class knows its tops and blobs.',
  param: 'python_param',
  skeleton: { name: 'python', body: 'module: "${1:layers}"\nlayer: "${2:MyLayer}"' },
  arity: { bottoms: {}, tops: {} },
  setUp: ({ layer, param }) => ({
    tops: layer.tops.map(() => null),
    params: [],
    openParams: true,
    draws: null,
    problems: classOf(param),
  }),
};

function classOf(param: Message): readonly Problem[] {
  const field = ['module', 'layer'].find((name) => str(param, name) === '');
  if (field === undefined) return [];
  const entry = entryOf(param, field);
  return entry && entry.value === undefined
    ? []
    : [{ code: 'layer/python-class', span: placeOf(param, field), args: { name: field } }];
}
