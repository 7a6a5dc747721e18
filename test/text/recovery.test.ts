/** Problems in broken texts, at most one per token, and what the parser keeps of them. */
import { parse } from '#core/text/parser';
import { describe, expect, it } from 'vitest';
import { dedent, drawMarks, readFixture } from '../support/marks';
import { outline } from '../support/outline';

/** Passes if the marks of the fixture are exactly the problems; returns the outline of what was kept. */
function check(fixture: string): string {
  const { text } = readFixture(fixture);
  const { tree, problems } = parse(text);
  expect(
    drawMarks(
      text,
      problems.map(({ code, span }) => ({ span, label: code })),
    ),
  ).toBe(dedent(fixture));
  return outline(tree);
}

describe('recovery', () => {
  it('a missing value before the next line', () => {
    expect(
      check(`
        num_output:
        kernel_size: 3
      # ^^^^^^^^^^^ syntax/expected-value
    `),
    ).toBe('num_output: ? kernel_size: 3');
  });

  it('a missing colon and value', () => {
    expect(
      check(`
        num_output
        kernel_size: 3
      # ^^^^^^^^^^^ syntax/expected-colon
    `),
    ).toBe('num_output: ? kernel_size: 3');
  });

  it('a missing colon', () => {
    expect(
      check(`
        name "x"
      #      ^^^ syntax/expected-colon
        bias_term true
      #           ^^^^ syntax/expected-colon
        top: "a"
    `),
    ).toBe('name: "x" bias_term: true top: "a"');
  });

  it('a missing quote', () => {
    expect(
      check(`
        name: "x
      #       ^^ syntax/string-not-closed
        top: "a"
    `),
    ).toBe('name: "x top: "a"');
  });

  it('a missing quote, with others after it', () => {
    expect(
      check(`
        layer { name: "a type: "ReLU" bottom: "b" }
      #               ^^ syntax/string-not-closed
        layer { name: "a" type: "ReLU" bottom: "b }
      #                                        ^^ syntax/string-not-closed
        layer { name: "a" type: "ReLU bottom: "b" } # "x"
      #                         ^^^^^ syntax/string-not-closed
    `),
    ).toBe(
      'layer {name: "a type: "ReLU" bottom: "b"} layer {name: "a" type: "ReLU" bottom: "b} layer {name: "a" type: "ReLU bottom: "b"}',
    );
  });

  it('a missing opening quote', () => {
    expect(
      check(`
        layer { name: a" type: "ReLU" bottom: "b" }
      #               ^^ syntax/string-not-opened
        top: b"
      #      ^^ syntax/string-not-opened
    `),
    ).toBe('layer {name: a type: "ReLU" bottom: "b"} top: b');
  });

  it('an extra quote', () => {
    expect(
      check(`
        type: "Con"volution"
      #           ^ syntax/quote-in-string
        name: ""a" type: "ReLU"
      #        ^ syntax/quote-in-string
        name:"a"type:"ReLU"
        name: "a:" top: "b"
    `),
    ).toBe('type: "Con"volution" name: ""a" type: "ReLU" name: "a" type: "ReLU" name: "a:" top: "b"');
  });

  it('a missing bracket of a message', () => {
    expect(
      check(`
        layer {
          pooling_param pool: MAX stride: 2 }
      #                 ^^^^ syntax/expected-bracket
          top: "a"
        }
        layer
          name: "b"
      #   ^^^^ syntax/expected-bracket
          param { lr_mult: 1 }
        }
        layer { name: "c" }
    `),
    ).toBe('layer {pooling_param: ? top: "a"} layer: ? layer {name: "c"}');
  });

  it('a missing name of a message', () => {
    expect(
      check(`
        layer {
          { pool: MAX }
      #   ^ syntax/expected-name
          top: "a"
        }
         {
      #  ^ syntax/expected-name
          name: "b"
        }
        layer {{ name: "c" }
      #        ^ syntax/expected-name
    `),
    ).toBe('layer {top: "a"} layer {name: "c"}');
  });

  it('a comment without its sign', () => {
    expect(
      check(`
        this is how it was trained
      #      ^^ syntax/expected-colon
        name: "a"
    `),
    ).toBe('this: is name: "a"');
  });

  it('an extra bracket at the end', () => {
    expect(
      check(`
        a {
          b: 1
        }
        }
      # ^ syntax/unexpected-close
        c: 2
    `),
    ).toBe('a {b: 1} c: 2');
  });

  it("a missing bracket, detected by the next line's indentation", () => {
    expect(
      check(`
        layer {
          name: "a"
          convolution_param {
            num_output: 3
          bottom: "x"
      #   ^^^^^^ syntax/unclosed
        }
        layer {
          name: "b"
        }
    `),
    ).toBe('layer {name: "a" convolution_param {num_output: 3}? bottom: "x"} layer {name: "b"}');
  });

  it('a missing bracket before one that closes more', () => {
    expect(
      check(`
        layer {
          name: "a"
          convolution_param {
            num_output: 3
        }
        layer {
      # ^^^^^ syntax/unclosed
          name: "b"
        }
    `),
    ).toBe('layer {name: "a" convolution_param {num_output: 3}}? layer {name: "b"}');
  });

  it('an extra bracket inside', () => {
    expect(
      check(`
        layer {
          name: "a"
          convolution_param {
            num_output: 3
          }
          }
      #   ^ syntax/unexpected-close
          bottom: "x"
        }
        layer {
          name: "b"
        }
    `),
    ).toBe('layer {name: "a" convolution_param {num_output: 3} bottom: "x"} layer {name: "b"}');
  });

  it('a message that was just started', () => {
    expect(
      check(`
        layer {
        layer {
      # ^^^^^ syntax/unclosed
          name: "b"
        }
    `),
    ).toBe('layer {}? layer {name: "b"}');
  });

  it('a name that was just started', () => {
    expect(
      check(`
        layer
        layer {
      # ^^^^^ syntax/expected-colon
          name: "b"
        }
    `),
    ).toBe('layer: ? layer {name: "b"}');
  });

  it('brackets without indentation', () => {
    expect(
      check(`
      layer {
      name: "a"
      param {
      lr_mult: 1
      }
      layer {
      #^^^^^ syntax/unclosed
      name: "b"
      }
    `),
    ).toBe('layer {name: "a" param {lr_mult: 1}}? layer {name: "b"}');
  });

  it('an unclosed message on one line', () => {
    expect(
      check(`
        layer { name: "a" param { lr_mult: 1 }
        layer { name: "b" }
      # ^^^^^ syntax/unclosed
    `),
    ).toBe('layer {name: "a" param {lr_mult: 1}}? layer {name: "b"}');
  });

  it('a message on one line that is closed twice', () => {
    expect(
      check(`
        layer { name: "a" }}
      #                    ^ syntax/unexpected-close
        layer { name: "b" }
    `),
    ).toBe('layer {name: "a"} layer {name: "b"}');
  });

  it('another sign instead of a colon', () => {
    expect(
      check(`
        name = "a"
      #      ^ syntax/expected-colon
        top:: "b"
      #     ^ syntax/expected-value
        stride: +2
      #         ^ syntax/expected-value
        pad: 3
    `),
    ).toBe('name: "a" top: "b" stride: 2 pad: 3');
  });

  it('comments of other languages', () => {
    expect(
      check(`
        // name: "old"
      # ^ syntax/expected-name
        name: "a" // new
      #           ^ syntax/expected-name
        top: "b"
    `),
    ).toBe('name: "a" top: "b"');
  });

  it('an unclosed list', () => {
    expect(
      check(`
        dim: [1, 2
        dim: 3
      # ^^^ syntax/expected-token
    `),
    ).toBe('dim: [1, 2]? dim: 3');
  });

  it('commas in a list', () => {
    expect(
      check(`
        dim: [1 2]
      #         ^ syntax/expected-token
        dim: [1,]
      #         ^ syntax/expected-value
        dim: [,1]
      #       ^ syntax/expected-value
        a: 1
    `),
    ).toBe('dim: [1, 2] dim: [1] dim: [1] a: 1');
  });

  it('values without a list', () => {
    expect(
      check(`
        dim: 1 3 224
      #        ^ syntax/expected-name
        a: 2
    `),
    ).toBe('dim: 1 a: 2');
  });

  it('a path without quotes', () => {
    expect(
      check(`
        source: data/train
      #             ^ syntax/expected-name
        a: 2
    `),
    ).toBe('source: data a: 2');
  });

  it('invalid numbers', () => {
    expect(
      check(`
        input_dim: 224force_backward: true
      #               ^^^^^^^^^^^^^^ syntax/number-then-letter
        a: 5x
      #     ^ syntax/number-then-letter
        b: 08
      #    ^^ syntax/bad-number
        c: 1.2.3
      #    ^^^^^ syntax/bad-number
        d: 1e
      #    ^^ syntax/bad-number
        e: a.5
      #     ^ syntax/name-then-point
    `),
    ).toBe('input_dim: 224 force_backward: true a: 5x b: 08 c: 1.2.3 d: 1e e: a');
  });

  it('invalid escapes', () => {
    expect(
      check(`
        a: "\\q" b: "\\ud8" c: 1
      #     ^^ syntax/bad-escape
      #             ^^^^ syntax/bad-escape
    `),
    ).toBe('a: "\\q" b: "\\ud8" c: 1');
  });

  it('a character that is not ASCII', () => {
    expect(
      check(`
        a: é
      #    ^ syntax/non-ascii
        b: 1
    `),
    ).toBe('a: ? b: 1');
  });

  it('a name in quotes', () => {
    expect(
      check(`
        "name": "x",
      # ^^^^^^ syntax/expected-name
        a: 1
    `),
    ).toBe('a: 1');
  });

  it('brackets that do not match', () => {
    expect(
      check(`
        a { b: 1 >
      #          ^ syntax/expected-token
        c: 2
    `),
    ).toBe('a {b: 1} c: 2');
  });

  it("a list closed by the message's bracket", () => {
    expect(
      check(`
        a { b: [1, 2 }
      #              ^ syntax/expected-token
        c: 2
    `),
    ).toBe('a {b: [1, 2]?} c: 2');
  });

  it('a missing value before the bracket, and a missing bracket at the end', () => {
    expect(
      check(`
        layer {
          name:
        }
      # ^ syntax/expected-value
        layer {
          name: "b"
      #            ^ syntax/unclosed
    `),
    ).toBe('layer {name: ?} layer {name: "b"}?');
  });

  it('a missing value at the end', () => {
    expect(
      check(`
        layer {
          name: "a"
          top: 
      #        ^ syntax/expected-value
      #        ^ syntax/unclosed
    `),
    ).toBe('layer {name: "a" top: ?}?');
  });
});
