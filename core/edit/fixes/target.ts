/** Fixes for targets: what a vendor's documents say that a layer is to be written as, and the current format. */
import type { Analysis } from '../../analysis/analysis';
import type { InferredLayer } from '../../infer/types';
import type { targetProblems } from '../../problems/target';
import { entryOf, has, nameSpan, type Message } from '../../schema/message';
import type { TargetLayer } from '../../targets/target';
import { addFields } from '../add-field';
import type { Fix, TextChange } from '../change';
import { replaceValue } from '../replace-value';
import { upgradeFix } from '../upgrade';
import { layerAt, type Fixer, type Fixes } from './fixer';

const rewritten: Fixer<'target/rewrite'> = (analysis, { span, args: { id, how } }) => {
  const inferred = how === 'type' ? layerAt(analysis, span) : undefined;
  const target = analysis.targets.find((one) => one.id === id);
  const known = inferred && target?.layers[inferred.layer.type];
  // A deploy net is a file of its own: the command Create Deploy Net writes it.
  const fix = how === 'upgrade' ? upgradeFix(analysis) : known && withOtherType(analysis, inferred, known);
  return fix ? [fix] : [];
};

function withOtherType({ text }: Analysis, { layer, rule }: InferredLayer, known: TargetLayer): Fix | undefined {
  const { rewrite } = known;
  const own = known.param ?? rule?.param;
  const param = own === undefined ? undefined : entryOf(layer.message, own);
  if (!rewrite) return undefined;
  const changes: TextChange[] = [replaceValue(text, layer.typeSpan, rewrite.type)];
  if (param && rewrite.param !== undefined) changes.push({ span: nameSpan(param.node), newText: rewrite.param });
  if (rewrite.group) {
    const group = typeof param?.value === 'object' ? groupIn(text, param.value) : undefined;
    if (!group) return undefined;
    changes.push(group);
  }
  changes.sort((a, b) => a.span.start - b.span.start);
  return { id: 'rewrite-for-target', args: { type: rewrite.type }, changes };
}

/** One group per output. */
function groupIn(text: string, param: Message): TextChange | undefined {
  const outputs = entryOf(param, 'num_output')?.value;
  if (typeof outputs !== 'number' || !param.node || has(param, 'group')) return undefined;
  return addFields(text, param.node, [`group: ${outputs}`]);
}

export const targetFixes: Fixes<keyof typeof targetProblems> = {
  'target/limit': 'author',
  'target/lost-field': 'several',
  'target/rewrite': rewritten,
  'target/unsupported-layer': 'author',
};
