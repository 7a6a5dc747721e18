/**
 * Names that are links, images, escape sequences, formulas or very long, in nets, comments and protos: what the server, the
 * shell and the panels' files show of them is harmless and short, whatever is asked.
 */
import { Lexer, type Token } from 'marked';
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { applyChanges } from '#core/edit/change';
import { quoted } from '#core/edit/quoted';
import { insertLayers } from '#core/edit/refactor/insert-layer';
import { parse } from '#core/text/parser';
import { layoutOf } from '#webview/net/layout';
import { graphOf } from '#webview/net/graph';
import { prefixBoxes } from '#webview/net/boxes';
import { svgFile } from '#webview/net/render';
import { csvOf, markdownOf } from '#webview/net/row-texts';
import { columns, rowsOf, type Column } from '#webview/net/rows';
import { sceneOf } from '#webview/net/scene';
import { shell } from '../cli/shell';
import { hostileNames, isHarmless } from '../support/hostile';
import { inProcess } from '../support/session';
import { isWhole } from '../support/corpus';
import { answerOf, flatTable } from '../webview/net/answer';

/** A net whose names, types, stages and comments are these. */
function netOf(name: string, other: string): string {
  const [a, b] = [quoted(name), quoted(`${other} b`)];
  const comment = other.replace(/[\n\r\u2028\u2029]/g, ' ').slice(0, 300);
  return `# prototxt: schema=own.proto
name: ${a} # ${comment}
layer { name: ${a} type: "Input" top: ${a} input_param { shape { dim: 2 dim: 3 dim: 9 dim: 9 } } }
layer { name: ${quoted(`p/${name}`)} type: "Convolution" bottom: ${a} top: ${b} param { name: ${quoted(`${name} w`)} }
  convolution_param { num_output: 2 kernel_size: 3 weight_filler { type: ${b} } bias_filler { type: "xavier" std: 1 } } }
layer { name: ${quoted(`p/${other}`)} type: ${b} bottom: ${b} top: ${quoted(`${name} t`)} own_param { size: 3 } }
layer { name: "r" type: "ReLU" bottom: ${quoted(`${other} unknown`)} top: "r" include { stage: ${a} not_stage: ${b} } }
layer { name: "ip" type: "InnerProduct" bottom: ${b} top: "ip" inner_product_param { num_output: 1 weight_filler { type: "gaussian" } } }
`;
}

/** A proto whose comments are these. */
function protoOf(name: string, other: string): string {
  const line = (text: string): string => text.replace(/[\n\r\u0000\u2028\u2029]/g, ' ').slice(0, 5000);
  return `// @label ${line(name)}
// @layer Own own_param : ${line(other)}
// @filler ${line(name)}
message LayerParameter {
  // ${line(name)}
  optional OwnParameter own_param = 9001;
}
message OwnParameter {
  // ${line(other)}
  optional uint32 size = 1;
  optional string text = 2 [default = "${line(name).replace(/["\\]/g, '\\$&')}"];
}
`;
}

/** Each name once in either place, next to another one; with `npm run corpus`, next to several. */
const pairs: readonly (readonly [name: string, other: string])[] = (isWhole ? [1, 5, 11, 17] : [11]).flatMap((step) =>
  hostileNames.map((name, i) => [name, hostileNames[(i + step) % hostileNames.length] ?? ''] as const),
);
const net = 'file:///w/net.prototxt';

/** More than the longest hover of a net with usual names. */
const mostLetters = 20_000;

/** Data that programs read: texts to insert, and what is sent back to find the same again. */
const data: ReadonlySet<string> = new Set([
  'newText',
  'uri',
  'data',
  'filterText',
  'arguments',
  'placeholder',
  'textEdit',
  'edit',
]);

/** Every text of an answer that a person reads, and where it stands. */
function textsIn(answer: unknown, path = ''): readonly (readonly [path: string, text: string])[] {
  if (typeof answer === 'string') return [[path, answer]];
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.entries(answer).flatMap(([key, value]) => (data.has(key) ? [] : textsIn(value, `${path}.${key}`)));
}

/** Kinds of Markdown that no text of ours holds. */
function foreignIn(tokens: readonly Token[]): readonly string[] {
  return tokens.flatMap((token) => [
    ...(['link', 'image', 'html', 'heading', 'hr', 'blockquote', 'del'].includes(token.type)
      ? [`${token.type}: ${token.raw}`]
      : []),
    ...('tokens' in token && token.tokens ? foreignIn(token.tokens) : []),
    ...(token.type === 'table'
      ? [...token['header'], ...token['rows'].flat()].flatMap((cell: { tokens: Token[] }) => foreignIn(cell.tokens))
      : []),
    ...(token.type === 'list' ? token['items'].flatMap((item: { tokens: Token[] }) => foreignIn(item.tokens)) : []),
  ]);
}

/** What is wrong with the texts of an answer, and where. */
function harmIn(answer: unknown): readonly string[] {
  return textsIn(answer).flatMap(([path, text]) => [
    ...(isHarmless(text) ? [] : [`${path}: characters that are not seen: ${JSON.stringify(text)}`]),
    ...(text.length < mostLetters ? [] : [`${path}: ${text.length} letters`]),
    ...(/\.(?:contents|documentation|tooltip)\.value$/.test(path)
      ? foreignIn(new Lexer({ gfm: true }).lex(text)).map((found) => `${path}: ${found}`)
      : []),
  ]);
}

/** What the pairs do, after the names of the pair. */
async function each(harm: (name: string, other: string) => Promise<readonly string[]>): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [name, other] of pairs)
    for (const what of await harm(name, other)) found.push(`${JSON.stringify([name, other]).slice(0, 200)} ${what}`);
  return found;
}

test('every answer of the server is harmless', async () => {
  const harm = await each(async (name, other) => {
    const text = netOf(name, other);
    const files = { 'file:///w/own.proto': protoOf(name, other) };
    const capabilities = { textDocument: { hover: { contentFormat: ['markdown' as const] } } };
    const session = await inProcess(files, capabilities, { commands: ['prototxtLens.previewWeights'] }, 'file:///w');
    await session.open(net, text);
    const sent = await session.diagnostics(net, ({ diagnostics }) => diagnostics.length > 0);
    const found = [
      ...harmIn(sent.diagnostics.map(({ message, relatedInformation }) => ({ message, relatedInformation }))),
    ];
    const lines = text.split('\n');
    const end = { line: lines.length, character: 0 };
    const range = { start: { line: 0, character: 0 }, end };
    const textDocument = { uri: net };
    const ask = async (method: string, params: object): Promise<void> => {
      found.push(...harmIn(await session.client.sendRequest(method, params)).map((what) => `${method} ${what}`));
    };
    for (const method of ['textDocument/documentSymbol', 'textDocument/codeLens', 'prototxt/schema'])
      await ask(method, { textDocument, uri: net });
    await ask('workspace/symbol', { query: '' });
    await ask('textDocument/inlayHint', { textDocument, range });
    await ask('textDocument/codeAction', { textDocument, range, context: { diagnostics: sent.diagnostics } });
    for (const position of placesOf(text)) {
      await ask('textDocument/hover', { textDocument, position });
      await ask('textDocument/completion', { textDocument, position });
    }
    await session.end();
    return found;
  });
  expect(harm).toEqual([]);
});

/** The middle of each name and value, within the reach of an editor's line. */
function placesOf(text: string): readonly { readonly line: number; readonly character: number }[] {
  const places: { readonly line: number; readonly character: number }[] = [];
  text.split('\n').forEach((line, i) => {
    for (const { index, 0: found } of line.matchAll(/"(?:[^"\\]|\\.)*"|[\w.]+/g))
      places.push({ line: i, character: index + Math.ceil(found.length / 2) });
  });
  return places.filter((_, i) => i % 3 === 0);
}

const commands = [
  'check net.prototxt',
  'check --format json net.prototxt',
  'check --format sarif net.prototxt',
  'check --schema bvlc net.prototxt',
  'inspect net.prototxt',
  'inspect --schema bvlc --format json net.prototxt',
  'init net.prototxt',
  'signal net.prototxt',
  'signal --format json net.prototxt',
  'run net.prototxt',
  'weights --out w.npz net.prototxt',
  'onnx --out n.onnx net.prototxt',
  'check --schema bad.proto net.prototxt',
];

test('every output of the shell is harmless', async () => {
  const harm = await each(async (name, other) => {
    const files = { 'net.prototxt': netOf(name, other), 'own.proto': protoOf(name, other), 'bad.proto': `${name}\n` };
    const found: string[] = [];
    for (const command of commands) {
      const { out, err } = await shell(command, { files });
      if (!isHarmless(out) || !isHarmless(err)) found.push(`${command}: characters that are not seen: ${out}${err}`);
      if (err.length >= mostLetters) found.push(`${command}: ${err.length} letters`);
      // Only a line of the program's own begins with a place.
      if (/^check(?! --f)/.test(command) && out !== '')
        for (const line of out.trimEnd().split('\n'))
          if (!/^net\.prototxt:\d+:\d+: (?:error|warning|information|hint) /.test(line))
            found.push(`${command}: ${line}`);
      if (command.includes('--format'))
        for (const line of command.includes('sarif') ? [out] : out.trimEnd().split('\n')) JSON.parse(line);
    }
    return found;
  });
  expect(harm).toEqual([]);
});

test('a path in the output is harmless, too', async () => {
  const path = 'a\u001b[31m\u202eb.prototxt';
  const { out } = await shell(`check ${path}`, { files: { [path]: 'layer { typ: 1 }\n' } });
  expect(out).toContain('a\\x1b[31m\\u202eb.prototxt:1:');
  expect(isHarmless(out)).toBe(true);
  expect(isHarmless((await shell(`check none${path}`)).err)).toBe(true);
});

test('the files that the net panel writes hold names as their formats need', () => {
  const words = {
    ofGroup: () => '2 layers',
  };
  const colours = new Proxy({}, { get: (_, key) => (key === 'roles' ? new Proxy({}, { get: () => '#fff' }) : '#fff') });
  const titles = columns.map((column): readonly [Column, string] => [column, column]);
  for (const [name, other] of pairs) {
    const answer = answerOf(netOf(name, other).replace(/^.*\n/, ''));
    const rows = rowsOf(answer, null, flatTable);
    const [table, ...rest] = new Lexer({ gfm: true }).lex(markdownOf(rows, titles));
    expect(rest).toEqual([]);
    expect(table?.type === 'table' && table['rows'].length).toBe(rows.length);
    expect(foreignIn(table ? [table] : [])).toEqual([]);
    for (const cell of csvOf(answer, rows, titles).matchAll(/(?:^|[,\n])(?=[=+@\t])/g)) throw new Error(cell[0]);
    const layout = layoutOf(graphOf(answer, new Set()));
    const svg = svgFile(sceneOf(layout, prefixBoxes(layout), colours as never, words), 9, 9, '#fff', 'a"b');
    expect(svg.replace(/<(\/?)(svg|rect|path|text|\?xml)\b[^<>]*>/g, '')).not.toMatch(/[<>]|&(?!#\d+;)/);
    expect(isHarmless(svg)).toBe(true);
    expect(layout.width).toBeLessThan(10_000);
  }
});

test('what is inserted means the name', () => {
  for (const name of hostileNames) {
    const text = netOf(name, name);
    const analysis = analyze(text, { dialect: bvlc });
    const fix = insertLayers(analysis, text.indexOf('top: ') + 6, ['ReLU']);
    expect(fix).toBeDefined();
    expect(parse(applyChanges(text, fix?.changes ?? [])).problems.length).toBe(parse(text).problems.length);
  }
});
