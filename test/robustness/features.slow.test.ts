/**
 * Every feature answers for any text: nets with tokens omitted, doubled, swapped, replaced by extremes, cut off or mixed with
 * those of another net.
 */
import { TextDocument } from 'vscode-languageserver-textdocument';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyze, type Analysis } from '#core/analysis/analysis';
import { chooseDialect } from '#core/dialects/choose-dialect';
import { infoOf, type Span } from '#core/problems/index';
import { applyChanges, type TextChange } from '#core/edit/change';
import { fixAll, fixesOf, fixEverywhere } from '#core/edit/fixes/index';
import { format, formatOnType, usualStyle } from '#core/edit/format/index';
import { deployText } from '#core/edit/refactor/deploy';
import { blockAt, duplicateBlock } from '#core/edit/refactor/duplicate';
import { refactoringsAt } from '#core/edit/refactor/index';
import { insertLayers } from '#core/edit/refactor/insert-layer';
import { rename } from '#core/edit/rename';
import { upgradeChanges } from '#core/edit/upgrade/index';
import { explainLog } from '#core/log/explain';
import { english } from '#core/messages/en/index';
import { messageOf } from '#core/messages/render';
import { displayState } from '#server/display-state';
import { definition, references } from '#server/features/blob-places';
import { completion } from '#server/features/completion';
import { documentSymbols } from '#server/features/document-symbols';
import { foldingRanges } from '#server/features/folding';
import { highlights } from '#server/features/highlights';
import { hover } from '#server/features/hover';
import { inlayHints } from '#server/features/inlay-hints';
import { netAnswer } from '#server/features/net-panel';
import { selectionSpans } from '#server/features/selection-ranges';
import { semanticTokens } from '#server/features/semantic-tokens';
import { nothingAround } from '#project/surroundings';
import { weightsAnswer } from '#server/features/weights-panel';
import { smallNets } from '../support/small-nets';

const texts: readonly string[] = [
  ...smallNets,
  `layers { layer { name: "p" type: "padding" pad: 1 } bottom: "data" top: "p" }
layers { layer { name: "c" type: "conv" num_output: 2 kernelsize: 3 weight_filler { type: "xavier" } } bottom: "p" top: "c" }
input: "data" input_dim: 1 input_dim: 3 input_dim: 9 input_dim: 9\n`,
  `net_param { layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 2 } } } layer { name: "r" type: "ReLU" bottom: "dta" top: "r" } }
test_state { stage: "a" } test_iter: 1 test_interval: 10 base_lr: 0.1 lr_policy: "multistep" gamma: 0.5 stepvalue: 3 stepvalue: 7 max_iter: 10\n`,
  `layer { name: "d" type: "Data" top: "data" top: "label" data_param { source: "x" batch_size: 2 } transform_param { crop_size: 8 mean_value: 100 } }
layer { name: "a/ip" type: "InnerProduct" bottom: "data" top: "a/ip" inner_product_param { num_output: 2 weight_filler # why
{ type: "gaussian" std: 0.1 value: 2 } } }
layer { name: "a/r" type: "ReLU" bottom: "a/ip" top: "a/ip" dropout_param { } }
layer { name: "loss" type: "SoftmaxWithLoss" bottom: "a/ip" bottom: "label" top: "loss" }
layer { name: "prior" type: "PriorBox" bottom: "a/ip" bottom: "data" top: "prior" prior_box_param { min_size: 4 } }\n`,
];

const token = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[\w.+-]+|#[^\n]*|\s+|[^]/g;
const corpus = texts.map((text) => text.match(token) ?? []);

const strange = fc.constantFrom(
  '0',
  '-1',
  '2147483647',
  '4294967295',
  '1e39',
  'nan',
  'inf',
  '007',
  '1.5f',
  '""',
  '"a\\0b"',
  '"x\\"y\'"',
  '"__proto__"',
  '"a" "b"',
  '"a"\n"b"',
  '"Slice"',
  '"LSTM"',
  '"Python"',
  '"',
  "'",
  '{',
  '}',
  '<',
  '>',
  '[',
  ']',
  ':',
  ',',
  '\\',
  '\0',
  '\ud800',
  '\ufeff',
  '\r\n',
  '# prototxt: schema=ssd\n',
  '{{ x }}',
  'layer',
  'input',
  'stage',
  'dim',
  ' ',
);

const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  to: fc.double({ min: 0, max: 1, noNaN: true }),
  how: fc.constantFrom('drop', 'twice', 'swap', 'strange', 'strange', 'end', 'splice'),
  strange,
});

const mutant = fc
  .record({
    net: fc.nat(corpus.length - 1),
    other: fc.nat(corpus.length - 1),
    changes: fc.array(change, { minLength: 1, maxLength: 3 }),
  })
  .map(({ net, other, changes }) => {
    let tokens = [...(corpus[net] ?? [])];
    for (const { at, to, how, strange: odd } of changes) {
      const [i, j] = [Math.floor(at * tokens.length), Math.floor(to * tokens.length)];
      const [here = '', there = ''] = [tokens[i], tokens[j]];
      if (how === 'drop') tokens.splice(i, 1);
      else if (how === 'twice') tokens.splice(i, 0, here);
      else if (how === 'swap') [tokens[i], tokens[j]] = [there, here];
      else if (how === 'strange') tokens[i] = odd;
      else if (how === 'end') tokens = tokens.slice(0, Math.max(i, 2));
      else tokens.splice(i, 0, ...(corpus[other] ?? []).slice(j, j + 60));
    }
    return tokens.join('');
  });

const analyzed = (text: string): Analysis => analyze(text, { dialect: chooseDialect });

function inside(text: string, spans: readonly Span[]): void {
  for (const { start, end } of spans)
    if (!(start >= 0 && start <= end && end <= text.length)) throw new Error(`a span outside: ${start}–${end}`);
}

/** The text after the changes, which are in order and do not overlap. */
function changed(text: string, changes: readonly TextChange[]): string {
  let at = 0;
  for (const { span } of changes) {
    if (span.start < at || span.end < span.start || span.end > text.length) throw new Error('changes out of order');
    at = span.end;
  }
  return applyChanges(text, changes);
}

function syntaxErrors({ problems }: Analysis): number {
  return problems.filter(({ code }) => code.startsWith('syntax/')).length;
}

function ask(text: string, share: number): void {
  const analysis = analyzed(text);
  const offset = Math.floor(share * (text.length + 1));
  const document = TextDocument.create('file:///net.prototxt', 'prototxt', 1, text);
  const state = displayState(analysis);
  const all = { start: 0, end: text.length };
  const { problems } = analysis;
  inside(
    text,
    problems.map(({ span }) => span),
  );
  for (const problem of problems) messageOf(problem, english);
  const answer = hover(analysis, offset, { language: english });
  const growing = selectionSpans(analysis, offset);
  const tokens = semanticTokens(analysis, all).map(({ span }) => span);
  const folds = foldingRanges(analysis, english).map(({ span }) => span);
  inside(text, [
    ...(answer ? [answer.span] : []),
    ...growing,
    ...tokens,
    ...folds,
    ...definition(analysis, offset),
    ...references(analysis, offset),
    ...highlights(analysis, offset).map(({ span }) => span),
  ]);
  growing.forEach(({ start, end }, i) =>
    expect(i === 0 || (start <= (growing[i - 1]?.start ?? 0) && end >= (growing[i - 1]?.end ?? 0))).toBe(true),
  );
  for (const { start, end } of tokens) expect(document.positionAt(start).line).toBe(document.positionAt(end).line);
  for (const { start, end } of folds)
    expect(document.positionAt(start).line).toBeLessThan(document.positionAt(end).line);
  const proposed = completion({ analysis, offset, state, stagesAround: [], language: english });
  for (const { span } of proposed)
    expect(span.start <= offset && offset <= span.end && !text.slice(span.start, span.end).includes('\n')).toBe(true);
  documentSymbols(analysis, state, english);
  explainLog(
    analysis,
    "F1 net.cpp:1] Check failed: a == b\nF1 x.cpp:2] Unknown bottom blob 'data' (layer 'c', bottom index 0)",
  );
  if (state) {
    inlayHints(analysis, all, { state, language: english, shapes: true, fillers: true, cost: true });
    netAnswer(document, analysis, state, english);
    weightsAnswer(document, analysis, state, nothingAround, english);
  }
  edit(text, analysis, offset);
}

function edit(text: string, analysis: Analysis, offset: number): void {
  const formatted = analyzed(changed(text, format(analysis, usualStyle)));
  expect(format(formatted, usualStyle)).toEqual([]);
  changed(text, formatOnType(analysis, offset, '}', usualStyle));
  changed(text, upgradeChanges(analysis));
  deployText(analysis);
  const renamed = rename(analysis, offset, 'a"\\b');
  const block = blockAt(analysis, offset);
  const fixes = [
    ...analysis.problems.flatMap((problem) => [...fixesOf(analysis, problem), fixEverywhere(analysis, problem.code)]),
    fixAll(analysis),
    ...refactoringsAt(analysis, offset),
    insertLayers(analysis, offset, ['BatchNorm', 'Power']),
    block && duplicateBlock(analysis, block, 'z9/'),
  ].flatMap((fix) => (fix?.changes ? [fix.changes] : []));
  const isSound = !analysis.problems.some(({ code }) => infoOf(code).severity === 'error');
  for (const changes of [...fixes, ...(renamed.kind === 'changes' ? [renamed.changes] : [])]) {
    const result = changed(text, changes);
    if (isSound) expect(syntaxErrors(analyzed(result))).toBe(0);
  }
}

test('answers every request at any position of any text', () => {
  fc.assert(fc.property(mutant, fc.double({ min: 0, max: 1, noNaN: true }), ask), { numRuns: 80 });
});

test('gives the same result regardless of previous analyses', () => {
  const seen = ({ kind, dialect, reason, problems, states, state }: Analysis): unknown => ({
    kind,
    dialect: dialect.id,
    reason,
    problems,
    tops: kind === 'net' ? states.map((one) => state(one).layers.map(({ tops }) => tops)) : [],
  });
  fc.assert(
    fc.property(mutant, mutant, (first, second) => {
      const before = seen(analyzed(first));
      seen(analyzed(second));
      expect(seen(analyzed(first))).toEqual(before);
    }),
    { numRuns: 30 },
  );
});
