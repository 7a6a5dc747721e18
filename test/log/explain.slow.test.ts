/** Logs of megabytes: with a time that grows with the square of their length, or of a line, these would take minutes. */
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { explainLog } from '#core/log/explain';

const large = analyze(
  `layer { name: "a0" type: "Input" top: "a0" input_param { shape { dim: 2 dim: 9 } } }\n${Array.from({ length: 2000 }, (_, i) => `layer { name: "a${i + 1}" type: "InnerProduct" bottom: "a${i}" top: "a${i + 1}" inner_product_param { num_output: 9 } }\n`).join('')}`,
  { dialect: bvlc },
);
const repeated = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');

test.each([
  ['long words', repeated(2000, (i) => 'a'.repeat(3900) + i)],
  ['long dotted words', repeated(2000, (i) => 'a.'.repeat(1900) + i)],
  ['conditions', repeated(20_000, (i) => `inner_product_layer.cpp:3] Check failed: ${i}`)],
  ['layers with errors', repeated(20_000, (i) => `error: layer 'a${i % 2000}' failed ${i}`)],
  ['unknown layers', repeated(20_000, (i) => `error: node 'b${i}' failed`)],
  ['shapes', repeated(20_000, (i) => `Setting up a${i % 2000}\nTop shape: 2 9 (18)`)],
  ['beginnings of messages', repeated(1000, () => 'Cannot copy param Failed to save '.repeat(120))],
])('a log of megabytes is explained in bounded time: %s', { timeout: 60_000 }, (_, log) => {
  expect(explainLog(large, log).length).toBeGreaterThan(0);
});
