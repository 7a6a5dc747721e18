/** Snippets of the server in the form that CodeMirror's client understands. */
import { expect, test } from 'vitest';
import { withLastStop } from '#site/snippets';

test.each([
  ['num_output: $1', 'num_output: $1'],
  ['name: "${1:MyNet}"\n$0', 'name: "${1:MyNet}"\n${2}'],
  ['a: ${3:x} b: ${0:last} c: $1', 'a: ${3:x} b: ${4:last} c: $1'],
  ['pool: ${1|MAX,AVE,STOCHASTIC|}\nkernel_size: ${2:2}', 'pool: ${1:MAX}\nkernel_size: ${2:2}'],
  ['bias_term: ${1|true,false|}$0', 'bias_term: ${1:true}${2}'],
  ['price: \\$0 and \\${0:a}', 'price: \\$0 and \\${0:a}'],
  ['stop $10 of $01', 'stop $10 of $01'],
])('%j becomes %j', (snippet, expected) => {
  expect(withLastStop(snippet)).toBe(expected);
});
