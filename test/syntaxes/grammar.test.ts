/** The TextMate grammar, in the engine that VS Code uses. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, expect, test } from 'vitest';
import * as oniguruma from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry, type IGrammar } from 'vscode-textmate';

let grammar: IGrammar;

beforeAll(async () => {
  await oniguruma.loadWASM(readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm')));
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => new oniguruma.OnigScanner(sources),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: () =>
      Promise.resolve(parseRawGrammar(readFileSync('syntaxes/prototxt.tmLanguage.json', 'utf8'), 'prototxt.json')),
  });
  const loaded = await registry.loadGrammar('source.prototxt');
  if (!loaded) throw new Error('no grammar');
  grammar = loaded;
});

/** The innermost scope of a word, without the grammar's own name. */
function scopeOf(line: string, word: string): string {
  const at = line.indexOf(word);
  const token = grammar
    .tokenizeLine(line, INITIAL)
    .tokens.find(({ startIndex, endIndex }) => startIndex <= at && at < endIndex);
  return (token?.scopes.at(-1) ?? '').replace('.prototxt', '');
}

test.each([
  ['# a comment', 'comment', 'comment.line.number-sign'],
  ['layer {', 'layer', 'keyword.other.message'],
  ['shape: <', 'shape', 'keyword.other.message'],
  ['num_output: 20', 'num_output', 'variable.other.property'],
  ['num_output: 20', '20', 'constant.numeric'],
  ['std: -1.5e-3f', '1.5e', 'constant.numeric'],
  ['dim: 0x1F', '0x1F', 'constant.numeric.hex'],
  ['min: -inf', 'inf', 'constant.numeric'],
  ['bias_term: false', 'false', 'constant.language.boolean'],
  ['pool: MAX', 'MAX', 'constant.other.enum'],
  ['type: "Convolution"', 'Convolution', 'entity.name.type'],
  ["type: 'xavier'", 'xavier', 'entity.name.type'],
  ['top: "conv1"', 'conv1', 'variable.other.blob'],
  ['name: "conv1"', 'conv1', 'entity.name.section'],
  [String.raw`source: "a\tb"`, String.raw`\t`, 'constant.character.escape'],
  [String.raw`source: "a\qb"`, String.raw`\q`, 'invalid.illegal.escape'],
  ['source: "a" \'b\'', 'b', 'string.quoted.single'],
  ['[caffe.extension] {', 'caffe.extension', 'entity.name.namespace'],
  ['dim: [1, 2]', ',', 'punctuation.separator'],
] as const)('%s: %s', (line, word, scope) => {
  expect(scopeOf(line, word)).toBe(scope);
});

test('ends an unclosed string at its line break, also before CRLF', () => {
  for (const line of ['source: "open', 'source: "open\r']) {
    const { ruleStack } = grammar.tokenizeLine(line, INITIAL);
    const [first] = grammar.tokenizeLine('layer {', ruleStack).tokens;
    expect(first?.scopes).toContain('keyword.other.message.prototxt');
  }
});
