/** The outline. */
import { expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { bvlc } from '#core/dialects/bvlc';
import { english } from '#core/messages/en/index';
import { displayState } from '#server/display-state';
import { documentSymbols, type OutlineSymbol } from '#server/features/document-symbols';
import { data, layer } from '../support/lines-of-layers';

function outlineOf(text: string): string {
  const analysis = analyze(text, { dialect: bvlc });
  const draw = (symbols: readonly OutlineSymbol[], indent: string): string =>
    symbols
      .map(({ name, detail, children }) => `${indent}${name}: ${detail}\n${draw(children, `${indent}  `)}`)
      .join('');
  return draw(documentSymbols(analysis, displayState(analysis), english), '');
}

test('groups layers by prefix in the outline, with types and shapes', () => {
  expect(
    outlineOf(
      `${data}${layer('a/x', 'data')}${layer('a/b/y', 'a/x')}${layer('a/b/z', 'a/b/y')}${layer('b/x', 'data')}${layer('c', 'data')}`,
    ),
  ).toBe(
    `data: Input  1×3
a: 3 layers  1×3
  a/x: ReLU  1×3
  b: 2 layers  1×3
    a/b/y: ReLU  1×3
    a/b/z: ReLU  1×3
b/x: ReLU  1×3
c: ReLU  1×3
`,
  );
});

test('nests each symbol within its group, and its name within the symbol', () => {
  const analysis = analyze(`${data}${layer('a/x', 'data')}${layer('a/b/y', 'a/x')}${layer('a/b/z', 'a/b/y')}`, {
    dialect: bvlc,
  });
  const inside = ({ span, nameSpan, children }: OutlineSymbol): void => {
    expect(span.start <= nameSpan.start && nameSpan.end <= span.end).toBe(true);
    for (const child of children) {
      expect(span.start <= child.span.start && child.span.end <= span.end).toBe(true);
      inside(child);
    }
  };
  documentSymbols(analysis, displayState(analysis), english).forEach(inside);
});

test("lists a solver's fields in the outline", () => {
  expect(outlineOf('net: "a.prototxt"\nbase_lr: 0.1\n')).toBe('net: "a.prototxt"\nbase_lr: 0.1\n');
});
