/**
 * Inlay hints: the shape after each top that changes it, the scale after each filler's type, a layer's number of parameters and
 * multiply–accumulates.
 */
import type { Analysis } from '#core/analysis/analysis';
import { costOf, type LayerCost } from '#core/cost/cost';
import { large, thousands } from '#core/cost/format';
import type { InferredLayer, Weight } from '#core/infer/types';
import { docOf, say, sayMarkdown, type Language } from '#core/messages/language';
import { asMarkdown, joined, type Markdown } from '#core/messages/shown';
import type { NetState } from '#core/net/model';
import { formatShape, sameShape } from '#core/net/shape';
import type { Span } from '#core/problems/index';
import { entryOf } from '#core/schema/message';
import type { InlayHintSwitches } from '../settings';
import { spread } from './hover/spread';

export interface Hint {
  readonly offset: number;
  readonly label: string;
  readonly tooltip: Markdown;
  readonly kind: 'shape' | 'filler' | 'cost';
}

export interface HintOptions extends InlayHintSwitches {
  readonly state: NetState;
  readonly language: Language;
}

/**
 * The hints of the layers that overlap the range: in the state that is shown, and in the file's other states for layers that only
 * these have, such as the data layer of another phase.
 */
export function inlayHints(analysis: Analysis, range: Span, options: HintOptions): readonly Hint[] {
  if (analysis.kind !== 'net') return [];
  const hints: Hint[] = [];
  const seen = new Set<number>();
  for (const each of [options.state, ...analysis.states]) {
    const state = analysis.state(each);
    const isMissing = ({ layer: { span } }: InferredLayer): boolean =>
      !seen.has(span.start) && span.end >= range.start && span.start <= range.end;
    if (!state.layers.some(isMissing)) continue;
    const costs = options.cost ? costOf(state).layers : [];
    for (const [i, inferred] of state.layers.entries()) {
      if (!isMissing(inferred)) continue;
      if (options.shapes) hints.push(...shapeHints(analysis.text, inferred, options.language));
      if (options.fillers) hints.push(...fillerHints(inferred, options.language));
      const cost = costs[i];
      if (cost) hints.push(...costHints(cost, options.language));
    }
    for (const { layer } of state.layers) seen.add(layer.span.start);
  }
  return hints.filter(({ offset }) => offset >= range.start && offset <= range.end);
}

function shapeHints(text: string, { layer, tops, bottoms, rule }: InferredLayer, language: Language): readonly Hint[] {
  return layer.tops.flatMap((top, i): readonly Hint[] => {
    const shape = tops[i] ?? null;
    if (top.automatic || shape === null || shape.every((dim) => dim === null)) return [];
    if (bottoms.length > 0 && sameShape(shape, bottoms[0] ?? null)) return [];
    const label = formatShape(shape);
    const summary = rule ? docOf(language, rule.summary) : asMarkdown('');
    return [
      {
        offset: afterQuote(text, top.span),
        label,
        tooltip: sayMarkdown(language.hints, 'shape', { name: top.name, shape: label, summary }),
        kind: 'shape',
      },
    ];
  });
}

/** The offset after a name and its closing quote, which a name's span excludes. */
function afterQuote(text: string, { start, end }: Span): number {
  const quote = text[start - 1];
  return (quote === '"' || quote === "'") && text[end] === quote ? end + 1 : end;
}

function fillerHints({ params, fills }: InferredLayer, { hints: words }: Language): readonly Hint[] {
  const hints = new Map<number, { readonly labels: string[]; readonly lines: Markdown[] }>();
  for (const weight of [...params, ...fills]) {
    const label = spread(weight);
    const offset = typeEnd(weight);
    if (label === '' || offset === undefined) continue;
    const known = hints.get(offset) ?? { labels: [], lines: [] };
    hints.set(offset, known);
    if (!known.labels.includes(label)) known.labels.push(label);
    known.lines.push(
      sayMarkdown(words, 'line', { role: weight.role, shape: formatShape(weight.shape), value: weight.formula }),
    );
  }
  return [...hints].map(([offset, { labels, lines }]) => ({
    offset,
    label: labels.join(' / '),
    tooltip: joined(lines, '  \n'),
    kind: 'filler',
  }));
}

/** The end of the filler's `type` value. */
function typeEnd({ start }: Weight): number | undefined {
  if (start.kind !== 'filler' || !start.filler.node) return undefined;
  return entryOf(start.filler, 'type')?.valueNode.end;
}

function costHints(
  { inferred: { layer, params }, params: values, macs }: LayerCost,
  { costs: words, hints }: Language,
): readonly Hint[] {
  const offset = entryOf(layer.message, 'type')?.valueNode.end;
  if (offset === undefined) return [];
  const parts = [
    ...(values ? [say(words, 'hintParams', { count: large(values) })] : []),
    ...(macs ? [say(words, 'hintMacs', { count: large(macs) })] : []),
  ];
  if (parts.length === 0) return [];
  const lines = params.map(({ role, shape, count }) =>
    sayMarkdown(hints, 'line', { role, shape: formatShape(shape), value: thousands(count ?? 0) }),
  );
  if (macs) lines.push(sayMarkdown(words, 'macs', { count: thousands(macs) }));
  return [{ offset, label: parts.join(' · '), tooltip: joined(lines, '  \n'), kind: 'cost' }];
}
