import { formatMeasured } from '#core/numbers';
import type { Layer } from '#core/net/model';
import { say } from '#core/messages/language';
import { asMarkdown, inMarkdown, joined, type Markdown } from '#core/messages/shown';
import { findingText } from '#run/findings';
import { isOld, ranLayer, stdOf } from '../../runs';
import type { HoverContext } from './answer';

/**
 * What the last run gave for tops of a layer, a line each, and what it shows of the layer; for one of them, if it is named.
 * Empty where there was none.
 */
export function measuredLines({ analysis, state, options }: HoverContext, layer: Layer, only?: number): Markdown {
  const { run, language } = options;
  if (!run || !state) return asMarkdown('');
  const ran = ranLayer(run, layer);
  const tops = ran?.tops ?? [];
  const sentence = isOld(run, analysis, state.state) ? 'measured-before' : 'measured';
  const lines = tops
    .filter((_, i) => only === undefined || i === only)
    .map((top) => {
      const args = { mean: formatMeasured(top.mean), std: formatMeasured(stdOf(top)), seed: run.seed };
      const line = say(language.running, sentence, args);
      return only === undefined && tops.length > 1 ? `${inMarkdown(top.blob).markdown}: ${line}` : line;
    });
  const found = only === undefined || only === 0 ? (ran?.findings ?? []) : [];
  return joined([...lines, ...found.map((finding) => findingText(finding, language))].map(asMarkdown), '\\\n');
}
