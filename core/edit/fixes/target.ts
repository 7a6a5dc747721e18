/** Fixes for targets: what a vendor's documents say that a layer is to be written as, and the current format. */
import type { Analysis } from '../../analysis/analysis';
import type { InferredLayer } from '../../infer/types';
import type { Span } from '../../problems';
import type { targetProblems } from '../../problems/target';
import { entryOf, has, nameSpan, type Message } from '../../schema/message';
import type { TargetLayer } from '../../targets/target';
import { addFields } from '../add-field';
import type { Fix, TextChange } from '../change';
import { replaceValue } from '../replace-value';
import { upgradeFix } from '../upgrade';
import { layerAt, layerNode, type Fixer, type Fixes } from './fixer';

const rewritten: Fixer<'target/rewrite'> = (analysis, { span, args: { id, how } }) => {
  const fix = fixOf(analysis, span, String(id), String(how));
  return fix ? [fix] : [];
};

/** A deploy net is a file of its own: the command Create Deploy Net writes it. */
function fixOf(analysis: Analysis, span: Span, id: string, how: string): Fix | undefined {
  if (how === 'upgrade') return upgradeFix(analysis);
  const inferred = layerAt(analysis, span);
  const target = analysis.targets.find(({ target: { id: own } }) => own === id)?.target;
  if (!inferred || !target) return undefined;
  if (how === 'custom' && target.custom) return asCustom(analysis, inferred, target.custom.type);
  const known = how === 'type' ? target.layers[inferred.layer.type] : undefined;
  return known && withOtherType(analysis, inferred, known);
}

/** A layer that the chip does not compute itself, with the shapes of its tops. */
function asCustom(analysis: Analysis, { layer, tops }: InferredLayer, type: string): Fix | undefined {
  const node = layerNode(analysis, layer.span);
  const shapes = tops.map((shape) => (shape?.every((dim) => dim !== null) ? shape : undefined));
  if (!node || shapes.includes(undefined)) return undefined;
  const written = shapes.map((shape) => `shape { ${shape?.map((dim) => `dim: ${dim}`).join(' ')} }`);
  const param = addFields(analysis.text, node, [`custom_param { ${written.join(' ')} }`]);
  const changes = [replaceValue(analysis.text, layer.typeSpan, type), param];
  return { id: 'rewrite-for-target', args: { type }, changes };
}

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
    changes.push(...group);
  }
  changes.sort((a, b) => a.span.start - b.span.start);
  return { id: 'rewrite-for-target', args: { type: rewrite.type }, changes };
}

/** One group per output; undefined where another number is written, or the number of outputs is not. */
function groupIn(text: string, param: Message): readonly TextChange[] | undefined {
  const outputs = entryOf(param, 'num_output')?.value;
  if (typeof outputs !== 'number' || !param.node) return undefined;
  if (has(param, 'group')) return entryOf(param, 'group')?.value === outputs ? [] : undefined;
  return [addFields(text, param.node, [`group: ${outputs}`])];
}

export const targetFixes: Fixes<keyof typeof targetProblems> = {
  'target/limit': 'author',
  'target/lost-field': 'several',
  'target/rewrite': rewritten,
  'target/unsupported-layer': 'author',
};
