/** The examples in docs/problems: the first one shows its problem, at the place of the carets, and the second one is right. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { analyze } from '#core/analysis/analysis';
import { chooseDialect } from '#core/dialects/choose-dialect';
import { allCodes, infoOf, pageOf, type Code, type Problem } from '#core/problems/index';
import { drawMarks, readFixture } from '../support/marks';

const pages = resolve(import.meta.dirname, '../../docs/problems');

interface Example {
  readonly code: Code;
  /** As on the page: with carets below the tokens that the problem marks. */
  readonly wrong: string;
  readonly right: string;
}

const form = /^Example:\n\n```prototxt\n([^]*?)\n```\n\nRight:\n\n```prototxt\n([^]*?)\n```$/m;

const sections = new Map(
  [...new Set(allCodes.map(pageOf))].flatMap((family) =>
    readFileSync(join(pages, `${family}.md`), 'utf8')
      .split(/^## /m)
      .slice(1)
      .map((section): readonly [string, string] => [/^`([^`]+)`/.exec(section)?.[1] ?? '', section]),
  ),
);
const examples = allCodes.flatMap((code): readonly Example[] => {
  const [, wrong, right] = form.exec(sections.get(code) ?? '') ?? [];
  return wrong === undefined || right === undefined ? [] : [{ code, wrong, right }];
});

/** As in an editor without settings: the Caffe is the one that the text names, or that it is detected from. */
function problemsOf(text: string): readonly Problem[] {
  return analyze(text, { dialect: chooseDialect, depth: 'all' }).problems;
}

function isSerious({ code }: Problem): boolean {
  const { severity } = infoOf(code);
  return severity === 'error' || severity === 'warning';
}

function codesOf(problems: readonly Problem[]): readonly Code[] {
  return [...new Set(problems.map(({ code }) => code))];
}

describe.each(examples)('$code', ({ code, wrong, right }) => {
  test('is shown at the carets, without other errors or warnings', () => {
    const { text } = readFixture(wrong);
    const problems = problemsOf(text);
    const marks = problems.filter((problem) => problem.code === code).map(({ span }) => ({ span, label: '' }));
    expect(drawMarks(text, marks).replace(/ +$/gm, '')).toBe(wrong);
    expect(marks).not.toEqual([]);
    expect(codesOf(problems.filter((problem) => problem.code !== code && isSerious(problem)))).toEqual([]);
  });

  test('is not in the right text, and neither is another error or warning', () => {
    const problems = problemsOf(right);
    expect(codesOf(problems.filter((problem) => problem.code === code || isSerious(problem)))).toEqual([]);
  });
});

test('shows examples in lines that fit beside a net', () => {
  const lines = examples.flatMap(({ wrong, right }) => [...wrong.split('\n'), ...right.split('\n')]);
  expect(lines.filter((line) => line.length > 88)).toEqual([]);
  expect(examples.filter(({ wrong, right }) => Math.max(countOf(wrong), countOf(right)) > 13)).toEqual([]);
});

function countOf(text: string): number {
  return text.split('\n').length;
}
