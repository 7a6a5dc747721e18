/** Features answer for any text and position, and their answers lie within the text. */
import { expect, test } from 'vitest';
import { analyze, type Analysis } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { rename } from '#core/edit/rename';
import { english } from '#core/messages/en/index';
import type { Span } from '#core/problems/index';
import { displayState } from '#server/display-state';
import { definition, references } from '#server/features/blob-places';
import { completion } from '#server/features/completion';
import { documentSymbols, type OutlineSymbol } from '#server/features/document-symbols';
import { foldingRanges } from '#server/features/folding';
import { highlights } from '#server/features/highlights';
import { selectionSpans } from '#server/features/selection-ranges';
import { semanticTokens } from '#server/features/semantic-tokens';
import { smallNets } from '../support/small-nets';

test.each(smallNets.map((text, i) => [i + 1, text] as const))(
  'answers for every prefix of small net %i, and at every position of the whole',
  (_, text) => {
    for (let end = 0; end <= text.length; end += 3) {
      const analysis = analyze(text.slice(0, end), { dialect: bvlc });
      everywhere(analysis);
      at(analysis, end);
    }
    const whole = analyze(text, { dialect: bvlc });
    for (let offset = 0; offset <= text.length; offset++) at(whole, offset);
  },
);

function everywhere(analysis: Analysis): void {
  const symbols = (all: readonly OutlineSymbol[]): readonly Span[] =>
    all.flatMap(({ span, nameSpan, children }) => [span, nameSpan, ...symbols(children)]);
  inside(analysis, [
    ...symbols(documentSymbols(analysis, displayState(analysis), english)),
    ...foldingRanges(analysis, english).map(({ span }) => span),
    ...semanticTokens(analysis, { start: 0, end: analysis.text.length }).map(({ span }) => span),
  ]);
}

function at(analysis: Analysis, offset: number): void {
  const renamed = rename(analysis, offset, 'new name');
  const selections = selectionSpans(analysis, offset);
  inside(analysis, [
    ...completion({ analysis, offset, state: displayState(analysis), stagesAround: [], language: english }).map(
      ({ span }) => span,
    ),
    ...definition(analysis, offset),
    ...references(analysis, offset),
    ...highlights(analysis, offset).map(({ span }) => span),
    ...selections,
    ...(renamed.kind === 'changes' ? renamed.changes.map(({ span }) => span) : []),
  ]);
  if (selections.some(({ start, end }) => offset < start || offset > end)) expect(selections).toEqual([]);
}

function inside({ text }: Analysis, spans: readonly Span[]): void {
  const outside = spans.filter(({ start, end }) => !(start >= 0 && start <= end && end <= text.length));
  if (outside.length > 0) expect({ text, outside }).toEqual({ text, outside: [] });
}
