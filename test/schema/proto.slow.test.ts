/** Protos are read in a time that is proportional to their length: with its square, these would take minutes. */
import { describe, expect, test } from 'vitest';
import { knownTypes } from '#core/dialects/user-dialect';
import { readProto } from '#core/schema/from-proto';

const known = knownTypes();

describe('a proto of 60,000 parts is read in a moment', { timeout: 60_000 }, () => {
  const n = 60_000;
  const many = (part: (i: number) => string): string => Array.from({ length: n }, (_, i) => part(i)).join('\n');
  test.each<[string, string]>([
    ['comments without a word', `${'//\n'.repeat(n)}message A {}`],
    ['empty lines', `${'\n'.repeat(n)}message A {}`],
    ['spaces in a comment', `// @layer${' '.repeat(n)}\nmessage A {} /*${' '.repeat(n)}*/`],
    ['fields', `message A {\n${many((i) => `optional int32 f${i} = ${i + 1};`)}\n}`],
    ['layers', `message LayerParameter {\n${many((i) => `optional int32 f${i}_param = ${i + 1000};`)}\n}`],
    ['messages', many((i) => `message M${i} { optional M${i} m = 1; }`)],
    ['values', `enum E {\n${many((i) => `V${i} = ${i};`)}\n}`],
    ['reserved numbers', `message A { reserved ${many((i) => `${i + 1},`)} ${n + 1}; }`],
    ['brackets', `option a = ${'{'.repeat(n)}${'}'.repeat(n)};`],
    ['tags', many((i) => `// @layer L${i} -`)],
    ['escapes', `option a = "${'\\n'.repeat(n)}";`],
  ])('%s', (_, source) => {
    expect(readProto(source, 'x', known).kind).toBe('proto');
  });
});
