import { expect, test } from 'vitest';
import { analyze, type Analysis } from '#core/analysis/analysis';
import { chooseDialect } from '#core/dialects/choose-dialect';
import { bvlc } from '#core/dialects/bvlc';
import { applyChanges, type Fix } from '#core/edit/change';
import { fixAll, fixes, fixesOf, removeDeadFields } from '#core/edit/fixes/index';
import type { Code } from '#core/problems/index';
import { parse } from '#core/text/parser';
import { commentsOf } from '../support/messages';
import { samples } from './fix-samples';

const input =
  'layer { name: "data" type: "Input" top: "data" input_param { shape { dim: 1 dim: 3 dim: 8 dim: 8 } } }\n';

function conv(filler: string): string {
  return `${input}layer {
  name: "c" type: "Convolution" bottom: "data" top: "c"
  convolution_param {
    num_output: 4 kernel_size: 3
    weight_filler {
      ${filler}
    }
  }
}
`;
}

test('has a sample for every code with a fix, and for no other', () => {
  const fixable = Object.entries(fixes)
    .filter(([, fixer]) => typeof fixer === 'function')
    .map(([code]) => code);
  expect([...Object.keys(samples), ...Object.keys(owned)].sort()).toEqual(fixable.sort());
});

/** Names of another Caffe: the fix makes the file use that one. */
const owned = {
  'net/fork-layer-type': `${input}layer { name: "p" type: "Permute" bottom: "data" top: "p" }\n`,
  'schema/fork-field': `${input}layer { name: "p" type: "Silence" bottom: "data" permute_param { order: 0 } }\n`,
  'schema/other-caffe': `${input}layer { name: "c" type: "Convolution" bottom: "data" top: "c" convolution_param { num_output: 4 kernel_size: 3 weight_filler { type: "gaussian_unitball" } } }\n`,
  'schema/fork-enum-value': `${input}layer { name: "e" type: "Eltwise" bottom: "data" bottom: "data" top: "e" eltwise_param { operation: STOCHASTIC_SUM } }\n`,
} as const;

test.each(Object.entries(owned))('%s: reads the file with a Caffe that has the name', (code, text) => {
  // Another Caffe is only considered if none is specified for the file.
  const analysis = analyze(text, { dialect: code === 'schema/other-caffe' ? chooseDialect : bvlc });
  const problem = analysis.problems.find((candidate) => candidate.code === code);
  const named = problem ? fixesOf(analysis, problem).filter(({ id }) => id === 'use-schema') : [];
  expect(named.length).toBeGreaterThan(0);
  for (const fix of named) {
    const fixed = applied(analysis, fix);
    const { tree } = parse(fixed);
    const { dialect } = chooseDialect(tree, String(fix.args['schema']));
    expect(fixed).toBe(`# prototxt: schema=${String(fix.args['schema'])}\n${text}`);
    expect(analyze(fixed, { dialect }).problems.map((one) => one.code)).not.toContain(code);
  }
});

test.each(Object.entries(samples))('fixes %s', (code, [before, after]) => {
  const { dialect } = chooseDialect(parse(before).tree, undefined);
  const analysis = analyze(before, { dialect });
  const problem = analysis.problems.find((candidate) => candidate.code === code);
  expect(analysis.problems.map((one) => one.code)).toContain(code);
  const [fix] = problem ? fixesOf(analysis, problem) : [];
  const fixed = fix ? applied(analysis, fix) : '';
  expect(fixed).toBe(after);
  const left = countsOf(analyze(fixed, { dialect }));
  const had = countsOf(analysis);
  expect([...left].filter(([one, count]) => count > (had.get(one) ?? 0))).toEqual([]);
  expect(left.get(code as Code) ?? 0).toBeLessThan(had.get(code as Code) ?? 0);
});

/** The text with a comment of its own after each token: what a fix replaces is full of them. */
function commented(text: string): string {
  let count = 0;
  return text.replace(/"[^"\n]*"|'[^'\n]*'|#[^\n]*|[ \t]+(?=[^\s#])/g, (found) =>
    /^\s/.test(found) ? ` # comment ${++count}\n` : found,
  );
}

test.each(Object.entries(samples).filter(([code]) => !/^(?:syntax|comment)\//.test(code)))(
  'keeps comments in the fix of %s',
  (_, [before]) => {
    for (const text of [commented(before), `${before.trimEnd()} # last\n`.replaceAll('\n', ' # end\n')]) {
      const { dialect } = chooseDialect(parse(text).tree, undefined);
      const analysis = analyze(text, { dialect });
      const comments = commentsOf(analysis.tree);
      const all = fixAll(analysis);
      for (const fix of [
        ...analysis.problems.flatMap((problem) => fixesOf(analysis, problem)),
        ...(all ? [all] : []),
      ]) {
        const left = commentsOf(parse(applied(analysis, fix)).tree);
        expect([fix.id, comments.filter((comment) => !left.includes(comment))]).toEqual([fix.id, []]);
      }
    }
  },
);

test('removes all fields without effect at once, even neighbours on a line', () => {
  const before = conv('type: "xavier" std: 0.1 mean: 2\n      value: 3 # none\n      min: 1 max: 2');
  const analysis = analyze(before, { dialect: bvlc });
  const fix = removeDeadFields(analysis);
  expect(fix && applied(analysis, fix)).toBe(conv('type: "xavier"\n      # none'));
  expect(fix?.args).toEqual({ count: 5 });
});

test('fixes all problems with a safe fix, and leaves those that need a decision', () => {
  const before = `${conv('type: "xavier" std: 0.1\n      sparse: 1')}layer { name: "r" type: "ReLU" bottom: "dat" top: "r" propagate_down: true propagate_down: true }\n`;
  const analysis = analyze(before, { dialect: bvlc });
  const fix = fixAll(analysis);
  const fixed = fix ? applied(analysis, fix) : '';
  expect(fixed).toBe(
    `${conv('type: "xavier"')}layer { name: "r" type: "ReLU" bottom: "dat" top: "r" propagate_down: true }\n`,
  );
  expect(analyze(fixed, { dialect: bvlc }).problems.map(({ code }) => code)).toEqual(['net/unknown-bottom']);
});

test('does not rename a name that means another blob in another state', () => {
  const text = `${input}layer { name: "a" type: "ReLU" bottom: "data" top: "a" }
layer { name: "b" type: "TanH" bottom: "data" top: "a" include { phase: TRAIN } }
layer { name: "s" type: "Silence" bottom: "a" }
`;
  const analysis = analyze(text, { dialect: bvlc });
  const problem = analysis.problems.find(({ code }) => code === 'net/duplicate-top');
  expect(problem && fixesOf(analysis, problem)).toEqual([]);
});

test('does not rename in a solver with an inline net', () => {
  const analysis = analyze(`net_param { ${input}${input} } base_lr: 1`, { dialect: bvlc });
  const problem = analysis.problems.find(({ code }) => code === 'net/duplicate-top');
  expect(problem && fixesOf(analysis, problem)).toEqual([]);
  expect(fixAll(analysis)).toBeUndefined();
});

test("does not suggest a layer's own top for a bottom, nor anything for an empty name", () => {
  const suggestions = (bottom: string): readonly unknown[] => {
    const analysis = analyze(`${input}layer { name: "s" type: "Slice" top: "o0" ${bottom} top: "o2" }`, {
      dialect: bvlc,
    });
    return analysis.problems
      .filter(({ code }) => code === 'net/unknown-bottom')
      .flatMap((problem) => fixesOf(analysis, problem));
  };
  expect(suggestions('bottom: "dat"')).toHaveLength(1);
  expect(suggestions('bottom: "o1"')).toEqual([]);
  expect(suggestions('bottom: ""')).toEqual([]);
});

test("writes the shape of records with the file's line breaks", () => {
  const analysis = analyze(input.replaceAll('\n', '\r\n'), { dialect: bvlc });
  const [fix] = fixesOf(analysis, {
    code: 'data/unknown-record-shape',
    span: { start: 0, end: 5 },
    args: { layer: 'data' },
  });
  expect(fix && applied(analysis, fix)).toBe(`# prototxt: datum 3x256x256\r\n${analysis.text}`);
});

function applied(analysis: Analysis, fix: Fix): string {
  return applyChanges(analysis.text, fix.changes);
}

function countsOf({ problems }: Analysis): ReadonlyMap<Code, number> {
  const counts = new Map<Code, number>();
  for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

test('removes a list without effect as a whole, since Caffe rejects a part of it', () => {
  const sum = (param: string): string =>
    `${input}layer { name: "e" type: "Eltwise" bottom: "data" bottom: "data" top: "e" eltwise_param { ${param} } }\n`;
  for (const coefficients of ['coeff: 0.5 coeff: 1', 'coeff: [0.5, 1]']) {
    const analysis = analyze(sum(`operation: MAX ${coefficients}`), { dialect: bvlc });
    const dead = analysis.problems.filter(({ code }) => code === 'check/dead-field');
    for (const problem of dead)
      expect(fixesOf(analysis, problem).map((fix) => applied(analysis, fix))).toEqual([sum('operation: MAX')]);
    expect(dead.length).toBeGreaterThan(0);
  }
});
