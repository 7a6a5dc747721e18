/** Fixes of advice that asks for a single change. */
import { factsOf } from '../../checks/facts';
import { xavierBeforeRelu } from '../../checks/xavier-before-relu';
import type { checkProblems } from '../../problems/check';
import { writtenParamOf } from '../../infer/param-of';
import { entriesOf, entryOf, valueSpan } from '../../schema/message';
import { addFields } from '../add-field';
import {
  entryAt,
  fillerFix,
  fillWith,
  layerAt,
  removal,
  removeIt,
  renameIt,
  replacement,
  type Fixer,
  type Fixes,
} from './fixer';

/** One group per channel, if the layer has as many input as output channels. */
const groupEach: Fixer<'check/bilinear-channels'> = (analysis, { span, args }) => {
  const found = layerAt(analysis, span);
  const param = found && writtenParamOf(found);
  const { outputs } = args;
  if (!param?.node || found?.bottoms[0]?.[1] !== outputs) return [];
  const group = entryOf(param, 'group');
  if (group) return [{ ...replacement(analysis, valueSpan(group), String(outputs)), guess: 'value' }];
  const field = `group: ${String(outputs)}`;
  return [
    { id: 'add', args: { fields: field }, changes: [addFields(analysis.text, param.node, [field])], guess: 'value' },
  ];
};

/** xavier, or msra where the layers after it halve the variance. */
const startSomewhere: Fixer<'check/zero-start'> = (analysis, { span, args }) => {
  for (const state of analysis.states) {
    const facts = factsOf(analysis.state(state));
    const found = facts.analysis.layers.find(
      ({ layer }) => layer.span.start <= span.start && span.start < layer.span.end,
    );
    const weight = found?.params.find(({ fillerField }) => fillerField === args.field);
    if (!found || !weight) continue;
    const isRectified = xavierBeforeRelu.look({ ...weight, filler: 'xavier' }, found, facts) !== undefined;
    const fix = fillerFix(analysis, weight, { type: isRectified ? 'msra' : 'xavier', fields: {} });
    return fix ? [{ ...fix, guess: 'value' }] : [];
  }
  return [];
};

const twiceTheVariance: Fixer = (analysis, { span }) =>
  /^(["'])xavier\1$/.test(analysis.text.slice(span.start, span.end))
    ? [{ ...replacement(analysis, span, 'msra'), guess: 'value' }]
    : [];

const plainBias: Fixer = (analysis, problem) =>
  fillWith({ type: 'constant', fields: {} })(analysis, problem).map((fix) => ({ ...fix, guess: 'value' }));

/** A list without effect is removed as a whole: Caffe might reject it with only some values removed. */
const removeAllAlike: Fixer = (analysis, problem) => {
  const { entry, owner } = entryAt(analysis, problem.span) ?? {};
  if (!entry || !owner) return removeIt(analysis, problem);
  return [
    removal(analysis.tree, [...new Set(entriesOf(owner, entry.field.name).map(({ node }) => node))], entry.field.name),
  ];
};

export const checkFixes: Fixes<keyof typeof checkProblems> = {
  'check/bias-without-term': removeIt,
  'check/bilinear-channels': groupEach,
  'check/dead-field': removeAllAlike,
  'check/in-place': renameIt,
  'check/no-gradient': 'several',
  'check/overwritten': renameIt,
  'check/random-bias': plainBias,
  'check/shared-memory': renameIt,
  'check/swapped-fans': 'several',
  'check/unread-param': removeIt,
  'check/unused-blob': 'several',
  'check/xavier-before-relu': twiceTheVariance,
  'check/zero-start': startSomewhere,
};
